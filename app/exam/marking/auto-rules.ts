import type { OutcomeDeclaration, ResponseDeclaration } from "../item/declaration.ts";
import type { Expression, Rule, Tolerance } from "../item/processing.ts";
import type { ItemResponse } from "../item/response.ts";
import { isTrue, run } from "./auto-operators.ts";
import { type Computed, computedFrom, correctOf, float, mapped, type SameText, single, truth } from "./auto-values.ts";

export type Setting = {
  readonly rules: readonly Rule[];
  readonly responses: readonly ResponseDeclaration[];
  readonly outcomes: readonly OutcomeDeclaration[];
  readonly given: ItemResponse;
  readonly same: SameText;
};

type Scope = {
  readonly responses: ReadonlyMap<string, ResponseDeclaration>;
  readonly given: ItemResponse;
  readonly outcomes: Map<string, Computed>;
  readonly same: SameText;
};

/** Runs an item's rules on a response and hands back its outcomes. Total: whatever makes no sense is null. */
export const outcomesOf = (setting: Setting): ReadonlyMap<string, Computed> => {
  const scope: Scope = {
    responses: new Map(setting.responses.map((declaration) => [declaration.id, declaration])),
    given: setting.given,
    outcomes: new Map(setting.outcomes.map((outcome) => [outcome.id, initialOf(outcome)])),
    same: setting.same,
  };
  follow(setting.rules, scope);
  return scope.outcomes;
};

const isNumeric = ({ baseType }: OutcomeDeclaration) => baseType === "integer" || baseType === "float";

/** A numeric outcome without a default begins at nought, any other at nothing. */
const initialOf = (outcome: OutcomeDeclaration): Computed => {
  if (outcome.initial !== null) return computedFrom(outcome.initial, outcome);
  return isNumeric(outcome) && outcome.cardinality === "single" ? single(outcome.baseType, 0) : null;
};

const follow = (rules: readonly Rule[], scope: Scope): void => {
  for (const rule of rules) {
    switch (rule.kind) {
      case "set":
        scope.outcomes.set(rule.outcome, evaluate(rule.value, scope));
        break;
      case "if": {
        const branch = rule.branches.find(({ when }) => isTrue(evaluate(when, scope)));
        follow(branch?.rules ?? rule.otherwise, scope);
        break;
      }
    }
  }
};

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
    case "mapResponse": {
      const mapping = scope.responses.get(expression.id)?.mapping ?? null;
      return mapping === null ? null : float(mapped(variable(expression.id, scope), mapping, scope.same));
    }
    case "equal":
      return equal(
        expression.of.map((operand) => evaluate(operand, scope)),
        expression.tolerance,
      );
    case "index": {
      const container = evaluate(expression.of[0] ?? { op: "null" }, scope);
      const part = container?.parts[expression.n - 1];
      return container === null || part === undefined ? null : single(container.baseType, part);
    }
    default:
      return run[expression.op](
        expression.of.map((operand) => evaluate(operand, scope)),
        scope.same,
      );
  }
};

const variable = (id: string, scope: Scope): Computed => {
  const declaration = scope.responses.get(id);
  if (declaration === undefined) return scope.outcomes.get(id) ?? null;
  return computedFrom(Object.hasOwn(scope.given, id) ? (scope.given[id] ?? []) : [], declaration);
};

const equal = ([a = null, b = null]: readonly Computed[], tolerance: Tolerance): Computed => {
  const [x, y] = [a?.parts[0], b?.parts[0]];
  if (typeof x !== "number" || typeof y !== "number") return null;
  if (tolerance.mode === "exact") return truth(x === y);
  const share = tolerance.mode === "relative" ? Math.abs(x) / 100 : 1;
  const [lowest, highest] = [x - tolerance.below * share, x + tolerance.above * share];
  const above = tolerance.withLowest ? y >= lowest : y > lowest;
  const below = tolerance.withHighest ? y <= highest : y < highest;
  return truth(above && below);
};
