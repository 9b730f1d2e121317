import {
  type Amount,
  type Expression,
  mathNames,
  type Rounding,
  roundingModes,
  type Special,
  statsNames,
  type Tolerance,
} from "../exam/item/processing.ts";
import { readArea } from "./read-declarations.ts";
import type { Reading } from "./reading.ts";
import type { XmlElement } from "./xml.ts";

/** How many expressions an operator takes. */
export type Arity = { readonly least: number; readonly most: number };
type Operands = (arity: Arity) => readonly Expression[];

const one: Arity = { least: 1, most: 1 };
const two: Arity = { least: 2, most: 2 };
const some: Arity = { least: 1, most: Number.POSITIVE_INFINITY };

/** Reads an operator that needs more than expressions to work on; null for any other. */
export const readSpecial = (element: XmlElement, operands: Operands, on: Reading): Special | null => {
  const amount = (attribute: string) => readAmount(element, attribute, on);
  switch (element.name) {
    case "qti-equal":
      return { op: "equal", of: operands(two), tolerance: readTolerance(element, on) };
    case "qti-equal-rounded":
      return { op: "equalRounded", of: operands(two), rounding: readRounding(element, on) };
    case "qti-round-to":
      return { op: "roundTo", of: operands(one), rounding: readRounding(element, on) };
    case "qti-index":
      return { op: "index", of: operands(one), n: amount("n") };
    case "qti-repeat":
      return { op: "repeat", of: operands(some), times: amount("number-repeats") };
    case "qti-any-n":
      return { op: "anyN", of: operands(some), least: amount("min"), most: amount("max") };
    case "qti-field-value":
      return { op: "fieldValue", of: operands(one), field: on.required(element, "field-identifier") };
    case "qti-string-match": {
      const substring = on.yes(element, "substring");
      return { op: "stringMatch", of: operands(two), caseSensitive: minds(element), substring };
    }
    case "qti-substring":
      return { op: "substring", of: operands(two), caseSensitive: minds(element) };
    case "qti-pattern-match":
      return { op: "patternMatch", of: operands(one), pattern: element.attributes.pattern ?? "" };
    case "qti-inside":
      return { op: "inside", of: operands(one), area: readArea(element, on) };
    case "qti-math-operator": {
      const name = on.oneOf(element, "name", mathNames) ?? "abs";
      return { op: "mathOperator", of: operands(name === "atan2" ? two : one), name };
    }
    case "qti-stats-operator":
      return { op: "statsOperator", of: operands(one), name: on.oneOf(element, "name", statsNames) ?? "mean" };
    default:
      return null;
  }
};

const minds = (element: XmlElement) => element.attributes["case-sensitive"] !== "false";

const number = /^[+-]?(\d{1,15}(\.\d*)?|\.\d+)(e[+-]?\d{1,2})?$/i;
const name = /^[\p{L}_][\p{L}\p{N}_.-]*$/u;

const amountFrom = (text: string): Amount | null =>
  number.test(text) ? Number(text) : name.test(text) ? { variable: text } : null;

/** A number or the name of a variable that holds it. */
const readAmount = (element: XmlElement, attribute: string, on: Reading): Amount => {
  const text = on.required(element, attribute);
  const amount = amountFrom(text);
  if (amount === null && text !== "") on.problem(element, "bad-value", `${attribute}="${text}" is not a number.`);
  return amount ?? 0;
};

const readRounding = (element: XmlElement, on: Reading): Rounding => ({
  mode: on.oneOf(element, "rounding-mode", roundingModes) ?? "significantFigures",
  figures: readAmount(element, "figures", on),
});

const readTolerance = (element: XmlElement, on: Reading): Tolerance => {
  const mode =
    element.attributes["tolerance-mode"] === undefined
      ? "exact"
      : (on.oneOf(element, "tolerance-mode", ["exact", "absolute", "relative"]) ?? "exact");
  const [below = 0, above = below] = (element.attributes.tolerance ?? "").split(/\s+/).filter(Boolean).map(amountFrom);
  const fits = (amount: Amount | null) => amount !== null && (typeof amount !== "number" || amount >= 0);
  if (!fits(below) || !fits(above)) {
    on.problem(element, "bad-value", `tolerance="${element.attributes.tolerance}" is not one or two numbers.`);
  }
  const withBound = (attribute: string) => element.attributes[attribute] !== "false";
  return {
    mode,
    below: below ?? 0,
    above: above ?? 0,
    withLowest: withBound("include-lower-bound"),
    withHighest: withBound("include-upper-bound"),
  };
};
