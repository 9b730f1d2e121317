import type { BaseType, Cardinality, MapEntry, Mapping, ResponseDeclaration } from "../item/declaration.ts";
import type { Value } from "../item/response.ts";
import { normalise } from "./normalise.ts";

export type Scalar = string | number | boolean;

/** A value inside the rules. There is no empty container: nothing is null, as in QTI. */
export type Computed = {
  readonly cardinality: Cardinality;
  readonly baseType: BaseType;
  readonly parts: readonly Scalar[];
} | null;

/** Two texts are the same, or not, in the eyes of whoever marks. */
export type SameText = (a: string, b: string, caseSensitive: boolean) => boolean;

/** Character for character, as the QTI standard has it. */
export const exactly: SameText = (a, b, caseSensitive) =>
  caseSensitive ? a === b : a.toLowerCase() === b.toLowerCase();

/** In plain form, as we mark. */
export const inPlainForm: SameText = (a, b, caseSensitive) => {
  const keepCase = caseSensitive;
  return normalise(a, { keepCase }).text === normalise(b, { keepCase }).text;
};

export const single = (baseType: BaseType, part: Scalar): Computed => ({
  cardinality: "single",
  baseType,
  parts: [part],
});
export const truth = (value: boolean): Computed => single("boolean", value);
export const float = (value: number): Computed => (Number.isFinite(value) ? single("float", value) : null);

const number = /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i;
const whole = /^[+-]?\d+$/;

/** One part of a response as a value of its base type, or null when it is none. */
export const scalarFrom = (text: string, baseType: BaseType): Scalar | null => {
  const trimmed = text.trim();
  switch (baseType) {
    case "string":
      return text;
    case "identifier":
      return trimmed;
    case "integer":
      return whole.test(trimmed) ? Number(trimmed) : null;
    case "float":
      return number.test(trimmed) ? Number(trimmed) : null;
    case "boolean":
      return trimmed === "true" ? true : trimmed === "false" ? false : null;
    case "directedPair":
      return trimmed.split(/\s+/).join(" ");
    case "pair":
      return trimmed.split(/\s+/).sort().join(" ");
  }
};

export type Kind = { readonly cardinality: Cardinality; readonly baseType: BaseType };

/** Blank parts are nothing; so are parts that are not of the base type. */
export const computedFrom = (value: Value, { cardinality, baseType }: Kind): Computed => {
  const parts = value
    .filter((part) => part.trim() !== "")
    .map((part) => scalarFrom(part, baseType))
    .filter((part) => part !== null);
  if (parts.length === 0) return null;
  return { cardinality, baseType, parts: cardinality === "single" ? parts.slice(0, 1) : parts };
};

export const correctOf = (declaration: ResponseDeclaration) => computedFrom(declaration.correct ?? [], declaration);

export type Comparison = { readonly baseType: BaseType; readonly same: SameText; readonly caseSensitive?: boolean };

export const sameScalar = (a: Scalar, b: Scalar, { baseType, same, caseSensitive }: Comparison) =>
  baseType === "string" && typeof a === "string" && typeof b === "string"
    ? same(a, b, caseSensitive ?? same === exactly)
    : a === b;

/** The entry that a part of a response falls under, if any. */
export const entryFor = (part: Scalar, mapping: Mapping, { baseType, same }: Comparison): MapEntry | null =>
  mapping.entries.find((entry) => {
    const key = scalarFrom(entry.key, baseType);
    return key !== null && sameScalar(part, key, { baseType, same, caseSensitive: entry.caseSensitive });
  }) ?? null;

const within = (value: number, { lower, upper }: Mapping) =>
  Math.min(upper ?? Number.POSITIVE_INFINITY, Math.max(lower ?? Number.NEGATIVE_INFINITY, value));

/** What a response is worth by its mapping. A part given twice counts once; nothing at all is worth nothing. */
export const mapped = (value: Computed, mapping: Mapping, same: SameText): number => {
  if (value === null) return within(0, mapping);
  const { baseType } = value;
  const counted = new Set<MapEntry | Scalar>();
  let total = 0;
  for (const part of value.parts) {
    const entry = entryFor(part, mapping, { baseType, same });
    if (counted.has(entry ?? part)) continue;
    counted.add(entry ?? part);
    total += entry?.value ?? mapping.otherwise;
  }
  return within(total, mapping);
};
