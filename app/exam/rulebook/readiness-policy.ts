import type { Duration } from "../time/time.ts";

export const browserNames = ["Chrome", "Edge", "Firefox", "Safari"] as const;
export type BrowserName = (typeof browserNames)[number];

/** From `warn` on somebody should know, from `fail` on a test should not be held like this. */
export type Limits = { readonly warn: Duration; readonly fail: Duration };

/** What a centre's computers and network must manage the day before a test. */
export type ReadinessPolicy = {
  /** How long a check stays open for more computers. */
  readonly lasts: Duration;
  /** A computer that has said nothing for so long, and has not finished, was closed in the middle. */
  readonly silence: Duration;
  /** The most seats one computer may stand in for. */
  readonly mostSeats: number;
  /** How far the computer's own clock may be wrong; the server's times the test. */
  readonly clock: Limits;
  readonly files: Limits;
  /** Fetching the sealed form. */
  readonly form: Limits;
  /** From the key to the first question. */
  readonly start: Limits;
  readonly drawing: Limits;
  /** Until the live line is open; without one a test still works, by requests. */
  readonly line: Duration;
  /** The slowest save. */
  readonly saving: Limits;
  /** Bytes. */
  readonly storage: { readonly warn: number; readonly fail: number };
  /** CSS pixels: below `comfortable` questions have to be scrolled, below `least` they cannot be read. */
  readonly screen: { readonly comfortable: Size; readonly least: Size };
  /** Device pixels to a CSS pixel, in per cent: below this the browser shows everything very small. */
  readonly smallestZoom: number;
  readonly oldest: Readonly<Record<BrowserName, number>>;
};

type Size = { readonly width: number; readonly height: number };
