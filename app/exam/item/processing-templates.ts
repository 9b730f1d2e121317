import type { Expression, Rule } from "./processing.ts";

/** The templates of the standard, known by name and never fetched; the last three come from Common Cartridge. */
export const templates = [
  "match_correct",
  "map_response",
  "map_response_point",
  "CC2_match",
  "CC2_match_basic",
  "CC2_map_response",
] as const;
export type Template = (typeof templates)[number];

const response: Expression = { op: "variable", id: "RESPONSE" };
const isRight: Expression = { op: "match", of: [response, { op: "correct", id: "RESPONSE" }] };
const points = (value: string): Expression => ({ op: "baseValue", baseType: "float", value });
const word = (value: string): Expression => ({ op: "baseValue", baseType: "identifier", value });
const set = (outcome: string, value: Expression): Rule => ({ kind: "set", outcome, value });
const either = (when: Expression, rules: readonly Rule[], otherwise: readonly Rule[]): Rule => ({
  kind: "if",
  branches: [{ when, rules }],
  otherwise,
});
const mappedBy = (op: "mapResponse" | "mapResponsePoint"): Rule =>
  either({ op: "isNull", of: [response] }, [set("SCORE", points("0"))], [set("SCORE", { op, id: "RESPONSE" })]);

const matchCorrect = either(isRight, [set("SCORE", points("1"))], [set("SCORE", points("0"))]);
const isWhole: Expression = {
  op: "equal",
  of: [
    { op: "variable", id: "MAXSCORE" },
    { op: "variable", id: "SCORE" },
  ],
  tolerance: { mode: "exact", below: 0, above: 0, withLowest: true, withHighest: true },
};

/** The standard templates, told as rules, so that there is one interpreter. */
export const templateRules: Readonly<Record<Template, readonly Rule[]>> = {
  match_correct: [matchCorrect],
  map_response: [mappedBy("mapResponse")],
  map_response_point: [mappedBy("mapResponsePoint")],
  CC2_match: [matchCorrect],
  CC2_match_basic: [
    either(
      isRight,
      [set("SCORE", { op: "variable", id: "MAXSCORE" }), set("FEEDBACKBASIC", word("correct"))],
      [set("FEEDBACKBASIC", word("incorrect"))],
    ),
  ],
  CC2_map_response: [
    mappedBy("mapResponse"),
    either(isWhole, [set("FEEDBACK", word("correct"))], [set("FEEDBACK", word("incorrect"))]),
  ],
};
