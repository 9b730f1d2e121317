import type { Operator } from "../item/processing.ts";
import { type Computed, float, type SameText, type Scalar, sameScalar, single, truth } from "./auto-values.ts";

type Present = NonNullable<Computed>;
type Run = (operands: readonly Computed[], same: SameText) => Computed;

/** Whether two values are equal as wholes: containers part by part, in order only when they are ordered. */
export const matches = (a: Present, b: Present, same: SameText): boolean => {
  if (a.parts.length !== b.parts.length) return false;
  const alike = (x: Scalar, y: Scalar) => sameScalar(x, y, { baseType: a.baseType, same });
  if (a.cardinality !== "multiple") return a.parts.every((part, i) => alike(part, b.parts[i] as Scalar));
  return holdsAll(a.parts, b.parts, alike);
};

/** Each part of `inner` has a part of `outer` to itself. */
const holdsAll = (outer: readonly Scalar[], inner: readonly Scalar[], alike: (x: Scalar, y: Scalar) => boolean) => {
  const left = [...outer];
  return inner.every((part) => {
    const at = left.findIndex((candidate) => alike(candidate, part));
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  });
};

const holdsRun = (outer: readonly Scalar[], inner: readonly Scalar[], alike: (x: Scalar, y: Scalar) => boolean) =>
  outer.some(
    (_, start) =>
      start + inner.length <= outer.length && inner.every((part, i) => alike(outer[start + i] as Scalar, part)),
  );

const present = (operands: readonly Computed[]): readonly Present[] | null => {
  const found = operands.filter((operand) => operand !== null);
  return found.length === operands.length ? found : null;
};

/** All numbers of all operands, or null when one is nothing or no number. */
const numbersIn = (operands: readonly Computed[]): readonly number[] | null => {
  const parts = present(operands)?.flatMap((operand) => operand.parts) ?? null;
  if (parts === null) return null;
  const numbers = parts.filter((part) => typeof part === "number");
  return numbers.length === parts.length ? numbers : null;
};

const arithmetic =
  (calculate: (numbers: readonly number[]) => number): Run =>
  (operands) => {
    const numbers = numbersIn(operands);
    return numbers === null || numbers.length === 0 ? null : float(calculate(numbers));
  };

const compared =
  (compare: (a: number, b: number) => boolean): Run =>
  (operands) => {
    const numbers = numbersIn(operands);
    if (numbers === null || numbers.length !== 2) return null;
    return truth(compare(numbers[0] as number, numbers[1] as number));
  };

export const isTrue = (value: Computed) => value?.parts[0] === true;
const isFalse = (value: Computed) => value?.parts[0] === false;

const two =
  (decide: (a: Present, b: Present, same: SameText) => boolean): Run =>
  ([a = null, b = null], same) =>
    a === null || b === null ? null : truth(decide(a, b, same));

const container =
  (cardinality: "multiple" | "ordered"): Run =>
  (operands) => {
    const found = operands.filter((operand) => operand !== null);
    const [first] = found;
    if (first === undefined) return null;
    return { cardinality, baseType: first.baseType, parts: found.flatMap((operand) => operand.parts) };
  };

/** Halves go up, towards the larger number, as QTI has it. */
const rounded = (value: number) => Math.floor(value + 0.5);

const asInteger =
  (calculate: (value: number) => number): Run =>
  (operands) => {
    const value = numbersIn(operands)?.[0];
    return value === undefined ? null : single("integer", calculate(value));
  };

export const run = {
  sum: arithmetic((numbers) => numbers.reduce((a, b) => a + b, 0)),
  product: arithmetic((numbers) => numbers.reduce((a, b) => a * b, 1)),
  subtract: arithmetic(([a = 0, b = 0]) => a - b),
  divide: arithmetic(([a = 0, b = 0]) => a / b),
  min: arithmetic((numbers) => Math.min(...numbers)),
  max: arithmetic((numbers) => Math.max(...numbers)),
  round: asInteger(rounded),
  truncate: asInteger(Math.trunc),
  integerToFloat: arithmetic(([a = 0]) => a),
  match: two(matches),
  gt: compared((a, b) => a > b),
  gte: compared((a, b) => a >= b),
  lt: compared((a, b) => a < b),
  lte: compared((a, b) => a <= b),
  and: (operands) => (operands.some(isFalse) ? truth(false) : operands.every(isTrue) ? truth(true) : null),
  or: (operands) => (operands.some(isTrue) ? truth(true) : operands.every(isFalse) ? truth(false) : null),
  not: ([value = null]) => (isTrue(value) ? truth(false) : isFalse(value) ? truth(true) : null),
  isNull: ([value = null]) => truth(value === null),
  member: two((part, whole, same) =>
    whole.parts.some((candidate) => sameScalar(candidate, part.parts[0] as Scalar, { baseType: part.baseType, same })),
  ),
  contains: two((outer, inner, same) => {
    const alike = (x: Scalar, y: Scalar) => sameScalar(x, y, { baseType: outer.baseType, same });
    const holds = outer.cardinality === "ordered" ? holdsRun : holdsAll;
    return holds(outer.parts, inner.parts, alike);
  }),
  multiple: container("multiple"),
  ordered: container("ordered"),
  containerSize: ([value = null]) => single("integer", value?.parts.length ?? 0),
} as const satisfies Record<Operator, Run>;
