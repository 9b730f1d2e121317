import type { Clock } from "../exam/time/time.ts";
import { changeLog } from "./change-log.ts";
import type { Board, Changes, Seat, SeatChange, SittingState } from "./contract.ts";
import { changeOf } from "./seat-changes.ts";

export type Reads = {
  /** Seats of a sitting; all of them when no attempts are named. */
  seats(sittingId: string, attempts: readonly string[] | null): Promise<readonly Seat[]>;
  sitting(sittingId: string): Promise<SittingState | null>;
  /** Known here without reading anything. */
  connection(seat: Pick<Seat, "attempt" | "lastSeenAt">): Seat["connection"];
};

type Parts = {
  readonly sittingId: string;
  readonly clock: Clock;
  readonly reads: Reads;
  tell(changes: Changes): void;
};

const kept = 200;
/** So many seats are looked at in each round although nobody said that they changed. */
const slice = 100;

export type WatchedRoom = ReturnType<typeof watchedRoom>;

/** One room exactly as everybody who watches it has it, version by version; only differences are ever told. */
export function watchedRoom({ sittingId, clock, reads, tell }: Parts) {
  // Counting on from the time, so that a version of another process, or of before, is never mistaken for one of these.
  const log = changeLog<Changes>(kept, clock.now());
  const told: Told = { sitting: null, seats: new Map() };
  let suspect: Suspect = { ...nothing(), everything: true };
  let looked = 0;

  const renewal = oneAtATime(async () => {
    const looking = suspect;
    suspect = nothing();
    const found = await look(sittingId, looking, reads).catch((error: unknown) => {
      // What could not be read may still have changed, and is looked at in the next round.
      suspect = together(suspect, looking);
      throw error;
    });
    // Nothing waits from here on: what watchers have and its version change together.
    const isFirst = told.sitting === null;
    const difference = takeIn(told, looking, found);
    if (difference !== null && !isFirst) tell(log.add((version) => ({ version, at: clock.now(), ...difference })));
  });
  const lookAtConnections = () => {
    for (const seat of told.seats.values())
      if (reads.connection(seat) !== seat.connection) suspect.attempts.add(seat.attempt);
  };

  return {
    attemptChanged: (attempt: string) => void suspect.attempts.add(attempt),
    sittingChanged() {
      suspect.sitting = true;
    },
    /** Tells what has changed, unless that is being done already. */
    renew: async () => (renewal.isBusy() ? undefined : renewal.run()),
    /** Nobody writes anything down when a line falls silent. */
    lookAtConnections,
    /** What nobody says, such as time that goes on being lost: a slice of the room in each round, or all of it. */
    lookAgain(all: boolean) {
      const attempts = [...told.seats.keys()];
      const from = attempts.length <= looked ? 0 : looked;
      for (const attempt of attempts.slice(from, from + slice)) suspect.attempts.add(attempt);
      looked = from + slice;
      suspect.everything ||= all;
    },
    /** The room now, as everybody who watches it has it from here on; null when there is no such sitting. */
    async snapshot(): Promise<Board | null> {
      lookAtConnections();
      await renewal.run();
      const { sitting, seats } = told;
      return sitting && { version: log.version(), at: clock.now(), sitting, seats: [...seats.values()] };
    },
    version: log.version,
    since: log.since,
  };
}

/** What may differ from what watchers have. */
type Suspect = { readonly attempts: Set<string>; sitting: boolean; everything: boolean };
const nothing = (): Suspect => ({ attempts: new Set(), sitting: false, everything: false });

const together = (one: Suspect, other: Suspect): Suspect => ({
  attempts: new Set([...one.attempts, ...other.attempts]),
  sitting: one.sitting || other.sitting,
  everything: one.everything || other.everything,
});

type Found = { readonly seats: readonly Seat[]; readonly sitting: SittingState | null };

async function look(sittingId: string, { attempts, sitting, everything }: Suspect, reads: Reads): Promise<Found> {
  const asked = everything ? null : [...attempts];
  return {
    seats: asked?.length === 0 ? [] : await reads.seats(sittingId, asked),
    sitting: everything || sitting ? await reads.sitting(sittingId) : null,
  };
}

/** What watchers have. */
type Told = { sitting: SittingState | null; readonly seats: Map<string, Seat> };

/** Makes what was found what watchers have, and answers the difference; null when there is none. */
function takeIn(told: Told, looking: Suspect, found: Found): Omit<Changes, "version" | "at"> | null {
  const there = new Set(found.seats.map(({ attempt }) => attempt));
  const asked = looking.everything ? [...told.seats.keys()] : [...looking.attempts];
  const gone = asked.filter((attempt) => !there.has(attempt) && told.seats.delete(attempt));
  const seats = found.seats.flatMap((seat) => takeSeat(told.seats, seat) ?? []);
  const isNews = found.sitting !== null && JSON.stringify(found.sitting) !== JSON.stringify(told.sitting);
  if (isNews) told.sitting = found.sitting;
  if (seats.length === 0 && gone.length === 0 && !isNews) return null;
  return { sitting: isNews ? found.sitting : null, seats, gone };
}

function takeSeat(seats: Map<string, Seat>, seat: Seat): SeatChange | null {
  const before = seats.get(seat.attempt);
  const change = before === undefined ? seat : changeOf(before, seat);
  if (change !== null) seats.set(seat.attempt, { ...seat, ...before, ...change });
  return change;
}

/** Whoever asks while the work is being done gets it done once more afterwards. */
function oneAtATime(work: () => Promise<void>) {
  let last: Promise<void> = Promise.resolve();
  let waiting = 0;
  return {
    isBusy: () => waiting > 0,
    run(): Promise<void> {
      waiting += 1;
      const mine = last.then(work).finally(() => {
        waiting -= 1;
      });
      last = mine.catch(() => {});
      return mine;
    },
  };
}
