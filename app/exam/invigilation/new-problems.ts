import { type Problem, problemNames, problems } from "./problems.ts";
import type { Judged } from "./seat-order.ts";
import type { WatchedSeat } from "./watched-seat.ts";

const key = (attempt: string, problem: Problem) => `${attempt} ${problem}`;

/** What has been said of a room: one mark for every problem at every seat, for as long as it lasts. */
export const standing = (seats: readonly Judged<WatchedSeat>[]): ReadonlySet<string> =>
  new Set(seats.flatMap(({ seat, problems: found }) => found.map((problem) => key(seat.attempt, problem))));

/** So many seats are still named; more are counted. */
const mostNamed = 3;

/** One sentence for each kind of problem that is new since then; empty when nothing is. */
export function newProblemWords(seats: readonly Judged<WatchedSeat>[], said: ReadonlySet<string>): readonly string[] {
  return problems.flatMap((problem) => {
    const fresh = seats.filter(
      ({ seat, problems: found }) => found.includes(problem) && !said.has(key(seat.attempt, problem)),
    );
    if (fresh.length === 0) return [];
    const where =
      fresh.length > mostNamed
        ? `at ${fresh.length} seats`
        : fresh.map(({ seat }) => `seat ${seat.seat}, ${seat.name}`).join("; ");
    return [`${problemNames[problem]}${fresh.length > mostNamed ? " " : ": "}${where}.`];
  });
}
