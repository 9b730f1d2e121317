import type { MathName, StatsName } from "../item/processing.ts";

/** Halves go up, towards the larger number, as QTI has it. */
export const rounded = (value: number) => Math.floor(value + 0.5);

/** Moves the decimal point in the digits themselves, so that 1.005 stays 1.005 on its way to 100.5. */
const shifted = (value: number, places: number) => {
  const [digits, exponent = "0"] = String(value).split("e");
  return Number(`${digits}e${Number(exponent) + places}`);
};

export const toDecimalPlaces = (value: number, places: number) => shifted(rounded(shifted(value, places)), -places);

export const toSignificantFigures = (value: number, figures: number) => {
  if (value === 0) return 0;
  const size = Math.floor(Math.log10(Math.abs(value))) + 1;
  return toDecimalPlaces(value, figures - size);
};

const gcdOfTwo = (a: number, b: number): number => (b === 0 ? Math.abs(a) : gcdOfTwo(b, a % b));

export const gcd = (numbers: readonly number[]) => numbers.reduce(gcdOfTwo, 0);

export const lcm = (numbers: readonly number[]) =>
  numbers.includes(0) ? 0 : numbers.reduce((a, b) => Math.abs(a * b) / gcdOfTwo(a, b), 1);

const inverse = (value: number) => 1 / value;

/** Angles in radians. What is not defined is not a number. */
export const mathematics: Readonly<Record<MathName, (x: number, y: number) => number>> = {
  sin: Math.sin,
  cos: Math.cos,
  tan: Math.tan,
  sec: (x) => inverse(Math.cos(x)),
  csc: (x) => inverse(Math.sin(x)),
  cot: (x) => inverse(Math.tan(x)),
  asin: Math.asin,
  acos: Math.acos,
  atan: Math.atan,
  atan2: Math.atan2,
  asec: (x) => Math.acos(inverse(x)),
  acsc: (x) => Math.asin(inverse(x)),
  acot: (x) => (x === 0 ? Math.PI / 2 : Math.atan(inverse(x))),
  sinh: Math.sinh,
  cosh: Math.cosh,
  tanh: Math.tanh,
  sech: (x) => inverse(Math.cosh(x)),
  csch: (x) => inverse(Math.sinh(x)),
  coth: (x) => inverse(Math.tanh(x)),
  log: Math.log10,
  ln: Math.log,
  exp: Math.exp,
  abs: Math.abs,
  signum: Math.sign,
  floor: Math.floor,
  ceil: Math.ceil,
  toDegrees: (x) => (x * 180) / Math.PI,
  toRadians: (x) => (x * Math.PI) / 180,
};

/** Those whose result is a whole number. */
export const wholeResults: ReadonlySet<MathName> = new Set<MathName>(["signum", "floor", "ceil"]);

const mean = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0) / numbers.length;

const variance = (numbers: readonly number[], by: number) => {
  const middle = mean(numbers);
  return numbers.reduce((total, value) => total + (value - middle) ** 2, 0) / by;
};

/** A sample of one says nothing about spread: its variance is not a number. */
export const statistics: Readonly<Record<StatsName, (numbers: readonly number[]) => number>> = {
  mean,
  sampleVariance: (numbers) => variance(numbers, numbers.length - 1),
  sampleSD: (numbers) => Math.sqrt(variance(numbers, numbers.length - 1)),
  popVariance: (numbers) => variance(numbers, numbers.length),
  popSD: (numbers) => Math.sqrt(variance(numbers, numbers.length)),
};
