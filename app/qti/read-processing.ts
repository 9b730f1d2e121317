import { baseTypes } from "../exam/item/declaration.ts";
import {
  type Expression,
  mathConstants,
  type Operator,
  operators,
  type ResponseProcessing,
  type Rule,
} from "../exam/item/processing.ts";
import { templates } from "../exam/item/processing-templates.ts";
import { type Arity, readSpecial } from "./read-special.ts";
import type { Reading } from "./reading.ts";
import { childNamed, childrenNamed, elementsIn, exactTextOf, textOf, type XmlElement } from "./xml.ts";

export const readProcessing = (root: XmlElement, on: Reading): ResponseProcessing => {
  const processing = childNamed(root, "qti-response-processing");
  if (processing === null) return { kind: "none" };
  on.place("processing", processing);
  const address = processing.attributes.template ?? processing.attributes["template-location"];
  const template = address === undefined ? undefined : templateAt(address);
  if (template !== undefined) return { kind: "template", template };
  const rules = readRules(elementsIn(processing), on);
  if (rules.length > 0) return { kind: "rules", rules };
  if (address !== undefined) {
    on.problem(processing, "not-supported", `The response processing template "${address}" is not supported.`);
  }
  return { kind: "none" };
};

/** Templates are known by the last part of their address and never fetched; rules beside one stand in for an unknown one. */
const templateAt = (address: string) => {
  const name = address
    .split("/")
    .at(-1)
    ?.replace(/\.xml$/, "");
  return templates.find((known) => known === name);
};

const readRules = (elements: readonly XmlElement[], on: Reading): readonly Rule[] =>
  elements.flatMap((element) => readRule(element, on));

const readRule = (element: XmlElement, on: Reading): readonly Rule[] => {
  switch (element.name) {
    case "qti-set-outcome-value":
      return [
        { kind: "set", outcome: on.required(element, "identifier"), value: readOnly(element, elementsIn(element), on) },
      ];
    case "qti-lookup-outcome-value":
      return [
        {
          kind: "look-up",
          outcome: on.required(element, "identifier"),
          value: readOnly(element, elementsIn(element), on),
        },
      ];
    case "qti-exit-response":
      return [{ kind: "exit" }];
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
    on.untidy(condition, "missing", "qti-response-condition needs a qti-response-if.");
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

const readExpression = (element: XmlElement, on: Reading): Expression =>
  readLeaf(element, on) ??
  readSpecial(element, (arity) => readOperands(element, arity, on), on) ??
  readOperator(element, on);

/** What stands by itself. */
const readLeaf = (element: XmlElement, on: Reading): Expression | null => {
  const id = () => on.required(element, "identifier");
  switch (element.name) {
    case "qti-base-value": {
      const baseType = on.oneOf(element, "base-type", baseTypes) ?? "string";
      return { op: "baseValue", baseType, value: baseType === "string" ? exactTextOf(element) : textOf(element) };
    }
    case "qti-null":
      return nothing;
    case "qti-variable": {
      const weight = element.attributes["weight-identifier"];
      return { op: "variable", id: id(), ...(weight === undefined ? {} : { weight }) };
    }
    case "qti-correct":
      return { op: "correct", id: id() };
    case "qti-default":
      return { op: "default", id: id() };
    case "qti-map-response":
      return { op: "mapResponse", id: id() };
    case "qti-map-response-point":
      return { op: "mapResponsePoint", id: id() };
    case "qti-math-constant":
      return { op: "mathConstant", name: on.oneOf(element, "name", mathConstants) ?? "pi" };
    default:
      return null;
  }
};

const chance: ReadonlySet<string> = new Set(["qti-random", "qti-random-integer", "qti-random-float"]);

const readOperator = (element: XmlElement, on: Reading): Expression => {
  const op = operatorNamed(element.name);
  if (op !== null) return { op, of: readOperands(element, operators[op], on) };
  if (chance.has(element.name)) {
    on.problem(element, "chance", `With ${element.name} a mark would hang on chance; no mark of ours does.`);
  } else {
    const which = [element.attributes.class, element.attributes.definition].find((name) => name !== undefined);
    const words = which === undefined ? element.name : `${element.name} "${which}"`;
    on.problem(element, "unsupported-operator", `The operator ${words} is not supported.`);
  }
  return nothing;
};

/** `durationLT` → `qti-duration-lt`. */
const operatorNames = new Map<string, Operator>(
  (Object.keys(operators) as Operator[]).map((op) => [
    `qti-${op.replace(/[A-Z]+/g, (letters) => `-${letters.toLowerCase()}`)}`,
    op,
  ]),
);
const operatorNamed = (name: string) => operatorNames.get(name) ?? null;

const readOperands = (element: XmlElement, arity: Arity, on: Reading) => {
  const operands = elementsIn(element).map((child) => readExpression(child, on));
  if (operands.length < arity.least || operands.length > arity.most) {
    on.problem(element, "bad-value", `${element.name} cannot take ${operands.length} expressions.`);
  }
  return operands;
};
