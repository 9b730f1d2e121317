import type { BaseType } from "./declaration.ts";
import type { ResponseId } from "./response.ts";

/** How an item's responses become its mark: data, read from QTI response processing and run by `marking/auto-rules`. */
export type ResponseProcessing =
  | { readonly kind: "none" }
  | { readonly kind: "template"; readonly template: Template }
  | { readonly kind: "rules"; readonly rules: readonly Rule[] };

export const templates = ["match_correct", "map_response"] as const;
export type Template = (typeof templates)[number];

export type Rule =
  | { readonly kind: "set"; readonly outcome: string; readonly value: Expression }
  | { readonly kind: "if"; readonly branches: readonly Branch[]; readonly otherwise: readonly Rule[] };

/** The first branch whose condition is true is followed; a condition that is neither true nor false is not true. */
export type Branch = { readonly when: Expression; readonly rules: readonly Rule[] };

export type Tolerance = {
  readonly mode: "exact" | "absolute" | "relative";
  readonly below: number;
  readonly above: number;
  readonly withLowest: boolean;
  readonly withHighest: boolean;
};

export type Expression =
  | { readonly op: "baseValue"; readonly baseType: BaseType; readonly value: string }
  | { readonly op: "null" }
  | { readonly op: "variable"; readonly id: string }
  | { readonly op: "correct"; readonly id: ResponseId }
  | { readonly op: "mapResponse"; readonly id: ResponseId }
  | { readonly op: "equal"; readonly of: readonly Expression[]; readonly tolerance: Tolerance }
  | { readonly op: "index"; readonly of: readonly Expression[]; readonly n: number }
  | { readonly op: Operator; readonly of: readonly Expression[] };

/** The operators that take nothing but other expressions, with how many they take. A new one is a line here and one in `marking/auto-operators`. */
export const operators = {
  sum: { least: 1, most: Number.POSITIVE_INFINITY },
  product: { least: 1, most: Number.POSITIVE_INFINITY },
  subtract: { least: 2, most: 2 },
  divide: { least: 2, most: 2 },
  min: { least: 1, most: Number.POSITIVE_INFINITY },
  max: { least: 1, most: Number.POSITIVE_INFINITY },
  round: { least: 1, most: 1 },
  truncate: { least: 1, most: 1 },
  integerToFloat: { least: 1, most: 1 },
  match: { least: 2, most: 2 },
  gt: { least: 2, most: 2 },
  gte: { least: 2, most: 2 },
  lt: { least: 2, most: 2 },
  lte: { least: 2, most: 2 },
  and: { least: 1, most: Number.POSITIVE_INFINITY },
  or: { least: 1, most: Number.POSITIVE_INFINITY },
  not: { least: 1, most: 1 },
  isNull: { least: 1, most: 1 },
  member: { least: 2, most: 2 },
  contains: { least: 2, most: 2 },
  multiple: { least: 0, most: Number.POSITIVE_INFINITY },
  ordered: { least: 0, most: Number.POSITIVE_INFINITY },
  containerSize: { least: 1, most: 1 },
} as const satisfies Record<string, { least: number; most: number }>;
export type Operator = keyof typeof operators;

const set = (value: Expression): Rule => ({ kind: "set", outcome: "SCORE", value });
const one: Expression = { op: "baseValue", baseType: "float", value: "1" };
const zero: Expression = { op: "baseValue", baseType: "float", value: "0" };
const response: Expression = { op: "variable", id: "RESPONSE" };

/** The standard templates, told as rules, so that there is one interpreter. */
const templateRules: Record<Template, readonly Rule[]> = {
  match_correct: [
    {
      kind: "if",
      branches: [{ when: { op: "match", of: [response, { op: "correct", id: "RESPONSE" }] }, rules: [set(one)] }],
      otherwise: [set(zero)],
    },
  ],
  map_response: [
    {
      kind: "if",
      branches: [{ when: { op: "isNull", of: [response] }, rules: [set(zero)] }],
      otherwise: [set({ op: "mapResponse", id: "RESPONSE" })],
    },
  ],
};

export const rulesOf = (processing: ResponseProcessing): readonly Rule[] => {
  switch (processing.kind) {
    case "none":
      return [];
    case "template":
      return templateRules[processing.template];
    case "rules":
      return processing.rules;
  }
};

/** Every expression in the rules, outermost first. */
export const expressionsIn = (rules: readonly Rule[]): readonly Expression[] => rules.flatMap(expressionsInOne);

const expressionsInOne = (rule: Rule): readonly Expression[] => {
  switch (rule.kind) {
    case "set":
      return within(rule.value);
    case "if":
      return [
        ...rule.branches.flatMap((branch) => [...within(branch.when), ...expressionsIn(branch.rules)]),
        ...expressionsIn(rule.otherwise),
      ];
  }
};

const within = (expression: Expression): readonly Expression[] =>
  "of" in expression ? [expression, ...expression.of.flatMap(within)] : [expression];
