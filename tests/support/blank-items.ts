import type { Associable, Body, Choice, Interaction, Node } from "../../app/exam/item/body.ts";
import { declarationFor } from "../../app/exam/item/check-responses.ts";
import { interactionsOf } from "../../app/exam/item/content.ts";
import type { MarkingWay } from "../../app/exam/item/edit/marking-way.ts";
import { withMarks } from "../../app/exam/item/edit/marks.ts";
import { settled } from "../../app/exam/item/edit/settle.ts";
import { type Item, unclassified, type WorkedResponse } from "../../app/exam/item/item.ts";
import type { Value } from "../../app/exam/item/response.ts";
import type { MarkScheme } from "../../app/exam/item/scheme.ts";

/** An item of a kind with all its parts and no words yet, for tests of editing. */
export const blankItem = (kind: BlankKind, id = "X-1"): Item => {
  const { body, way, marks = 1, scheme = null, key = null } = starts[kind];
  const asked = interactionsOf(body).map((interaction) => ({ ...declarationFor(interaction), correct: key }));
  const blank: Item = {
    id,
    title: "",
    classification: { ...unclassified, minutes: marks },
    objectives: {},
    stimulus: null,
    body,
    responses: asked,
    outcomes: [],
    processing: { kind: "none" },
    maxMark: marks,
    marking: "auto",
    scheme,
    worked: [nothingGiven],
  };
  return settled(withMarks(blank, marks), way);
};

const nothingGiven: WorkedResponse = {
  kind: "none",
  response: {},
  marks: 0,
  points: [],
  level: null,
  toPerson: false,
  why: "Nothing was given.",
};

export const blankKinds = [
  "choice",
  "choice-several",
  "text-entry",
  "inline-choice",
  "match",
  "associate",
  "order",
  "gap-match",
  "hottext",
  "hotspot",
  "open-points",
  "open-levels",
] as const;
export type BlankKind = (typeof blankKinds)[number];

type Start = {
  readonly body: Body;
  readonly way: MarkingWay;
  readonly marks?: number;
  readonly scheme?: MarkScheme;
  readonly key?: Value;
};

const response = "RESPONSE";
const control = (interaction: Interaction): Node => ({ kind: "interaction", interaction });
const paragraph = (...children: readonly Node[]): Node => ({ kind: "element", tag: "p", attributes: {}, children });
const text = (words: string): Node => ({ kind: "text", text: words });
const choices = (...ids: readonly string[]): readonly Choice[] => ids.map((id) => ({ id, content: [], fixed: false }));
const associables = (...ids: readonly string[]): readonly Associable[] =>
  ids.map((id) => ({ id, content: [], matchMax: 1, fixed: false }));

const phrases = ["First phrase.", "Second phrase.", "Third phrase."].flatMap((words, at): readonly Node[] => [
  ...(at === 0 ? [] : [text(" ")]),
  { kind: "hottext", id: `H${at + 1}`, children: [text(words)] },
]);
const oneOf = { response, prompt: [], choices: choices("A", "B", "C", "D"), minChoices: 0, shuffle: true };
const open = (expectedLines: number): Body => [
  control({ type: "extended-text", response, prompt: [], expectedLines, expectedLength: null }),
];

const points: MarkScheme = {
  kind: "points",
  points: [
    { id: "P1", marks: 1, content: [], needs: null },
    { id: "P2", marks: 1, content: [], needs: "P1" },
  ],
  notes: [],
  indicative: [],
};
const onePoint: MarkScheme = { ...points, points: points.points.slice(0, 1) };
const levels: MarkScheme = {
  kind: "levels",
  levels: [
    { level: 3, min: 5, max: 6, descriptor: [] },
    { level: 2, min: 3, max: 4, descriptor: [] },
    { level: 1, min: 1, max: 2, descriptor: [] },
    { level: 0, min: 0, max: 0, descriptor: [text("Nothing that can be given a mark.")] },
  ],
  notes: [],
  indicative: [],
};

const starts: Readonly<Record<BlankKind, Start>> = {
  choice: { body: [control({ type: "choice", ...oneOf, maxChoices: 1 })], way: { kind: "all-or-nothing" } },
  "choice-several": { body: [control({ type: "choice", ...oneOf, maxChoices: 2 })], way: { kind: "each" } },
  "text-entry": {
    body: [paragraph(control({ type: "text-entry", response, expectedLength: 20, label: "Answer" }))],
    way: { kind: "each" },
    scheme: onePoint,
  },
  "inline-choice": {
    body: [
      paragraph(
        control({ type: "inline-choice", response, choices: choices("A", "B", "C"), shuffle: true, label: "Answer" }),
      ),
    ],
    way: { kind: "each" },
  },
  match: {
    body: [
      control({
        type: "match",
        response,
        prompt: [],
        sources: associables("S1", "S2", "S3"),
        targets: associables("T1", "T2", "T3", "T4"),
        maxAssociations: 3,
        shuffle: true,
      }),
    ],
    way: { kind: "each" },
  },
  associate: {
    body: [
      control({
        type: "associate",
        response,
        prompt: [],
        choices: associables("A", "B", "C", "D", "E", "F"),
        maxAssociations: 3,
        shuffle: true,
      }),
    ],
    way: { kind: "each" },
  },
  order: {
    body: [control({ type: "order", response, prompt: [], choices: choices("A", "B", "C", "D"), shuffle: true })],
    way: { kind: "all-or-nothing" },
    // Learners get the choices sorted by name, so that the right order must be another.
    key: ["C", "A", "D", "B"],
  },
  "gap-match": {
    body: [
      control({
        type: "gap-match",
        response,
        prompt: [],
        texts: associables("T1", "T2", "T3"),
        content: [paragraph({ kind: "gap", id: "G1" }), paragraph({ kind: "gap", id: "G2" })],
        shuffle: true,
      }),
    ],
    way: { kind: "each" },
  },
  hottext: {
    body: [
      control({
        type: "hottext",
        response,
        prompt: [],
        content: [paragraph(...phrases)],
        minChoices: 0,
        maxChoices: 2,
      }),
    ],
    way: { kind: "each" },
  },
  hotspot: {
    body: [
      control({
        type: "hotspot",
        response,
        prompt: [],
        picture: { src: "", width: 600, height: 400, alt: "" },
        regions: [
          { id: "A", shape: "rect", coords: [60, 60, 180, 140], label: "" },
          { id: "B", shape: "rect", coords: [260, 60, 380, 140], label: "" },
        ],
        maxChoices: 1,
      }),
    ],
    way: { kind: "all-or-nothing" },
  },
  "open-points": { body: open(4), way: { kind: "person" }, marks: 2, scheme: points },
  "open-levels": { body: open(14), way: { kind: "person" }, marks: 6, scheme: levels },
};
