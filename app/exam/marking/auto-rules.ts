import type { LookupTable, OutcomeDeclaration, ResponseDeclaration } from "../item/declaration.ts";
import type { Amount, Expression, Rule } from "../item/processing.ts";
import type { ItemResponse } from "../item/response.ts";
import { mappedByArea } from "./auto-areas.ts";
import { isTrue, run } from "./auto-operators.ts";
import { runSpecial } from "./auto-special.ts";
import {
  type Computed,
  computedFrom,
  correctOf,
  float,
  integer,
  type Kind,
  mapped,
  type SameText,
  single,
} from "./auto-values.ts";

export type Setting = {
  readonly rules: readonly Rule[];
  readonly responses: readonly ResponseDeclaration[];
  readonly outcomes: readonly OutcomeDeclaration[];
  readonly given: ItemResponse;
  readonly same: SameText;
};

type Scope = {
  readonly responses: ReadonlyMap<string, ResponseDeclaration>;
  readonly declared: ReadonlyMap<string, OutcomeDeclaration>;
  readonly given: ItemResponse;
  readonly outcomes: Map<string, Computed>;
  readonly same: SameText;
};

/** Runs an item's rules on a response and hands back its outcomes. Total: whatever makes no sense is null. */
export const outcomesOf = (setting: Setting): ReadonlyMap<string, Computed> => {
  const scope: Scope = {
    responses: new Map(setting.responses.map((declaration) => [declaration.id, declaration])),
    declared: new Map(setting.outcomes.map((outcome) => [outcome.id, outcome])),
    given: setting.given,
    outcomes: new Map(setting.outcomes.map((outcome) => [outcome.id, initialOf(outcome)])),
    same: setting.same,
  };
  follow(setting.rules, scope);
  return scope.outcomes;
};

const isNumeric = ({ baseType }: Kind) => baseType === "integer" || baseType === "float";

/** A numeric outcome without a default begins at nought, any other at nothing. */
const initialOf = (outcome: OutcomeDeclaration): Computed => {
  if (outcome.initial !== null) return computedFrom(outcome.initial, outcome);
  return isNumeric(outcome) && outcome.cardinality === "single" ? single(outcome.baseType, 0) : null;
};

/** Whether the rules ran to their end; an exit ends them all, however deep it stands. */
const follow = (rules: readonly Rule[], scope: Scope): boolean => rules.every((rule) => followOne(rule, scope));

const followOne = (rule: Rule, scope: Scope): boolean => {
  switch (rule.kind) {
    case "set":
      scope.outcomes.set(rule.outcome, fitted(evaluate(rule.value, scope), scope.declared.get(rule.outcome)));
      return true;
    case "look-up":
      scope.outcomes.set(rule.outcome, lookUp(evaluate(rule.value, scope), scope.declared.get(rule.outcome)));
      return true;
    case "if": {
      const branch = rule.branches.find(({ when }) => isTrue(evaluate(when, scope)));
      return follow(branch?.rules ?? rule.otherwise, scope);
    }
    case "exit":
      return false;
  }
};

/** A value as its outcome was declared: one of many that is alone, a whole number where numbers with parts are wanted. */
const fitted = (value: Computed, outcome: Kind | undefined): Computed => {
  if (value === null || outcome === undefined || outcome.cardinality === "record" || value.cardinality === "record") {
    return value;
  }
  if (outcome.cardinality === "single" && value.parts.length > 1) return null;
  const baseType = isNumeric(outcome) && isNumeric(value) ? outcome.baseType : value.baseType;
  return { cardinality: outcome.cardinality, baseType, parts: value.parts };
};

const lookUp = (value: Computed, outcome: OutcomeDeclaration | undefined): Computed => {
  const number = value?.parts[0];
  if (outcome?.lookup === undefined || typeof number !== "number") return null;
  const found = entryAt(outcome.lookup, number) ?? outcome.lookup.otherwise;
  return found === null ? null : computedFrom([found], outcome);
};

const entryAt = (table: LookupTable, number: number): string | undefined =>
  table.kind === "match"
    ? table.entries.find(({ from }) => from === number)?.to
    : table.entries.find(({ from, withBound }) => number > from || (withBound && number === from))?.to;

/** Where there is no mapping nothing has an entry. */
const noMapping = { entries: [], otherwise: 0, lower: null, upper: null };

const evaluate = (expression: Expression, scope: Scope): Computed => {
  switch (expression.op) {
    case "baseValue":
      return computedFrom([expression.value], { cardinality: "single", baseType: expression.baseType });
    case "null":
      return null;
    case "variable":
      return variable(expression.id, scope);
    case "correct": {
      const declaration = scope.responses.get(expression.id);
      return declaration === undefined ? null : correctOf(declaration);
    }
    case "default": {
      const declaration = scope.responses.get(expression.id) ?? scope.declared.get(expression.id);
      return declaration === undefined ? null : computedFrom(declaration.initial ?? [], declaration);
    }
    case "mapResponse": {
      const mapping = scope.responses.get(expression.id)?.mapping ?? noMapping;
      return float(mapped(variable(expression.id, scope), mapping, scope.same));
    }
    case "mapResponsePoint": {
      const areas = scope.responses.get(expression.id)?.areas ?? noMapping;
      return float(mappedByArea(variable(expression.id, scope), areas));
    }
    case "mathConstant":
      return float(expression.name === "pi" ? Math.PI : Math.E);
    default:
      return evaluateOn(expression, scope);
  }
};

const evaluateOn = (expression: Extract<Expression, { readonly of: unknown }>, scope: Scope): Computed => {
  const operands = expression.of.map((operand) => evaluate(operand, scope));
  if (isPlain(expression)) return run[expression.op](operands, scope.same);
  const amount = (of: Amount) => amountOf(of, scope);
  return runSpecial(expression, operands, { amount, same: scope.same });
};

type Plain = Extract<Expression, { readonly op: keyof typeof run }>;
const isPlain = (expression: Expression): expression is Plain => Object.hasOwn(run, expression.op);

const amountOf = (amount: Amount, scope: Scope): number | null => {
  if (typeof amount === "number") return amount;
  const part = variable(amount.variable, scope)?.parts[0];
  return typeof part === "number" ? part : null;
};

const variable = (id: string, scope: Scope): Computed => {
  const declaration = scope.responses.get(id);
  if (declaration !== undefined) {
    return computedFrom(Object.hasOwn(scope.given, id) ? (scope.given[id] ?? []) : [], declaration);
  }
  // A test of ours is answered once.
  return scope.outcomes.get(id) ?? (id === "numAttempts" ? integer(1) : null);
};
