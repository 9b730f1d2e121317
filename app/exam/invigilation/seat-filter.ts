import { isAway } from "./register.ts";
import type { Judged } from "./seat-order.ts";
import type { WatchedSeat } from "./watched-seat.ts";

export const seatFilters = ["all", "problems", "running", "not-started", "finished"] as const;
export type SeatFilter = (typeof seatFilters)[number];

export const filterWords: Record<SeatFilter, string> = {
  all: "All",
  problems: "Problems",
  running: "Running",
  "not-started": "Not started",
  finished: "Finished",
};

/** A learner who is absent has neither started nor finished: they are only among all. */
const passes: Record<SeatFilter, (judged: Judged<WatchedSeat>) => boolean> = {
  all: () => true,
  problems: ({ problems }) => problems.length > 0,
  running: ({ seat }) => seat.phase === "running" || seat.phase === "paused",
  "not-started": ({ seat }) => ["booked", "admitted", "ready"].includes(seat.phase) && !isAway(seat),
  finished: ({ seat }) => seat.phase === "closed" || seat.phase === "voided",
};

/** Folded so that "Zoe" finds "Zoë". */
const folded = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** Every word must be found in the name, the candidate number or the seat. */
export function matches({ seat, name, candidateNumber }: WatchedSeat, search: string): boolean {
  const words = folded(search).split(/\s+/).filter(Boolean);
  if (words.length === 0) return true;
  const where = folded(`${seat} ${name} ${candidateNumber}`);
  return words.every((word) => where.includes(word));
}

export const chosen = <Seat extends WatchedSeat>(
  seats: readonly Judged<Seat>[],
  { filter, search }: { readonly filter: SeatFilter; readonly search: string },
) => seats.filter((judged) => passes[filter](judged) && matches(judged.seat, search));

/** How many seats each filter shows. */
export const countSeats = (seats: readonly Judged<WatchedSeat>[]): Record<SeatFilter, number> => ({
  all: seats.length,
  problems: seats.filter(passes.problems).length,
  running: seats.filter(passes.running).length,
  "not-started": seats.filter(passes["not-started"]).length,
  finished: seats.filter(passes.finished).length,
});
