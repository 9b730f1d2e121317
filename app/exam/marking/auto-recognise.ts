import type { ResponseDeclaration } from "../item/declaration.ts";
import type { Item } from "../item/item.ts";
import { type Expression, expressionsIn, rulesOf } from "../item/processing.ts";
import type { Value } from "../item/response.ts";
import { matchesPattern } from "./auto-pattern.ts";
import { numberFrom } from "./auto-record.ts";
import { entryFor, inPlainForm, sameScalar, scalarFrom } from "./auto-values.ts";

/** Choices are always known. A typed text is when it is written down somewhere as an answer, right or wrong. */
export const isRecognised = (declaration: ResponseDeclaration, value: Value, item: Item): boolean => {
  const { baseType, cardinality, mapping } = declaration;
  if (cardinality === "record") return value.every((part) => numberFrom(part.trim()) !== null);
  if (baseType === "integer" || baseType === "float") return value.every((part) => scalarFrom(part, baseType) !== null);
  if (baseType !== "string") return true;
  const comparison = { baseType, same: inPlainForm };
  const expressions = expressionsIn(rulesOf(item.processing));
  const answers = [...(declaration.correct ?? []), ...expressions.flatMap(textOf)];
  return value.every(
    (part) =>
      (mapping !== null && entryFor(part, mapping, comparison) !== null) ||
      answers.some((answer) => sameScalar(part, answer, comparison)) ||
      expressions.some((expression) => fits(expression, declaration.id, part)),
  );
};

/** The text that a rule itself compares with. */
const textOf = (expression: Expression): readonly string[] =>
  expression.op === "baseValue" && expression.baseType === "string" ? [expression.value] : [];

/** A rule that looks for a pattern, or for words within, knows a text that has them. */
const fits = (expression: Expression, id: string, text: string): boolean => {
  switch (expression.op) {
    case "patternMatch":
      return expression.of.some((operand) => isOf(operand, id)) && matchesPattern(expression.pattern, text) === true;
    case "substring":
      return isOf(expression.of[1], id) && holds(text, expression.of[0], expression.caseSensitive);
    case "stringMatch":
      return (
        expression.substring && isOf(expression.of[0], id) && holds(text, expression.of[1], expression.caseSensitive)
      );
    default:
      return false;
  }
};

const isOf = (expression: Expression | undefined, id: string) => expression?.op === "variable" && expression.id === id;

const holds = (text: string, words: Expression | undefined, caseSensitive: boolean) => {
  if (words?.op !== "baseValue") return false;
  return caseSensitive ? text.includes(words.value) : text.toLowerCase().includes(words.value.toLowerCase());
};
