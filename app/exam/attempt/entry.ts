import type { ItemResponse } from "../item/response.ts";
import type { Duration } from "../time/time.ts";

/** What a learner does, as the browser writes it down. `seq` counts from 1 within a lease; `left` is the time left shown then. */
export type Entry = { readonly seq: number; readonly left: Duration } & (
  | { readonly kind: "answer"; readonly item: string; readonly response: ItemResponse }
  | { readonly kind: "flag"; readonly item: string; readonly flagged: boolean }
  | { readonly kind: "visit"; readonly item: string }
  | { readonly kind: "look"; readonly theme: string; readonly text: string }
);

/**
 * counted: the answer as long as no later one comes. late: after the end, kept and not counted. stranded: from a machine the
 * learner was moved away from, kept and shown, never merged.
 */
export type Standing = "counted" | "late" | "stranded";

/** A stored entry. */
export type Journalled = { readonly entry: Entry; readonly standing: Standing };

/** One message carries at most this many; a full outbox is sent in several, each a prefix of what waits. */
export const longestBatch = 200;
