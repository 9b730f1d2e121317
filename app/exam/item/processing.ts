import type { Area } from "./area.ts";
import type { BaseType } from "./declaration.ts";
import { type Template, templateRules } from "./processing-templates.ts";
import type { ResponseId } from "./response.ts";

/** How an item's responses become its mark: data, read from QTI response processing and run by `marking/auto-rules`. */
export type ResponseProcessing =
  | { readonly kind: "none" }
  | { readonly kind: "template"; readonly template: Template }
  | { readonly kind: "rules"; readonly rules: readonly Rule[] };

export type Rule =
  | { readonly kind: "set"; readonly outcome: string; readonly value: Expression }
  /** Sets an outcome to what its own lookup table says for a number. */
  | { readonly kind: "look-up"; readonly outcome: string; readonly value: Expression }
  | { readonly kind: "if"; readonly branches: readonly Branch[]; readonly otherwise: readonly Rule[] }
  /** Nothing after it counts. */
  | { readonly kind: "exit" };

/** The first branch whose condition is true is followed; a condition that is neither true nor false is not true. */
export type Branch = { readonly when: Expression; readonly rules: readonly Rule[] };

/** A number, or the name of a response or outcome that holds it. */
export type Amount = number | { readonly variable: string };

export type Tolerance = {
  readonly mode: "exact" | "absolute" | "relative";
  readonly below: Amount;
  readonly above: Amount;
  readonly withLowest: boolean;
  readonly withHighest: boolean;
};

export const roundingModes = ["significantFigures", "decimalPlaces"] as const;
export type Rounding = { readonly mode: (typeof roundingModes)[number]; readonly figures: Amount };

export const mathConstants = ["pi", "e"] as const;
export const mathNames = [
  "sin",
  "cos",
  "tan",
  "sec",
  "csc",
  "cot",
  "asin",
  "acos",
  "atan",
  "atan2",
  "asec",
  "acsc",
  "acot",
  "sinh",
  "cosh",
  "tanh",
  "sech",
  "csch",
  "coth",
  "log",
  "ln",
  "exp",
  "abs",
  "signum",
  "floor",
  "ceil",
  "toDegrees",
  "toRadians",
] as const;
export type MathName = (typeof mathNames)[number];
export const statsNames = ["mean", "sampleVariance", "sampleSD", "popVariance", "popSD"] as const;
export type StatsName = (typeof statsNames)[number];

type Operands = { readonly of: readonly Expression[] };

/** The operators that need to know more than the values they work on. */
export type Special =
  | (Operands & { readonly op: "equal"; readonly tolerance: Tolerance })
  | (Operands & { readonly op: "equalRounded" | "roundTo"; readonly rounding: Rounding })
  | (Operands & { readonly op: "index"; readonly n: Amount })
  | (Operands & { readonly op: "repeat"; readonly times: Amount })
  | (Operands & { readonly op: "anyN"; readonly least: Amount; readonly most: Amount })
  | (Operands & { readonly op: "fieldValue"; readonly field: string })
  | (Operands & { readonly op: "stringMatch"; readonly caseSensitive: boolean; readonly substring: boolean })
  | (Operands & { readonly op: "substring"; readonly caseSensitive: boolean })
  | (Operands & { readonly op: "patternMatch"; readonly pattern: string })
  | (Operands & { readonly op: "inside"; readonly area: Area })
  | (Operands & { readonly op: "mathOperator"; readonly name: MathName })
  | (Operands & { readonly op: "statsOperator"; readonly name: StatsName });

export type Expression =
  | { readonly op: "baseValue"; readonly baseType: BaseType; readonly value: string }
  | { readonly op: "null" }
  /** `weight` names a weight that numbers are multiplied by; an item by itself has none, so they stay as they are. */
  | { readonly op: "variable"; readonly id: string; readonly weight?: string }
  | { readonly op: "correct"; readonly id: ResponseId }
  | { readonly op: "default"; readonly id: string }
  | { readonly op: "mapResponse"; readonly id: ResponseId }
  | { readonly op: "mapResponsePoint"; readonly id: ResponseId }
  | { readonly op: "mathConstant"; readonly name: (typeof mathConstants)[number] }
  | Special
  | (Operands & { readonly op: Operator });

/** The operators that take nothing but other expressions, with how many they take. A new one is a line here and one in `marking/auto-operators`. */
export const operators = {
  sum: { least: 1, most: Number.POSITIVE_INFINITY },
  product: { least: 1, most: Number.POSITIVE_INFINITY },
  subtract: { least: 2, most: 2 },
  divide: { least: 2, most: 2 },
  integerDivide: { least: 2, most: 2 },
  integerModulus: { least: 2, most: 2 },
  power: { least: 2, most: 2 },
  gcd: { least: 1, most: Number.POSITIVE_INFINITY },
  lcm: { least: 1, most: Number.POSITIVE_INFINITY },
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
  durationLT: { least: 2, most: 2 },
  durationGTE: { least: 2, most: 2 },
  and: { least: 1, most: Number.POSITIVE_INFINITY },
  or: { least: 1, most: Number.POSITIVE_INFINITY },
  not: { least: 1, most: 1 },
  isNull: { least: 1, most: 1 },
  member: { least: 2, most: 2 },
  contains: { least: 2, most: 2 },
  delete: { least: 2, most: 2 },
  multiple: { least: 0, most: Number.POSITIVE_INFINITY },
  ordered: { least: 0, most: Number.POSITIVE_INFINITY },
  containerSize: { least: 1, most: 1 },
} as const satisfies Record<string, { least: number; most: number }>;
export type Operator = keyof typeof operators;

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
    case "look-up":
      return within(rule.value);
    case "if":
      return [
        ...rule.branches.flatMap((branch) => [...within(branch.when), ...expressionsIn(branch.rules)]),
        ...expressionsIn(rule.otherwise),
      ];
    case "exit":
      return [];
  }
};

const within = (expression: Expression): readonly Expression[] =>
  "of" in expression ? [expression, ...expression.of.flatMap(within)] : [expression];

/** The outcomes that the rules may give a value. */
export const outcomesSetBy = (rules: readonly Rule[]): readonly string[] =>
  rules.flatMap((rule) =>
    "outcome" in rule
      ? [rule.outcome]
      : rule.kind === "if"
        ? [...rule.branches.flatMap((branch) => outcomesSetBy(branch.rules)), ...outcomesSetBy(rule.otherwise)]
        : [],
  );
