import type { Interaction, Node } from "../../app/exam/item/body.ts";
import type { Mapping, ResponseDeclaration } from "../../app/exam/item/declaration.ts";
import type { Item } from "../../app/exam/item/item.ts";

export const text = (words: string): readonly Node[] => [{ kind: "text", text: words }];
export const asked = (interaction: Interaction): Node => ({ kind: "interaction", interaction });

export const mapping = (worth: Readonly<Record<string, number>>, bounds: Partial<Mapping> = {}): Mapping => ({
  entries: Object.entries(worth).map(([key, value]) => ({ key, value, caseSensitive: false })),
  otherwise: 0,
  lower: 0,
  upper: null,
  ...bounds,
});

export const declared = (declaration: Partial<ResponseDeclaration>): ResponseDeclaration => ({
  id: "RESPONSE",
  cardinality: "single",
  baseType: "identifier",
  correct: null,
  mapping: null,
  ...declaration,
});

const choices = (ids: string) => ids.split("").map((id) => ({ id, content: text(`Choice ${id}`), fixed: false }));
const associables = (ids: string) => ids.split(" ").map((id) => ({ id, content: text(id), matchMax: 1, fixed: false }));

export const choiceOf = (ids: string, maxChoices = 1): Interaction => ({
  type: "choice",
  response: "RESPONSE",
  prompt: [],
  choices: choices(ids),
  minChoices: 0,
  maxChoices,
  shuffle: true,
});

export const orderOf = (ids: string): Interaction => ({
  type: "order",
  response: "RESPONSE",
  prompt: [],
  choices: choices(ids),
  shuffle: true,
});

export const matchOf = (sources: string, targets: string): Interaction => ({
  type: "match",
  response: "RESPONSE",
  prompt: [],
  sources: associables(sources),
  targets: associables(targets),
  maxAssociations: 0,
  shuffle: true,
});

export const associateOf = (ids: string): Interaction => ({
  type: "associate",
  response: "RESPONSE",
  prompt: [],
  choices: associables(ids),
  maxAssociations: 0,
  shuffle: true,
});

export const shortText = (response = "RESPONSE"): Interaction => ({
  type: "text-entry",
  response,
  expectedLength: 20,
  label: "Answer",
});

/** An item that is fit for use; a test says only what matters to it. `maxMark` also sets the outcomes and AO1. */
export const anItem = ({ maxMark = 1, ...rest }: Partial<Item> = {}): Item => ({
  id: "ITEM-1",
  title: "An item",
  classification: { area: "A1", commandWord: "identify", minutes: 1 },
  objectives: { AO1: maxMark },
  stimulus: null,
  body: [asked(choiceOf("ABC"))],
  responses: [declared({ correct: ["B"] })],
  outcomes: ["SCORE", "MAXSCORE"].map((id) => ({
    id,
    cardinality: "single" as const,
    baseType: "float" as const,
    initial: [id === "SCORE" ? "0" : String(maxMark)],
    least: 0,
    most: maxMark,
    byPerson: false,
  })),
  processing: { kind: "template", template: "match_correct" },
  maxMark,
  marking: "auto",
  scheme: null,
  worked: [
    {
      kind: "full",
      response: { RESPONSE: ["B"] },
      marks: maxMark,
      points: [],
      level: null,
      toPerson: false,
      why: "The key.",
    },
    { kind: "none", response: {}, marks: 0, points: [], level: null, toPerson: false, why: "Nothing was given." },
  ],
  ...rest,
});
