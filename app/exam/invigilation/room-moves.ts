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
  const ready = seats.filter(isReadyHere);
  const waiting = seats.filter(
    (seat) => ["booked", "admitted", "ready"].includes(seat.phase) && !isAway(seat) && !isReadyHere(seat),
  );
  return {
    ready,
    waiting: waiting.map((seat) => ({ seat, why: whyNot(seat) })),
  };
}

/** Has loaded the test at a computer, and the register does not say they are away. */
export const isReadyHere = (seat: Pick<WatchedSeat, "phase" | "signedIn" | "register">) =>
  seat.phase === "ready" && seat.signedIn && !isAway(seat);

function whyNot({ phase, signedIn }: WatchedSeat) {
  if (phase === "ready") return "is on the way to another computer";
  if (phase === "admitted") return "is getting ready";
  return signedIn ? "has signed in and is not admitted yet" : "has not signed in";
}

/** At their machine and waiting to be let in. */
export const toAdmit = <Seat extends WatchedSeat>(seats: readonly Seat[]) =>
  seats.filter((seat) => seat.phase === "booked" && seat.signedIn && !isAway(seat));

export const toPause = <Seat extends WatchedSeat>(seats: readonly Seat[]) =>
  seats.filter(({ phase }) => phase === "running");
/** Whoever takes a rest break or is at no machine goes on by themselves, not with the room. */
export const toResume = <Seat extends WatchedSeat>(seats: readonly Seat[]) =>
  seats.filter(
    ({ phase, stopped, signedIn }) => phase === "paused" && signedIn && !(stopped !== null && stopsOneLearner(stopped)),
  );

/** Whose clock the evacuation stopped; whoever has left their machine meanwhile goes on when they arrive at another. */
export const toReturn = <Seat extends WatchedSeat>(seats: readonly Seat[]) =>
  seats.filter(({ phase, stopped }) => phase === "paused" && stopped === "evacuation");
/** Whose screen a message cannot have reached: it goes blank when they are connected again. */
export const notReached = <Seat extends WatchedSeat>(seats: readonly Seat[]) =>
  seats.filter(({ phase, connection }) => phase !== "closed" && phase !== "voided" && connection === "lost");

/** Who came and will not sit the test when the sitting ends now. */
export const stillWaiting = <Seat extends WatchedSeat>(seats: readonly Seat[]) =>
  seats.filter(
    (seat) =>
      !isAway(seat) &&
      (seat.phase === "admitted" || seat.phase === "ready" || (seat.phase === "booked" && seat.signedIn)),
  );

/** Whose test must end before the sitting can. */
export const stillWorking = <Seat extends WatchedSeat>(seats: readonly Seat[]) =>
  seats.filter(({ phase }) => phase === "running" || phase === "paused");

/**
 * What may be done at this seat now. Starting alone is offered when the test has been loaded, and not before; no clock is set
 * going where no computer has the test.
 */
export function offered(seat: Pick<WatchedSeat, "phase" | "register" | "signedIn">, move: Move): boolean {
  if (move === "start") return isReadyHere(seat);
  if (move === "resume" && !seat.signedIn) return false;
  if (move === "admit" && isAway(seat)) return false;
  return may(seat, move);
}
