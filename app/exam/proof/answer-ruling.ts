import type { Instant } from "../time/time.ts";

/** A decision about which answer to a question is marked. It is never changed; a further one may follow. */
export type AnswerRuling = {
  readonly number: number;
  /** Counts the decisions about this question, from 1. */
  readonly version: number;
  /** Place in the journal of the answer to mark; null: what stood at the end. */
  readonly position: number | null;
  /** The last place in the journal that it knew of. */
  readonly through: number;
  readonly why: string;
  readonly by: string;
  readonly at: Instant;
};

/** The newest decision about a question counts, in whatever order they are read. */
export const rulingInForce = <R extends Pick<AnswerRuling, "number" | "version">>(
  rulings: readonly R[],
  number: number,
): R | null =>
  rulings
    .filter((one) => one.number === number)
    .toSorted((a, b) => a.version - b.version)
    .at(-1) ?? null;
