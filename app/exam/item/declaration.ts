import type { Area } from "./area.ts";
import type { ResponseId, Value } from "./response.ts";

export const baseTypes = [
  "identifier",
  "string",
  "integer",
  "float",
  "boolean",
  "pair",
  "directedPair",
  "point",
  "duration",
  "file",
  "uri",
  "intOrIdentifier",
] as const;
export type BaseType = (typeof baseTypes)[number];

/** A record has named fields; a typed number gives one (the number as text, as a number, its digits). */
export const cardinalities = ["single", "multiple", "ordered", "record"] as const;
export type Cardinality = (typeof cardinalities)[number];

/** `key` is written as a response part would be; `caseSensitive` matters for text only. */
export type MapEntry = { readonly key: string; readonly value: number; readonly caseSensitive: boolean };

/** What each part of a response is worth; `otherwise` for a part that has no entry. Bounds hold for the sum. */
export type Mapping = {
  readonly entries: readonly MapEntry[];
  readonly otherwise: number;
  readonly lower: number | null;
  readonly upper: number | null;
};

/** What points are worth by the area they lie in: the first area that holds a point counts, and counts once. */
export type AreaMapping = {
  readonly entries: readonly { readonly area: Area; readonly value: number }[];
  readonly otherwise: number;
  readonly lower: number | null;
  readonly upper: number | null;
};

export type ResponseDeclaration = {
  readonly id: ResponseId;
  readonly cardinality: Cardinality;
  readonly baseType: BaseType;
  readonly correct: Value | null;
  readonly mapping: Mapping | null;
  /** Only where points are given. */
  readonly areas?: AreaMapping;
  /** The value an untouched response has for the rules; absent when it has none. */
  readonly initial?: Value;
};

/** Turns a number into an outcome: by exact value, or by the first bound it reaches. */
export type LookupTable =
  | {
      readonly kind: "match";
      readonly entries: readonly { readonly from: number; readonly to: string }[];
      readonly otherwise: string | null;
    }
  | {
      readonly kind: "interpolation";
      /** Highest bound first; `withBound` says whether the bound itself belongs to the entry. */
      readonly entries: readonly { readonly from: number; readonly withBound: boolean; readonly to: string }[];
      readonly otherwise: string | null;
    };

export type OutcomeDeclaration = {
  readonly id: string;
  readonly cardinality: Cardinality;
  readonly baseType: BaseType;
  readonly initial: Value | null;
  readonly least: number | null;
  readonly most: number | null;
  /** A person, not a rule, gives this outcome its value. */
  readonly byPerson: boolean;
  readonly lookup?: LookupTable;
};
