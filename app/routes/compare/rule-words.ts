import type { Expression, ResponseProcessing, Rule } from "../../exam/item/processing.ts";

const templateWords = {
  match_correct: "The key earns the mark.",
  map_response: "Every part earns what it is worth.",
  map_response_point: "Every point earns what its place is worth.",
  CC2_match: "The key earns the mark.",
  CC2_match_basic: "The key earns all the marks.",
  CC2_map_response: "Every part earns what it is worth.",
} as const;

/** How responses become a mark, one rule a line; a rule within another is set in. */
export const processingWords = (processing: ResponseProcessing): string => {
  switch (processing.kind) {
    case "none":
      return "";
    case "template":
      return templateWords[processing.template];
    case "rules":
      return processing.rules.flatMap((rule) => ruleWords(rule, "")).join("\n");
  }
};

const ruleWords = (rule: Rule, inset: string): readonly string[] => {
  switch (rule.kind) {
    case "set":
      return [`${inset}${rule.outcome} is ${expressionWords(rule.value)}`];
    case "look-up":
      return [`${inset}${rule.outcome} is looked up for ${expressionWords(rule.value)}`];
    case "exit":
      return [`${inset}nothing after this counts`];
    case "if":
      return [
        ...rule.branches.flatMap(({ when, rules }, at) => [
          `${inset}${at === 0 ? "if" : "or if"} ${expressionWords(when)}:`,
          ...rules.flatMap((one) => ruleWords(one, `${inset}– `)),
        ]),
        ...(rule.otherwise.length === 0
          ? []
          : [`${inset}otherwise:`, ...rule.otherwise.flatMap((one) => ruleWords(one, `${inset}– `))]),
      ];
  }
};

const expressionWords = (expression: Expression): string => {
  switch (expression.op) {
    case "baseValue":
      return expression.value;
    case "null":
      return "nothing";
    case "variable":
      return expression.id;
    case "correct":
      return `the key of ${expression.id}`;
    case "default":
      return `the start of ${expression.id}`;
    case "mapResponse":
    case "mapResponsePoint":
      return `the worth of ${expression.id}`;
    case "mathConstant":
      return expression.name;
    default:
      return `${expression.op}(${[...expression.of.map(expressionWords), ...detailsOf(expression)].join(", ")})`;
  }
};

type Operation = Extract<Expression, { readonly of: readonly Expression[] }>;

/** What an operator is told besides the values it works on. */
const detailsOf = ({ of: _, op: __, ...rest }: Operation): readonly string[] =>
  Object.entries(rest).map(([name, detail]) => `${name} ${detailWords(detail)}`);

const detailWords = (detail: unknown): string =>
  typeof detail === "object" && detail !== null && "variable" in detail
    ? String(detail.variable)
    : typeof detail === "object"
      ? JSON.stringify(detail)
      : String(detail);
