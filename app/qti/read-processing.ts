import { baseTypes } from "../exam/item/declaration.ts";
import {
  type Expression,
  type Operator,
  operators,
  type ResponseProcessing,
  type Rule,
  type Tolerance,
} from "../exam/item/processing.ts";
import { templates } from "../exam/item/processing-templates.ts";
import type { Reading } from "./reading.ts";
import { childNamed, childrenNamed, elementsIn, textOf, type XmlElement } from "./xml.ts";

export const readProcessing = (root: XmlElement, on: Reading): ResponseProcessing => {
  const processing = childNamed(root, "qti-response-processing");
  if (processing === null) return { kind: "none" };
  on.place("processing", processing);
  const { template } = processing.attributes;
  if (template !== undefined) return readTemplate(processing, template, on);
  const rules = readRules(elementsIn(processing), on);
  return rules.length === 0 ? { kind: "none" } : { kind: "rules", rules };
};

/** Templates are known by the last part of their address and never fetched. */
const readTemplate = (processing: XmlElement, address: string, on: Reading): ResponseProcessing => {
  const name = address
    .split("/")
    .at(-1)
    ?.replace(/\.xml$/, "");
  const template = templates.find((known) => known === name);
  if (template !== undefined) return { kind: "template", template };
  on.problem(processing, "not-supported", `The response processing template "${address}" is not supported.`);
  return { kind: "none" };
};

const readRules = (elements: readonly XmlElement[], on: Reading): readonly Rule[] =>
  elements.flatMap((element) => readRule(element, on));

const readRule = (element: XmlElement, on: Reading): readonly Rule[] => {
  switch (element.name) {
    case "qti-set-outcome-value":
      return [
        { kind: "set", outcome: on.required(element, "identifier"), value: readOnly(element, elementsIn(element), on) },
      ];
    case "qti-response-condition":
      return [readCondition(element, on)];
    case "qti-response-processing-fragment":
      return readRules(elementsIn(element), on);
    default:
      on.problem(element, "not-supported", `The response rule ${element.name} is not supported.`);
      return [];
  }
};

const readCondition = (condition: XmlElement, on: Reading): Rule => {
  const branches = [
    ...childrenNamed(condition, "qti-response-if"),
    ...childrenNamed(condition, "qti-response-else-if"),
  ];
  if (childNamed(condition, "qti-response-if") === null) {
    on.problem(condition, "missing", "qti-response-condition needs a qti-response-if.");
  }
  const otherwise = childNamed(condition, "qti-response-else");
  return {
    kind: "if",
    branches: branches.map((branch) => {
      const [when, ...rules] = elementsIn(branch);
      return { when: readOnly(branch, when === undefined ? [] : [when], on), rules: readRules(rules, on) };
    }),
    otherwise: otherwise === null ? [] : readRules(elementsIn(otherwise), on),
  };
};

const nothing: Expression = { op: "null" };

/** For rules that take exactly one expression. */
const readOnly = (parent: XmlElement, elements: readonly XmlElement[], on: Reading): Expression => {
  const [element] = elements;
  if (element !== undefined && elements.length === 1) return readExpression(element, on);
  on.problem(parent, "bad-value", `${parent.name} needs exactly one expression.`);
  return nothing;
};

const readExpression = (element: XmlElement, on: Reading): Expression => {
  switch (element.name) {
    case "qti-base-value":
      return {
        op: "baseValue",
        baseType: on.oneOf(element, "base-type", baseTypes) ?? "string",
        value: textOf(element),
      };
    case "qti-null":
      return nothing;
    case "qti-variable":
      return { op: "variable", id: on.required(element, "identifier") };
    case "qti-correct":
      return { op: "correct", id: on.required(element, "identifier") };
    case "qti-map-response":
      return { op: "mapResponse", id: on.required(element, "identifier") };
    case "qti-equal":
      return {
        op: "equal",
        of: readOperands(element, { least: 2, most: 2 }, on),
        tolerance: readTolerance(element, on),
      };
    case "qti-index":
      return { op: "index", of: readOperands(element, { least: 1, most: 1 }, on), n: on.whole(element, "n", 1) };
    default:
      return readOperator(element, on);
  }
};

const readOperator = (element: XmlElement, on: Reading): Expression => {
  const op = operatorNamed(element.name);
  if (op === null) {
    on.problem(element, "not-supported", `The operator ${element.name} is not supported.`);
    return nothing;
  }
  return { op, of: readOperands(element, operators[op], on) };
};

const operatorNames = new Map<string, Operator>(
  (Object.keys(operators) as Operator[]).map((op) => [
    `qti-${op.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`,
    op,
  ]),
);
const operatorNamed = (name: string) => operatorNames.get(name) ?? null;

const readOperands = (element: XmlElement, arity: { least: number; most: number }, on: Reading) => {
  const operands = elementsIn(element).map((child) => readExpression(child, on));
  if (operands.length < arity.least || operands.length > arity.most) {
    on.problem(element, "bad-value", `${element.name} cannot take ${operands.length} expressions.`);
  }
  return operands;
};

const readTolerance = (element: XmlElement, on: Reading): Tolerance => {
  const mode =
    element.attributes["tolerance-mode"] === undefined
      ? "exact"
      : (on.oneOf(element, "tolerance-mode", ["exact", "absolute", "relative"]) ?? "exact");
  const [below = 0, above = below] = (element.attributes.tolerance ?? "").split(/\s+/).filter(Boolean).map(Number);
  if (![below, above].every((part) => Number.isFinite(part) && part >= 0)) {
    on.problem(element, "bad-value", `tolerance="${element.attributes.tolerance}" is not one or two numbers.`);
  }
  const withBound = (attribute: string) => element.attributes[attribute] !== "false";
  return {
    mode,
    below,
    above,
    withLowest: withBound("include-lower-bound"),
    withHighest: withBound("include-upper-bound"),
  };
};
