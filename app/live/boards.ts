import type { Clock } from "../exam/time/time.ts";
import { changeLog } from "./change-log.ts";
import type { Board, Changes, Pulse, Seat, SittingState } from "./contract.ts";

type Reads = {
  /** Seats of a sitting; all of them when no attempts are named. */
  seats(sittingId: string, attempts: readonly string[] | null): Promise<readonly Seat[]>;
  sitting(sittingId: string): Promise<SittingState | null>;
};
type Send = {
  changes(sittingId: string, changes: Changes): void;
  pulse(sittingId: string, pulse: Pulse): void;
  watched(sittingId: string): boolean;
};

type Health = Pick<Pulse, "behind" | "news">;

type Watched = {
  readonly log: ReturnType<typeof changeLog<Changes>>;
  readonly dirty: Set<string>;
  sittingDirty: boolean;
  /** What watchers have, so that only differences are sent. */
  readonly sent: Map<string, string>;
};

const kept = 200;

/** Gathers what changed and tells the watching boards at most four times a second; a pulse says that silence is silence. */
export function boards({
  clock,
  reads,
  send,
  health,
  onError,
}: {
  clock: Clock;
  reads: Reads;
  send: Send;
  /** How the installation fares, for every pulse. */
  health(): Health;
  onError(error: unknown): void;
}) {
  const all = new Map<string, Watched>();
  const of = (sittingId: string) => {
    const found = all.get(sittingId) ?? {
      // Counting on from the time, so that a version of another process, or of before, is never mistaken for one of these.
      log: changeLog<Changes>(kept, clock.now()),
      dirty: new Set<string>(),
      sittingDirty: false,
      sent: new Map<string, string>(),
    };
    all.set(sittingId, found);
    return found;
  };

  const readChanged = async (sittingId: string, attempts: readonly string[] | null, sittingChanged: boolean) => ({
    seats: attempts?.length === 0 ? [] : await reads.seats(sittingId, attempts),
    sitting: sittingChanged ? await reads.sitting(sittingId) : null,
  });

  const flushOne = async (sittingId: string, board: Watched, everything: boolean) => {
    if (!everything && board.dirty.size === 0 && !board.sittingDirty) return;
    const attempts = everything ? null : [...board.dirty];
    const sittingChanged = board.sittingDirty;
    board.dirty.clear();
    board.sittingDirty = false;
    const { seats, sitting } = await readChanged(sittingId, attempts, sittingChanged).catch((error: unknown) => {
      // What could not be read has still changed, and is told at the next round.
      for (const attempt of attempts ?? []) board.dirty.add(attempt);
      board.sittingDirty ||= sittingChanged;
      throw error;
    });
    const changed = seats.filter((seat) => isNew(board.sent, seat));
    if (changed.length === 0 && sitting === null) return;
    send.changes(
      sittingId,
      board.log.add((version) => ({ version, at: clock.now(), sitting, seats: changed })),
    );
  };

  let flushing = false;
  const flush = async (everything = false) => {
    if (flushing) return;
    flushing = true;
    for (const [sittingId, board] of all) {
      if (send.watched(sittingId)) await flushOne(sittingId, board, everything).catch(onError);
      else all.delete(sittingId);
    }
    flushing = false;
  };

  const timers = [
    setInterval(() => void flush(), 250),
    // Silence changes nothing in the database, so presence is looked at again even when nobody wrote.
    setInterval(() => void flush(true), 4_000),
    setInterval(() => {
      for (const [sittingId, { log }] of all)
        send.pulse(sittingId, { version: log.version(), at: clock.now(), ...health() });
    }, 1_000),
  ];

  return {
    attemptChanged: (sittingId: string, attemptId: string) => void all.get(sittingId)?.dirty.add(attemptId),
    sittingChanged(sittingId: string) {
      const board = all.get(sittingId);
      if (board) board.sittingDirty = true;
    },
    /** The version is taken before the reading: what changes in between is told again rather than missed. */
    async snapshot(sittingId: string, read: () => Promise<Board>): Promise<Board> {
      const watched = of(sittingId);
      const version = watched.log.version();
      const board = await read();
      for (const seat of board.seats) isNew(watched.sent, seat);
      return { ...board, version };
    },
    watched: (): readonly string[] => [...all.keys()],
    since: (sittingId: string, version: number) => of(sittingId).log.since(version),
    stop: () => timers.forEach(clearInterval),
  };
}

/** Being heard is told this often, in milliseconds; a board calls a machine silent only after much longer. */
const heardEvery = 5_000;

/** Time running down is no change: the board counts for itself. */
function isNew(sent: Map<string, string>, seat: Seat) {
  const heard = seat.lastSeenAt && Math.floor(seat.lastSeenAt / heardEvery);
  const text = JSON.stringify(seat.deadline === null ? seat : { ...seat, left: null, lastSeenAt: heard });
  const isNews = sent.get(seat.attempt) !== text;
  sent.set(seat.attempt, text);
  return isNews;
}
