import { type Problem, problemsOf, type Situation } from "./problems.ts";
import type { Judged } from "./seat-order.ts";
import type { WatchedSeat } from "./watched-seat.ts";

/**
 * Judges every seat by what is known now. Whoever stands as they stood before is the same value as before, and so is the
 * whole when nobody differs: a board draws again only what has changed.
 */
export function judge<Seat extends WatchedSeat>(
  seats: readonly Seat[],
  { before, situation, isOver }: Judging<Seat>,
): readonly Judged<Seat>[] {
  const known = new Map(before.map((one) => [one.seat.attempt, one]));
  const judged = seats.map((seat) => {
    const problems = isOver ? [] : problemsOf(seat, situation);
    const was = known.get(seat.attempt);
    return was?.seat === seat && areSame(was.problems, problems) ? was : { seat, problems };
  });
  return judged.length === before.length && judged.every((one, at) => one === before[at]) ? before : judged;
}

type Judging<Seat extends WatchedSeat> = {
  readonly before: readonly Judged<Seat>[];
  readonly situation: Situation;
  /** Nothing is a problem any more when the sitting has ended. */
  readonly isOver: boolean;
};

const areSame = (some: readonly Problem[], others: readonly Problem[]) =>
  some.length === others.length && some.every((problem, at) => problem === others[at]);
