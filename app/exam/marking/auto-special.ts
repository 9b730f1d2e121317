import type { Amount, Rounding, Special, Tolerance } from "../item/processing.ts";
import { anyInside } from "./auto-areas.ts";
import { mathematics, statistics, toDecimalPlaces, toSignificantFigures, wholeResults } from "./auto-numbers.ts";
import { gather, isFalse, isTrue, numbersIn } from "./auto-operators.ts";
import { matchesPattern } from "./auto-pattern.ts";
import { baseTypeOf, type Computed, float, integer, type SameText, single, truth } from "./auto-values.ts";

/** How numbers given by name are found, and how texts are compared. */
export type Around = { readonly amount: (of: Amount) => number | null; readonly same: SameText };

/** Works out an operator that knows more than its operands. Whatever makes no sense is null. */
export const runSpecial = (special: Special, operands: readonly Computed[], around: Around): Computed => {
  const [first = null, second = null] = operands;
  switch (special.op) {
    case "equal":
      return equal(operands, special.tolerance, around);
    case "equalRounded": {
      const [a, b] = operands.map((operand) => roundedBy(special.rounding, operand, around));
      return a === undefined || b === undefined || a === null || b === null ? null : truth(a === b);
    }
    case "roundTo": {
      const value = roundedBy(special.rounding, first, around);
      return value === null ? null : float(value);
    }
    case "index": {
      const n = around.amount(special.n);
      const part = n === null ? undefined : first?.parts[n - 1];
      return first === null || part === undefined ? null : single(first.baseType, part);
    }
    case "repeat":
      return repeat(operands, around.amount(special.times));
    case "anyN":
      return anyN(operands, around.amount(special.least), around.amount(special.most));
    case "fieldValue": {
      const part = first?.parts[first.fields?.indexOf(special.field) ?? -1];
      return part === undefined ? null : single(baseTypeOf(part), part);
    }
    case "stringMatch":
      return texts(first, second, (a, b) =>
        special.substring ? holdsText(a, b, special.caseSensitive) : around.same(a, b, special.caseSensitive),
      );
    case "substring":
      return texts(first, second, (a, b) => holdsText(b, a, special.caseSensitive));
    case "patternMatch": {
      const matched = first === null ? null : matchesPattern(special.pattern, String(first.parts[0]));
      return matched === null ? null : truth(matched);
    }
    case "inside":
      return first === null ? null : truth(anyInside(special.area, first.parts));
    case "mathOperator": {
      const [x, y = Number.NaN] = numbersIn(operands) ?? [];
      if (x === undefined) return null;
      const value = mathematics[special.name](x, y);
      return wholeResults.has(special.name) ? integer(value) : float(value);
    }
    case "statsOperator": {
      const numbers = numbersIn([first]);
      return numbers === null ? null : float(statistics[special.name](numbers));
    }
  }
};

const equal = ([a = null, b = null]: readonly Computed[], tolerance: Tolerance, { amount }: Around): Computed => {
  const [x, y] = [a?.parts[0], b?.parts[0]];
  if (typeof x !== "number" || typeof y !== "number") return null;
  if (tolerance.mode === "exact") return truth(x === y);
  const [less, more] = [amount(tolerance.below), amount(tolerance.above)];
  if (less === null || more === null) return null;
  const share = tolerance.mode === "relative" ? Math.abs(x) / 100 : 1;
  const [lowest, highest] = [x - less * share, x + more * share];
  const above = tolerance.withLowest ? y >= lowest : y > lowest;
  const below = tolerance.withHighest ? y <= highest : y < highest;
  return truth(above && below);
};

const roundedBy = ({ mode, figures }: Rounding, value: Computed, { amount }: Around): number | null => {
  const [number, places] = [value?.parts[0], amount(figures)];
  if (typeof number !== "number" || places === null || !Number.isInteger(places)) return null;
  if (mode === "decimalPlaces") return places < 0 ? null : toDecimalPlaces(number, places);
  return places < 1 ? null : toSignificantFigures(number, places);
};

/** No honest item repeats more often. */
const mostRepeats = 1_000;

const repeat = (operands: readonly Computed[], times: number | null): Computed => {
  if (times === null || times < 1) return null;
  const once = gather("ordered", operands);
  if (once === null) return null;
  const count = Math.min(Math.floor(times), Math.ceil(mostRepeats / once.parts.length));
  return { ...once, parts: Array.from({ length: count }, () => once.parts).flat() };
};

/** True when as many as asked for are true whatever the unknown ones are, false when they cannot be, else unknown. */
const anyN = (operands: readonly Computed[], least: number | null, most: number | null): Computed => {
  if (least === null || most === null) return null;
  const certain = operands.filter(isTrue).length;
  const possible = operands.filter((operand) => !isFalse(operand)).length;
  if (certain > most || possible < least) return truth(false);
  return certain >= least && possible <= most ? truth(true) : null;
};

const texts = (a: Computed, b: Computed, decide: (a: string, b: string) => boolean): Computed =>
  a === null || b === null ? null : truth(decide(String(a.parts[0]), String(b.parts[0])));

const holdsText = (outer: string, inner: string, caseSensitive: boolean) =>
  caseSensitive ? outer.includes(inner) : outer.toLowerCase().includes(inner.toLowerCase());
