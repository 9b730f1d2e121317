import type { ResponseId, Value } from "./response.ts";

export const baseTypes = ["identifier", "string", "integer", "float", "boolean", "pair", "directedPair"] as const;
export type BaseType = (typeof baseTypes)[number];

export const cardinalities = ["single", "multiple", "ordered"] as const;
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

export type ResponseDeclaration = {
  readonly id: ResponseId;
  readonly cardinality: Cardinality;
  readonly baseType: BaseType;
  readonly correct: Value | null;
  readonly mapping: Mapping | null;
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
};
