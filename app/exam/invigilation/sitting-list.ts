import type { Instant } from "../time/time.ts";

type Listed = {
  readonly startsAt: Instant;
  readonly title: string;
  readonly centre: string;
  readonly room: string;
  readonly phase: "planned" | "open" | "ended";
};

/** Today in the order of the day, then what comes soonest, then what was last. */
export type SittingsByDay<Sitting> = {
  readonly today: readonly Sitting[];
  readonly coming: readonly Sitting[];
  readonly past: readonly Sitting[];
};

/** An open sitting belongs to today, whatever its date says. `dayOf` names the local day of an instant. */
export function sittingsByDay<Sitting extends Listed>(
  sittings: readonly Sitting[],
  now: Instant,
  dayOf: (at: Instant) => string,
): SittingsByDay<Sitting> {
  const today = dayOf(now);
  const isToday = ({ startsAt, phase }: Sitting) => phase === "open" || dayOf(startsAt) === today;
  const soonest = sittings.toSorted((a, b) => a.startsAt - b.startsAt);
  const others = soonest.filter((sitting) => !isToday(sitting));
  return {
    today: soonest.filter(isToday),
    coming: others.filter(({ startsAt }) => startsAt > now),
    past: others.filter(({ startsAt }) => startsAt <= now).toReversed(),
  };
}

/** Every word must be found in the title, the centre or the room. */
export const sittingsMatching = <Sitting extends Listed>(sittings: readonly Sitting[], search: string) =>
  sittings.filter(({ title, centre, room }) => {
    const where = `${title} ${centre} ${room}`.toLowerCase();
    return search
      .toLowerCase()
      .split(/\s+/)
      .every((word) => where.includes(word));
  });
