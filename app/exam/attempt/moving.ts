import type { Attempt } from "./attempt.ts";
import { become, type Decision, pause, type When } from "./decide.ts";
import { type Ledger, type StopCause, stoppedFor } from "./ledger.ts";

type Standing = Pick<Attempt, "phase" | "lease"> & { readonly ledger: Ledger };

/** The clock was stopped for a move to another machine, and nothing has stopped it since. */
export const isBetweenMachines = ({ ledger }: Pick<Standing, "ledger">) => stoppedFor(ledger) === "moving-desk";

/** A clock is stopped for a move only while no machine has the test: whoever has one again has arrived, by whatever code. */
export const hasArrived = (attempt: Standing) => isBetweenMachines(attempt) && attempt.lease !== null;

/** Stopped, and at no machine yet: a clock that ran now would run for nobody. */
export const isOnTheWay = ({ phase, lease }: Omit<Standing, "ledger">) => phase === "paused" && lease === null;

/** The room stops: a running clock, and one that would go on by itself when its learner arrives at another machine. */
export const pauseWithRoom = (attempt: Attempt, when: When, cause: StopCause, why: string): Decision =>
  isBetweenMachines(attempt) ? stopAgain(attempt, when, cause, why) : pause(attempt, when, cause, why);

/** The room goes on, and this learner when they arrive. */
export const stayStopped = (attempt: Attempt, when: When): Decision =>
  stopAgain(attempt, when, "moving-desk", "On the way to another computer");

const stopAgain = (attempt: Attempt, { now, by }: When, cause: StopCause, why: string): Decision =>
  become(attempt, {}, [{ kind: "stopped", at: now, by, cause, why }]);
