import type { Instant } from "../time/time.ts";
import type { Attempt } from "./attempt.ts";
import { become, type Decision, pause, type When } from "./decide.ts";
import { type Ledger, type StopCause, stoppedFor } from "./ledger.ts";

type Standing = Pick<Attempt, "phase" | "ledger" | "lease">;

/** The lines since the clock last ran. */
const sinceItRan = (ledger: Ledger) =>
  ledger.slice(ledger.findLastIndex(({ kind }) => kind === "started" || kind === "resumed") + 1);

/** The clock was stopped for a move to another machine, and nothing has stopped it since. */
export const isBetweenMachines = ({ phase, ledger }: Omit<Standing, "lease">) =>
  phase === "paused" && stoppedFor(ledger) === "moving-desk";

/** The clock stands for a move that was begun at this instant, whatever else has stopped it since. */
export const stoppedForMoveAt = (ledger: Ledger, at: Instant) =>
  sinceItRan(ledger).some((line) => line.kind === "stopped" && line.cause === "moving-desk" && line.at === at);

/** Stopped for a move, then by the room, and at no machine yet. */
export const isOnTheWay = ({ phase, ledger, lease }: Standing) =>
  phase === "paused" &&
  lease === null &&
  sinceItRan(ledger).some((line) => line.kind === "stopped" && line.cause === "moving-desk");

/** The room stops: a running clock, and one that would go on by itself when its learner arrives at another machine. */
export const pauseWithRoom = (attempt: Attempt, when: When, cause: StopCause, why: string): Decision =>
  isBetweenMachines(attempt) ? stopAgain(attempt, when, cause, why) : pause(attempt, when, cause, why);

/** The room goes on, and this learner when they arrive. */
export const stayStopped = (attempt: Attempt, when: When): Decision =>
  stopAgain(attempt, when, "moving-desk", "On the way to another computer");

const stopAgain = (attempt: Attempt, { now, by }: When, cause: StopCause, why: string): Decision =>
  become(attempt, {}, [{ kind: "stopped", at: now, by, cause, why }]);
