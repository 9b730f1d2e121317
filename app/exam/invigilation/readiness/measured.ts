import type { ScreenSize } from "../../attempt/entry.ts";
import type { Keeping } from "../../attempt/keeping.ts";
import type { BrowserName } from "../../rulebook/readiness-policy.ts";

/** Whether the keyboard typed what its keys show. */
export const keyboards = ["right", "wrong", "untried"] as const;

/**
 * What one computer found out by doing what a test does, as its page tells it. Lengths are milliseconds; null is what never
 * came to an end.
 */
export type Reported = {
  /** Whether the browser may use its ciphers here: over https, or on the server itself. */
  readonly secure: boolean;
  readonly browser: { readonly name: BrowserName | "other"; readonly version: number | null };
  readonly screen: ScreenSize;
  /** The computer's own clock less the server's; below zero it is behind. */
  readonly clockAhead: number;
  /** The files the learner's page is made from. */
  readonly files: { readonly count: number; readonly missing: number; readonly took: number };
  /** The page's own letters came, instead of the browser's. */
  readonly font: boolean;
  /** The demonstration form: fetched while it was sealed, opened with the key, until its first question stood there. */
  readonly form: { readonly fetched: number | null; readonly opened: number | null };
  /** Every kind of question, and how long it took to draw. */
  readonly drawn: readonly { readonly type: string; readonly took: number | null }[];
  /** The live line: how long it took to open, and how often it broke. */
  readonly line: { readonly opened: number | null; readonly breaks: number };
  readonly saves: Saves;
  /** What the browser's storage did with a sealed copy of the answers, and how many bytes it has room for. */
  readonly storage: { readonly keeping: Keeping; readonly room: number | null };
  /** Whether the page can come back without a network. */
  readonly offline: "ready" | "incomplete" | "impossible";
  readonly keyboard: (typeof keyboards)[number];
  /** Other pages of a test open in this browser. */
  readonly otherTabs: number;
};

export type Saves = { readonly sent: number; readonly acknowledged: number; readonly slowest: number };

/** With what the server itself can say: how many of the saved entries it holds. */
export type Measured = Reported & { readonly stored: number };

/** The load of a whole room from one computer: so many seats at once, each saving like a learner. */
export type FullRoomReported = {
  readonly seats: number;
  /** Seats whose line opened and never broke. */
  readonly steady: number;
  readonly saves: Saves;
};
export type FullRoom = FullRoomReported & { readonly stored: number };
