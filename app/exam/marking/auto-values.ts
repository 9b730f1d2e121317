import type { BaseType, Cardinality, MapEntry, Mapping, ResponseDeclaration } from "../item/declaration.ts";
import type { Value } from "../item/response.ts";
import { numberFrom, recordFrom, wholeFrom } from "./auto-record.ts";
import { normalise } from "./normalise.ts";

export type Scalar = string | number | boolean;

/** A value inside the rules. There is no empty container: nothing is null, as in QTI. */
export type Computed = {
  readonly cardinality: Cardinality;
  readonly baseType: BaseType;
  /** Of a record, the values of its fields. */
  readonly parts: readonly Scalar[];
  /** Only of a record: the names of its fields, one for each part. */
  readonly fields?: readonly string[];
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
export const integer = (value: number): Computed => (Number.isSafeInteger(value) ? single("integer", value) : null);

/** One part of a response as a value of its base type, or null when it is none. */
export const scalarFrom = (text: string, baseType: BaseType): Scalar | null => {
  const trimmed = text.trim();
  switch (baseType) {
    case "string":
    case "file":
      return text;
    case "identifier":
    case "uri":
      return trimmed;
    case "integer":
      return wholeFrom(trimmed);
    case "float":
    case "duration":
      return numberFrom(trimmed);
    case "intOrIdentifier":
      return wholeFrom(trimmed) ?? trimmed;
    case "boolean":
      return trimmed === "true" || trimmed === "1" ? true : trimmed === "false" || trimmed === "0" ? false : null;
    case "directedPair":
      return trimmed.split(/\s+/).join(" ");
    case "pair":
      return trimmed.split(/\s+/).sort().join(" ");
    case "point":
      return pointFrom(trimmed);
  }
};

const pointFrom = (text: string): string | null => {
  const [x = null, y = null, ...more] = text.split(/\s+/).map(numberFrom);
  return x === null || y === null || more.length > 0 ? null : `${x} ${y}`;
};

export type Kind = { readonly cardinality: Cardinality; readonly baseType: BaseType };

/** Blank parts are nothing; so are parts that are not of the base type. */
export const computedFrom = (value: Value, { cardinality, baseType }: Kind): Computed => {
  const given = value.filter((part) => part.trim() !== "");
  if (cardinality === "record") return recordComputed(given[0]);
  const parts = given.map((part) => scalarFrom(part, baseType)).filter((part) => part !== null);
  if (parts.length === 0) return null;
  return { cardinality, baseType, parts: cardinality === "single" ? parts.slice(0, 1) : parts };
};

/** A record is given by typing a number: its fields are what can be said of it. */
const recordComputed = (text: string | undefined): Computed => {
  if (text === undefined) return null;
  const known = Object.entries(recordFrom(text)).flatMap(([name, part]) =>
    part === null ? [] : [[name, part] as const],
  );
  const fields = known.map(([name]) => name);
  return { cardinality: "record", baseType: "string", parts: known.map(([, part]) => part), fields };
};

export const baseTypeOf = (part: Scalar): BaseType =>
  typeof part === "string"
    ? "string"
    : typeof part === "boolean"
      ? "boolean"
      : Number.isInteger(part)
        ? "integer"
        : "float";

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

type Bounds = { readonly lower: number | null; readonly upper: number | null };

export const within = (value: number, { lower, upper }: Bounds) =>
  Math.min(upper ?? Number.POSITIVE_INFINITY, Math.max(lower ?? Number.NEGATIVE_INFINITY, value));

/**
 * What a response is worth by its mapping. A part given twice counts once; nothing at all is worth nothing, unless the
 * mapping has an entry for just that.
 */
export const mapped = (value: Computed, mapping: Mapping, same: SameText): number => {
  if (value === null) return within(mapping.entries.find(({ key }) => key === "")?.value ?? 0, mapping);
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
