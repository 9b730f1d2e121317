import type { Happening } from "./busy-hall.ts";
import { type Latencies, latencies } from "./latency.ts";
import type { Painted } from "./seat-recorder.ts";

/** From what happened at a learner's machine to what the board showed of it, painted. */
export type Lag = {
  readonly all: Latencies;
  readonly byKind: Readonly<Record<Happening["what"], Latencies>>;
  /** What happened and was never seen, in words, with what the board showed instead. */
  readonly unseen: readonly string[];
};

const kinds = ["answered", "lost", "back", "calls", "well"] as const;

const shows: Record<Happening["what"], (painted: Painted, happening: Happening) => boolean> = {
  answered: (painted, { answered }) => painted.answered >= answered,
  lost: ({ lost }) => lost,
  back: ({ lost }) => !lost,
  calls: ({ calls }) => calls,
  well: ({ calls }) => !calls,
};

/**
 * Whoever is in trouble is on the screen wherever they sit; answers are looked for at the seats that always are. A seat that is
 * well again leaves the top of the board, so that it may not be seen.
 */
export function lagOf(
  happenings: readonly Happening[],
  painted: readonly Painted[],
  alwaysSeen: ReadonlySet<string>,
): Lag {
  const seats = new Map<string, Painted[]>();
  for (const one of painted) seats.set(one.attempt, [...(seats.get(one.attempt) ?? []), one]);
  const all = latencies();
  const byKind = Object.fromEntries(kinds.map((kind) => [kind, latencies()])) as Record<
    Happening["what"],
    ReturnType<typeof latencies>
  >;
  const unseen: string[] = [];
  for (const happening of happenings) {
    const { attempt, at, what } = happening;
    if (!alwaysSeen.has(attempt) && what !== "lost" && what !== "calls") continue;
    const since = seats.get(attempt)?.filter((one) => one.at >= at) ?? [];
    const seen = since.find((one) => shows[what](one, happening));
    if (seen === undefined)
      unseen.push(`${what} at ${attempt} was never seen; next the board showed: ${since[0]?.words ?? "nothing"}`);
    else for (const kept of [all, byKind[what]]) kept.add(seen.at - at);
  }
  const read = Object.fromEntries(kinds.map((kind) => [kind, byKind[kind].read()])) as Lag["byKind"];
  return { all: all.read(), byKind: read, unseen };
}
