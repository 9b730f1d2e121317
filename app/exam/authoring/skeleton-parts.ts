import type { Body, Interaction, Node, Picture } from "../item/body.ts";
import type { AreaMapping, Mapping, ResponseDeclaration } from "../item/declaration.ts";
import type { MarkScheme } from "../item/scheme.ts";

/** The one response of a new item. */
export const response = "RESPONSE";

/** What a new item says where its writer is to say something else; `unwritten` finds what was left. */
export const newTitle = "New question";
export const wholeResponse = "Write a response here that earns every mark.";
export const nothingOfWorth = "Nothing that answers the question.";

const text = (words: string): Node => ({ kind: "text", text: words });
const words = (said: string): Body => [text(said)];
const paragraph = (...children: Body): Node => ({ kind: "element", tag: "p", attributes: {}, children });

const choice = (id: string, said: string) => ({ id, content: words(said), fixed: false });
const associable = (id: string, said: string) => ({ ...choice(id, said), matchMax: 1 });
const answer = "answer";
const question = words("Write the question here.");
const options = [choice("A", "One answer"), choice("B", "The right answer"), choice("C", "Another answer")];
const picture: Picture = { src: "", width: 600, height: 400, alt: "" };
const place = (id: string, left: number) => ({
  id,
  label: `Place ${id}`,
  shape: "rect" as const,
  coords: [left, 100, left + 100, 200],
});
const places = [place("A", 50), place("B", 250), place("C", 450)];
const associablePlaces = places.map((one) => ({ ...one, matchMax: 1 }));
const asks = { response, prompt: question };
const shuffle = true;

type Part = { readonly interaction: Interaction; readonly declaration: ResponseDeclaration };

const declared = (given: Partial<ResponseDeclaration>): ResponseDeclaration => ({
  id: response,
  cardinality: "single",
  baseType: "identifier",
  correct: null,
  mapping: null,
  ...given,
});
const pairs = (baseType: "pair" | "directedPair", ...correct: readonly string[]) =>
  declared({ cardinality: "multiple", baseType, correct });

type Closed = Exclude<Interaction["type"], "extended-text" | "media">;

/** Each kind that is marked by rule, with a key. */
export const closed: Readonly<Record<Closed, Part>> = {
  choice: {
    interaction: { type: "choice", ...asks, choices: options, minChoices: 0, maxChoices: 1, shuffle },
    declaration: declared({ correct: ["B"] }),
  },
  "text-entry": {
    interaction: { type: "text-entry", response, expectedLength: 20, label: "Answer" },
    declaration: declared({ baseType: "string", correct: [answer] }),
  },
  "inline-choice": {
    interaction: { type: "inline-choice", response, choices: options, shuffle, label: "Answer" },
    declaration: declared({ correct: ["B"] }),
  },
  match: {
    interaction: {
      type: "match",
      ...asks,
      sources: [associable("S1", "First"), associable("S2", "Second")],
      targets: [associable("T1", "Goes with the second"), associable("T2", "Goes with the first")],
      maxAssociations: 2,
      shuffle,
    },
    declaration: pairs("directedPair", "S1 T2", "S2 T1"),
  },
  associate: {
    interaction: {
      type: "associate",
      ...asks,
      choices: [
        associable("A", "First"),
        associable("B", "Second"),
        associable("C", "Goes with the first"),
        associable("D", "Goes with the second"),
      ],
      maxAssociations: 2,
      shuffle,
    },
    declaration: pairs("pair", "A C", "B D"),
  },
  order: {
    interaction: {
      type: "order",
      ...asks,
      choices: [choice("A", "Comes second"), choice("B", "Comes last"), choice("C", "Comes first")],
      shuffle,
    },
    declaration: declared({ cardinality: "ordered", correct: ["C", "A", "B"] }),
  },
  "gap-match": {
    interaction: {
      type: "gap-match",
      ...asks,
      texts: [associable("W1", "right"), associable("W2", "wrong")],
      content: [paragraph(text("The "), { kind: "gap", id: "G1" }, text(" word goes here."))],
      shuffle,
    },
    declaration: declared({ baseType: "directedPair", correct: ["W1 G1"] }),
  },
  hottext: {
    interaction: {
      type: "hottext",
      ...asks,
      content: [
        paragraph(
          text("Choose "),
          { kind: "hottext", id: "H1", children: words("these words") },
          text(" or "),
          { kind: "hottext", id: "H2", children: words("those") },
          text("."),
        ),
      ],
      minChoices: 0,
      maxChoices: 1,
    },
    declaration: declared({ correct: ["H1"] }),
  },
  slider: {
    interaction: { type: "slider", ...asks, lower: 0, upper: 10, step: 1 },
    declaration: declared({ baseType: "integer", correct: ["5"] }),
  },
  hotspot: {
    interaction: { type: "hotspot", ...asks, picture, regions: places, maxChoices: 1 },
    declaration: declared({ correct: ["B"] }),
  },
  "select-point": {
    interaction: { type: "select-point", ...asks, picture, minChoices: 0, maxChoices: 1 },
    declaration: declared({ baseType: "point", correct: ["300 150"] }),
  },
  "graphic-order": {
    interaction: { type: "graphic-order", ...asks, picture, regions: places },
    declaration: declared({ cardinality: "ordered", correct: ["B", "C", "A"] }),
  },
  "graphic-associate": {
    interaction: { type: "graphic-associate", ...asks, picture, regions: associablePlaces, maxAssociations: 1 },
    declaration: pairs("pair", "A B"),
  },
  "graphic-gap-match": {
    interaction: {
      type: "graphic-gap-match",
      ...asks,
      picture,
      texts: [associable("W1", "First label"), associable("W2", "Second label")],
      regions: associablePlaces,
    },
    declaration: pairs("directedPair", "W1 A", "W2 B"),
  },
};

/** A question that is answered in the learner's own words. */
export const openQuestion: Part = {
  interaction: { type: "extended-text", ...asks, expectedLines: 6, expectedLength: null },
  declaration: declared({ baseType: "string" }),
};

/** A control in running text stands within words; any other is a block of its own. */
export const bodyOf = (interaction: Interaction): Body =>
  interaction.type === "text-entry" || interaction.type === "inline-choice"
    ? [paragraph(text("Write the question here: "), { kind: "interaction", interaction })]
    : [{ kind: "interaction", interaction }];

/** The one answer a rule knows, worth all the marks; any other goes to an examiner. */
export const accepted = (maxMark: number): Mapping => ({
  entries: [{ key: answer, value: maxMark, caseSensitive: false }],
  otherwise: 0,
  lower: 0,
  upper: maxMark,
});

/** One area around the key, worth all the marks. */
export const spot = (maxMark: number): AreaMapping => ({
  entries: [{ area: { shape: "circle", coords: [300, 150, 50] }, value: maxMark }],
  otherwise: 0,
  lower: 0,
  upper: maxMark,
});

/** A point for every mark. */
export const points = (maxMark: number): MarkScheme => ({
  kind: "points",
  points: Array.from({ length: maxMark }, (_, at) => ({
    id: `P${at + 1}`,
    marks: 1,
    content: words(`Point ${at + 1}: what earns this mark.`),
    needs: null,
  })),
  notes: [],
  indicative: [],
});

/** Level 0 and, above it, three levels of about the same width: fewer where there are fewer marks. */
export function levels(maxMark: number): MarkScheme {
  const count = Math.min(3, maxMark);
  const upTo = (level: number) => Math.round((level * maxMark) / count);
  const above = Array.from({ length: count }, (_, at) => ({
    level: at + 1,
    min: upTo(at) + 1,
    max: upTo(at + 1),
    descriptor: words(`What a response of level ${at + 1} shows.`),
  }));
  const none = { level: 0, min: 0, max: 0, descriptor: words(nothingOfWorth) };
  return { kind: "levels", levels: [none, ...above], notes: [], indicative: words("What a response may include.") };
}
