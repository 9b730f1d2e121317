import { instant, minutes } from "../time/time.ts";
import { nothingAside } from "./aside-seat.ts";
import type { WatchedSeat } from "./watched-seat.ts";

export const nine = instant(Date.parse("2026-11-23T09:00:00Z"));

/** A connected learner who has 75 minutes; say only what matters. */
export const aSeat = (seat: Partial<WatchedSeat> = {}): WatchedSeat => ({
  attempt: `attempt-${seat.seat ?? "A1"}`,
  seat: "A1",
  name: "Ada Byron",
  candidateNumber: "0001",
  phase: "booked",
  register: "expected",
  signedIn: true,
  left: minutes(75),
  deadline: null,
  stopped: null,
  connection: "connected",
  savedAt: null,
  lastSeenAt: null,
  setAside: nothingAside,
  keeping: "kept",
  closed: null,
  ...seat,
});
