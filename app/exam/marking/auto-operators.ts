import type { Operator } from "../item/processing.ts";
import { gcd, lcm, rounded } from "./auto-numbers.ts";
import { type Computed, float, integer, type SameText, type Scalar, sameScalar, single, truth } from "./auto-values.ts";

type Present = NonNullable<Computed>;
type Run = (operands: readonly Computed[], same: SameText) => Computed;

/** Whether two values are equal as wholes: containers part by part, in order only when they are ordered. */
export const matches = (a: Present, b: Present, same: SameText): boolean => {
  if (a.parts.length !== b.parts.length) return false;
  const alike = (x: Scalar, y: Scalar) => sameScalar(x, y, { baseType: a.baseType, same });
  if (a.cardinality === "record" || b.cardinality === "record") return sameRecord(a, b, same);
  if (a.cardinality !== "multiple") return a.parts.every((part, i) => alike(part, b.parts[i] as Scalar));
  return holdsAll(a.parts, b.parts, alike);
};

/** Field by field, in whatever order they were named. */
const sameRecord = (a: Present, b: Present, same: SameText) =>
  (a.fields ?? []).every((field, at) => {
    const there = b.fields?.indexOf(field) ?? -1;
    return there >= 0 && sameScalar(a.parts[at] as Scalar, b.parts[there] as Scalar, { baseType: "string", same });
  });

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
export const numbersIn = (operands: readonly Computed[]): readonly number[] | null => {
  const parts = present(operands)?.flatMap((operand) => operand.parts) ?? null;
  if (parts === null) return null;
  const numbers = parts.filter((part) => typeof part === "number");
  return numbers.length === parts.length ? numbers : null;
};

const areWhole = (operands: readonly Computed[]) => operands.every((operand) => operand?.baseType === "integer");

/** Whole numbers in, a whole number out. */
const arithmetic =
  (calculate: (numbers: readonly number[]) => number): Run =>
  (operands) => {
    const numbers = numbersIn(operands);
    if (numbers === null || numbers.length === 0) return null;
    const result = calculate(numbers);
    return areWhole(operands) ? integer(result) : float(result);
  };

const inFloats =
  (calculate: (a: number, b: number) => number): Run =>
  (operands) => {
    const [a, b = Number.NaN] = numbersIn(operands) ?? [];
    return a === undefined ? null : float(calculate(a, b));
  };

/** For whole numbers only; anything else gives nothing. */
const inIntegers =
  (calculate: (numbers: readonly number[]) => number): Run =>
  (operands) => {
    const numbers = numbersIn(operands);
    return numbers?.every(Number.isInteger) && numbers.length > 0 ? integer(calculate(numbers)) : null;
  };

const compared =
  (compare: (a: number, b: number) => boolean): Run =>
  (operands) => {
    const numbers = numbersIn(operands);
    if (numbers === null || numbers.length !== 2) return null;
    return truth(compare(numbers[0] as number, numbers[1] as number));
  };

export const isTrue = (value: Computed) => value?.parts[0] === true;
export const isFalse = (value: Computed) => value?.parts[0] === false;

const two =
  (decide: (a: Present, b: Present, same: SameText) => boolean): Run =>
  ([a = null, b = null], same) =>
    a === null || b === null ? null : truth(decide(a, b, same));

/** Gathers values into one container; what is nothing is left out, and a container of nothing is nothing. */
export const gather = (cardinality: "multiple" | "ordered", operands: readonly Computed[]): Computed => {
  const found = operands.filter((operand) => operand !== null);
  const [first] = found;
  if (first === undefined) return null;
  return { cardinality, baseType: first.baseType, parts: found.flatMap((operand) => operand.parts) };
};

const asInteger =
  (calculate: (value: number) => number): Run =>
  (operands) => {
    const value = numbersIn(operands)?.[0];
    return value === undefined ? null : integer(calculate(value));
  };

export const run = {
  sum: arithmetic((numbers) => numbers.reduce((a, b) => a + b, 0)),
  product: arithmetic((numbers) => numbers.reduce((a, b) => a * b, 1)),
  subtract: arithmetic(([a = 0, b = 0]) => a - b),
  divide: inFloats((a, b) => a / b),
  integerDivide: inIntegers(([a = 0, b = 0]) => Math.floor(a / b)),
  integerModulus: inIntegers(([a = 0, b = 0]) => a - b * Math.floor(a / b)),
  power: inFloats((a, b) => a ** b),
  gcd: inIntegers(gcd),
  lcm: inIntegers(lcm),
  min: arithmetic((numbers) => Math.min(...numbers)),
  max: arithmetic((numbers) => Math.max(...numbers)),
  round: asInteger(rounded),
  truncate: asInteger(Math.trunc),
  integerToFloat: ([value = null]) =>
    value === null || numbersIn([value]) === null ? null : { ...value, baseType: "float" },
  match: two(matches),
  gt: compared((a, b) => a > b),
  gte: compared((a, b) => a >= b),
  lt: compared((a, b) => a < b),
  lte: compared((a, b) => a <= b),
  durationLT: compared((a, b) => a < b),
  durationGTE: compared((a, b) => a >= b),
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
  delete: ([part = null, whole = null], same) => {
    if (part === null || whole === null) return null;
    const isIt = (candidate: Scalar) =>
      sameScalar(candidate, part.parts[0] as Scalar, { baseType: part.baseType, same });
    const parts = whole.parts.filter((candidate) => !isIt(candidate));
    return parts.length === 0 ? null : { ...whole, parts };
  },
  multiple: (operands) => gather("multiple", operands),
  ordered: (operands) => gather("ordered", operands),
  containerSize: ([value = null]) => single("integer", value?.parts.length ?? 0),
} as const satisfies Record<Operator, Run>;
