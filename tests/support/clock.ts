import { after, type Clock, type Duration, type Instant, instant } from "../../app/exam/time/time.ts";

export type MovableClock = Clock & { set(now: Instant): void; move(by: Duration): void };

/** Stands still until it is moved. */
export function movableClock(start: Instant = nineOClock): MovableClock {
  let now = start;
  return {
    now: () => now,
    set: (to) => {
      now = to;
    },
    move: (by) => {
      now = after(now, by);
    },
  };
}

export const at = (iso: string) => instant(Date.parse(iso));
export const nineOClock = at("2026-06-01T09:00:00Z");
