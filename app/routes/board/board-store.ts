import { inSeatOrder } from "../../exam/invigilation/seat-order.ts";
import { type Duration, type Instant, instant, none } from "../../exam/time/time.ts";
import type { Board, Changes, Pulse, Seat, SeatChange } from "../../live/contract.ts";

/**
 * What this screen knows of a room: the last whole board with every change since, and when the server was last heard by
 * this computer's monotonic clock, in milliseconds.
 */
export type Known = {
  /** By seat. A seat of which nothing was heard stays the same value. */
  readonly board: Board;
  readonly heard: number;
  /** A board that came with the page has no version that changes could follow. */
  readonly from: "page" | "live";
  /** When something missing was last asked for; null when nothing is missing. */
  readonly asked: number | null;
  /** How the server said it fares. */
  readonly health: Health;
};

export type Health = Pick<Pulse, "behind" | "news">;

/** What must be asked of the server before the board is whole again. */
export type Ask =
  | { readonly kind: "nothing" }
  | { readonly kind: "snapshot" }
  | { readonly kind: "since"; readonly version: number };

export type Heard =
  | { readonly kind: "page"; readonly board: Board }
  /** The line is open, anew or for the first time. */
  | { readonly kind: "connected" }
  | { readonly kind: "snapshot"; readonly board: Board }
  | { readonly kind: "changes"; readonly changes: Changes }
  | { readonly kind: "caught-up"; readonly changes: readonly Changes[] | "reset" }
  | ({ readonly kind: "pulse" } & Pulse);

type Next = { readonly known: Known; readonly ask: Ask };

const well: Health = { behind: none, news: "heard" };
const nothing: Ask = { kind: "nothing" };
/** What was asked for and has not come by then is asked for again. */
const patience = 2_000;
/** The server says every second that it is there; a page is only read again now and then. */
const staleAfter = { live: 3_000, page: 10_000 };

export const fromPage = (board: Board, now: number): Known => ({
  board: bySeat(board),
  heard: now,
  from: "page",
  asked: null,
  health: well,
});

/**
 * Takes in one message. Changes are applied only in unbroken order; after a gap the missing ones are asked for, and when
 * they are gone, the whole board. `now` is the monotonic clock.
 */
export function hear(known: Known, heard: Heard, now: number): Next {
  switch (heard.kind) {
    case "page":
      return { known: isLive(known, now) ? known : fromPage(heard.board, now), ask: nothing };
    case "connected":
      return { known: { ...known, asked: now }, ask: { kind: "snapshot" } };
    case "snapshot":
      return { known: { ...known, board: bySeat(heard.board), heard: now, from: "live", asked: null }, ask: nothing };
    case "changes":
      return follow(known, [heard.changes], now);
    case "caught-up":
      if (heard.changes === "reset") return ask({ ...known, asked: null }, { kind: "snapshot" }, now);
      return follow({ ...known, asked: null }, heard.changes, now);
    case "pulse":
      return onPulse({ ...known, health: { behind: heard.behind, news: heard.news } }, heard, now);
  }
}

function onPulse(known: Known, { version, at }: Pulse, now: number): Next {
  if (known.from === "page" || version < known.board.version) return ask(known, { kind: "snapshot" }, now);
  if (version > known.board.version) return ask(known, { kind: "since", version: known.board.version }, now);
  return { known: { ...known, board: { ...known.board, at }, heard: now, asked: null }, ask: nothing };
}

function follow(known: Known, changes: readonly Changes[], now: number): Next {
  if (known.from === "page") return ask(known, { kind: "snapshot" }, now);
  let { board } = known;
  for (const change of changes) {
    if (change.version <= board.version) continue;
    if (change.version > board.version + 1) {
      return ask({ ...known, board }, { kind: "since", version: board.version }, now);
    }
    const next = withChange(board, change);
    if (next === null) return ask({ ...known, board }, { kind: "snapshot" }, now);
    board = next;
  }
  return { known: { ...known, board, heard: now }, ask: nothing };
}

/** The server is there, even when something it said is missing; it is not asked again while it may still be answering. */
function ask(known: Known, wanted: Ask, now: number): Next {
  const waiting = known.asked !== null && now - known.asked < patience;
  return waiting ? { known, ask: nothing } : { known: { ...known, asked: now }, ask: wanted };
}

const bySeat = (board: Board): Board => ({ ...board, seats: inSeatOrder(board.seats) });

/** Null when it speaks of a seat that this board has never been told of. */
function withChange(board: Board, { version, at, sitting, seats, gone }: Changes): Board | null {
  const next = { version, at, sitting: sitting ?? board.sitting };
  if (seats.length === 0 && gone.length === 0) return { ...board, ...next };
  const changes = new Map(seats.map((change) => [change.attempt, change]));
  const left = new Set(gone);
  const kept = board.seats
    .filter(({ attempt }) => !left.has(attempt))
    .map((seat) => {
      const change = changes.get(seat.attempt);
      changes.delete(seat.attempt);
      return change === undefined ? seat : { ...seat, ...change };
    });
  const added = [...changes.values()];
  if (!added.every(isWhole)) return null;
  const isMoved = seats.some((change) => change.seat !== undefined || change.candidateNumber !== undefined);
  return { ...next, seats: isMoved ? inSeatOrder([...kept, ...added]) : kept };
}

/** A seat is told whole the first time. */
const isWhole = (change: SeatChange): change is Seat => change.phase !== undefined && change.name !== undefined;

/** The server's time now, counted on from when it last said what time it is. */
export const serverTime = ({ board, heard }: Known, now: number): Instant =>
  instant(board.at + Math.max(0, now - heard));

/** How long nothing has been heard. */
export const age = ({ heard }: Known, now: number) => Math.max(0, now - heard) as Duration;

export const isStale = (known: Known, now: number) => age(known, now) > staleAfter[known.from];

const isLive = (known: Known, now: number) => known.from === "live" && !isStale(known, now);
