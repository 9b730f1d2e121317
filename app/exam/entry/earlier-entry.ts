import type { EarlierEntry } from "./may-enter.ts";

/** What is known of one booking of a learner. */
export type EntryFacts = {
  readonly cancelled: boolean;
  readonly voided: boolean;
  /** The learner has seen the questions. */
  readonly begun: boolean;
  readonly over: boolean;
  readonly sittingEnded: boolean;
  /** A result has been released. */
  readonly resulted: boolean;
};

/**
 * How an earlier booking counts when another is asked for. Whoever never began is absent only when the sitting has ended:
 * until then they may still come through the door.
 */
export function earlierEntry({ cancelled, voided, begun, over, sittingEnded, resulted }: EntryFacts): EarlierEntry {
  if (cancelled) return "cancelled";
  if (voided) return "voided";
  if (resulted) return "resulted";
  if (begun) return over ? "sat" : "open";
  return sittingEnded ? "absent" : "open";
}
