import { after, type Duration, type Instant, minutes } from "../time/time.ts";

type Timed = { readonly deadline: Instant | null; readonly allowance: Duration };

/**
 * When the paper ends for those without more time than it gives: the end most of them share while they work, else as
 * published. Nobody who has more time is told apart by it.
 */
export function standardFinish(
  seats: readonly Timed[],
  sitting: { readonly startsAt: Instant; readonly minutes: number },
): Instant {
  const ends = seats.flatMap(({ deadline, allowance }) =>
    deadline !== null && allowance === minutes(sitting.minutes) ? [deadline] : [],
  );
  return mostCommon(ends.map(toWholeSeconds)) ?? after(sitting.startsAt, minutes(sitting.minutes));
}

/** One start for the room is written some milliseconds apart for each learner. */
const toWholeSeconds = (at: Instant) => (Math.round(at / 1_000) * 1_000) as Instant;

function mostCommon(values: readonly Instant[]): Instant | undefined {
  const counts = new Map<Instant, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts.entries()].toSorted(([a, m], [b, n]) => n - m || a - b)[0]?.[0];
}
