import type { ItemResponse } from "../item/response.ts";
import type { Duration, Instant } from "../time/time.ts";

/** What a learner does, as the browser writes it down. `seq` counts from 1 within a lease; `left` is the time left shown then. */
export type Entry = { readonly seq: number; readonly left: Duration } & (
  | { readonly kind: "answer"; readonly item: string; readonly response: ItemResponse }
  | { readonly kind: "flag"; readonly item: string; readonly flagged: boolean }
  | { readonly kind: "visit"; readonly item: string }
  | { readonly kind: "look"; readonly theme: string; readonly text: string; readonly screen?: ScreenSize }
  /** Something beside the questions: the list of all of them, the look through the answers. A visit closes it. */
  | { readonly kind: "panel"; readonly panel: Panel; readonly open: boolean }
  /** The server answers again; it had not since `lostWith` was left. Journals written before 2026-11-26 have none of these. */
  | { readonly kind: "reconnected"; readonly lostWith: Duration }
  /** The clock ran and this computer showed no question, or did not react; written when it was over. */
  | ({ readonly kind: "unable" } & Unable)
);

/**
 * reloaded: the page was opened again, by hand or after a crash. frozen: the page stood still. blocked: the page was there and
 * had no question to show. asleep: the computer slept.
 */
export const hindrances = ["reloaded", "frozen", "blocked", "asleep"] as const;
export type Hindrance = (typeof hindrances)[number];

/** By the server's time as the browser counted it on; `sure` is false where only the computer's own clock was there to ask. */
export type Unable = {
  readonly cause: Hindrance;
  readonly from: Instant;
  readonly to: Instant;
  readonly sure: boolean;
};

export const panels = ["review", "questions"] as const;
export type Panel = (typeof panels)[number];

/** What the page had to show itself in, in CSS pixels; `zoom` is device pixels to a CSS pixel, in per cent. */
export type ScreenSize = { readonly width: number; readonly height: number; readonly zoom: number };

/**
 * counted: the answer as long as no later one comes. late: after the end, kept and not counted. stranded: from a machine the
 * learner was moved away from, kept and shown, never merged. not-on-form: about an item the learner was never given.
 */
export type Standing = "counted" | "late" | "stranded" | "not-on-form";

/** An entry as it came. `receivedAt` is when the message that brought it reached the server, however long it then waited there. */
export type Received = { readonly entry: Entry; readonly receivedAt: Instant };

/** A stored entry. */
export type Journalled = { readonly entry: Entry; readonly standing: Standing };
