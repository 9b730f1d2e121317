import { judge } from "../../exam/invigilation/judging.ts";
import type { Judged } from "../../exam/invigilation/seat-order.ts";
import { type Duration, type Instant, none } from "../../exam/time/time.ts";
import type { Board, Seat, SittingState } from "../../live/contract.ts";
import { type Ask, age, fromPage, type Heard, hear, isStale, type Known, serverTime } from "./board-store.ts";

/** What stands on the board. It stays the same value, and so does every part, for as long as nothing on it changes; time alone changes nothing. */
export type Shown = {
  readonly sitting: SittingState;
  /** By seat. */
  readonly seats: readonly Seat[];
  readonly judged: readonly Judged<Seat>[];
  /** The server has been silent for too long. */
  readonly stale: boolean;
  /** `page`: live updates do not get through, so the page is read again every few seconds. */
  readonly link: "connecting" | "live" | "page";
  /** Whether the server's processes hear each other. */
  readonly news: "heard" | "read";
  /** How far saving lags, in whole seconds; none in an ordinary room. */
  readonly behind: Duration;
  /** Why the server will not show this board any more. */
  readonly refusal: string | null;
};

/** What the clocks of the board go by. It moves on with every tick, for all of them at once. */
export type RoomTime = {
  /** The server's time, counted on between its messages. */
  readonly now: Instant;
  /** Until when what is shown is known to be true: now, or when the server was last heard. */
  readonly knownAt: Instant;
  /** How long the server has been silent. */
  readonly silent: Duration;
};

/** Milliseconds. */
const connectWithin = 4_000;
const second = 1_000;
/** So many clocks are moved on together. */
const atATime = 50;

export type LiveRoom = ReturnType<typeof liveRoom>;

/** A room as a board follows it: messages and ticks go in, and whoever draws a part of it asks for that part. */
export function liveRoom(board: Board) {
  let known = fromPage(board, 0);
  let refusal: string | null = null;
  let time: RoomTime = { now: board.at, knownAt: board.at, silent: none };
  let shown = show(known, { before: null, clock: 0, refusal });
  const first = { time, shown };
  const listeners = new Set<() => void>();
  const clocks = new Set<() => void>();

  const renew = (clock: number) => {
    const before = shown;
    shown = show(known, { before, clock, refusal });
    if (shown !== before) for (const listener of listeners) listener();
  };
  return {
    /** As the page came, which is how it was drawn by the server. */
    first,
    time: () => time,
    shown: () => shown,
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    /** Time moves on with every tick, and with nothing else. */
    subscribeToTime(listener: () => void) {
      clocks.add(listener);
      return () => void clocks.delete(listener);
    },
    /** @param clock this computer's monotonic clock, in milliseconds. */
    take(heard: Heard, clock: number): Ask {
      const next = hear(known, heard, clock);
      known = next.known;
      renew(clock);
      return next.ask;
    },
    /** Answers the work of moving the clocks on, in pieces that a browser does within a frame each: a large room has hundreds. */
    tick(clock: number): readonly (() => void)[] {
      time = timeOf(known, clock);
      renew(clock);
      const all = [...clocks];
      return Array.from({ length: Math.ceil(all.length / atATime) }, (_, piece) => () => {
        for (const listener of all.slice(piece * atATime, (piece + 1) * atATime)) if (clocks.has(listener)) listener();
      });
    },
    refused(words: string | null, clock: number) {
      refusal = words;
      renew(clock);
    },
    /** Changes come by themselves, so that nothing has to be read again. */
    isLive: () => shown.link === "live" && !shown.stale,
  };
}

function timeOf(known: Known, clock: number): RoomTime {
  const now = serverTime(known, clock);
  return isStale(known, clock)
    ? { now, knownAt: known.board.at, silent: age(known, clock) }
    : { now, knownAt: now, silent: none };
}

type Showing = { readonly before: Shown | null; readonly clock: number; readonly refusal: string | null };

function show(known: Known, { before, clock, refusal }: Showing): Shown {
  const { sitting, seats } = known.board;
  const { knownAt } = timeOf(known, clock);
  const judged = judge(seats, {
    before: before?.judged ?? [],
    // Judged by what was true when the server was last heard: silence here is not silence at the seats.
    situation: { now: knownAt, startsAt: sitting.startsAt },
    isOver: sitting.phase === "ended",
  });
  const next: Shown = {
    sitting,
    seats,
    judged,
    stale: isStale(known, clock),
    link: known.from === "live" ? "live" : clock < connectWithin ? "connecting" : "page",
    news: known.health.news,
    behind: (Math.floor(known.health.behind / second) * second) as Duration,
    refusal,
  };
  return before !== null && isSame(before, next) ? before : next;
}

const isSame = (one: Shown, other: Shown) =>
  one.sitting === other.sitting &&
  one.seats === other.seats &&
  one.judged === other.judged &&
  one.stale === other.stale &&
  one.link === other.link &&
  one.news === other.news &&
  one.behind === other.behind &&
  one.refusal === other.refusal;
