import { type Move, may } from "../attempt/attempt.ts";
import { stopsOneLearner } from "../attempt/ledger.ts";
import { isAway } from "./register.ts";
import type { WatchedSeat } from "./watched-seat.ts";

/** Who starts when the room starts, and why each of the others does not. */
export type StartList<Seat> = {
  readonly ready: readonly Seat[];
  readonly waiting: readonly { readonly seat: Seat; readonly why: string }[];
};

export function startList<Seat extends WatchedSeat>(seats: readonly Seat[]): StartList<Seat> {
  const waiting = seats.filter((seat) => (seat.phase === "booked" || seat.phase === "admitted") && !isAway(seat));
  return {
    ready: seats.filter(({ phase }) => phase === "ready"),
    waiting: waiting.map((seat) => ({ seat, why: whyNot(seat) })),
  };
}

function whyNot({ phase, signedIn }: WatchedSeat) {
  if (phase === "admitted") return "is getting ready";
  return signedIn ? "has signed in and is not admitted yet" : "has not signed in";
}

/** At their machine and waiting to be let in. */
export const toAdmit = <Seat extends WatchedSeat>(seats: readonly Seat[]) =>
  seats.filter((seat) => seat.phase === "booked" && seat.signedIn && !isAway(seat));

export const toPause = <Seat extends WatchedSeat>(seats: readonly Seat[]) =>
  seats.filter(({ phase }) => phase === "running");
/** Whoever takes a rest break or is between two machines goes on by themselves, not with the room. */
export const toResume = <Seat extends WatchedSeat>(seats: readonly Seat[]) =>
  seats.filter(({ phase, stopped }) => phase === "paused" && !(stopped !== null && stopsOneLearner(stopped)));

/** Whose clock the evacuation stopped. */
export const toReturn = <Seat extends WatchedSeat>(seats: readonly Seat[]) =>
  seats.filter(({ phase, stopped }) => phase === "paused" && stopped === "evacuation");
/** Whose screen a message cannot have reached: it goes blank when they are connected again. */
export const notReached = <Seat extends WatchedSeat>(seats: readonly Seat[]) =>
  seats.filter(({ phase, connection }) => phase !== "closed" && phase !== "voided" && connection === "lost");

/** Whose test must end before the sitting can. */
export const stillWorking = <Seat extends WatchedSeat>(seats: readonly Seat[]) =>
  seats.filter(({ phase }) => phase === "running" || phase === "paused");

/** What may be done at this seat now. Starting alone is offered when the test has been loaded, and not before. */
export function offered(seat: Pick<WatchedSeat, "phase" | "register">, move: Move): boolean {
  if (move === "start") return seat.phase === "ready";
  if (move === "admit" && isAway(seat)) return false;
  return may(seat, move);
}
