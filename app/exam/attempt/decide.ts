import { type Refused, refused } from "../people/refusals.ts";
import type { Duration, Instant } from "../time/time.ts";
import { type Attempt, type CloseReason, isOver, type Move, may, type Phase } from "./attempt.ts";
import { deadline, type Line, type StopCause, timeLeft } from "./ledger.ts";

/** What becomes of an attempt, and the ledger lines to write. */
export type Decision = { readonly ok: true; readonly attempt: Attempt; readonly lines: readonly Line[] } | Refused;

export type When = { readonly now: Instant; readonly by: string };

export const no = (attempt: Attempt, move: Move): Refused =>
  isOver(attempt)
    ? refused("attempt-closed")
    : refused("not-from-here", `It is ${inWords[attempt.phase]}, so you cannot ${move.replace("-", " ")} it.`);

const inWords: Record<Phase, string> = {
  booked: "not admitted yet",
  admitted: "admitted and not started",
  ready: "ready and not started",
  running: "running",
  paused: "paused",
  closed: "closed",
  voided: "void",
};

export const become = (attempt: Attempt, change: Partial<Attempt>, lines: readonly Line[] = []): Decision => ({
  ok: true,
  attempt: { ...attempt, ...change, ledger: [...attempt.ledger, ...lines] },
  lines,
});

export const admit = (attempt: Attempt): Decision =>
  may(attempt, "admit") ? become(attempt, { phase: "admitted" }) : no(attempt, "admit");

/** Admitted by mistake: back to waiting, before anything was seen. */
export const sendBack = (attempt: Attempt): Decision =>
  may(attempt, "send-back") ? become(attempt, { phase: "booked", lease: null }) : no(attempt, "send-back");

/** The form is in the learner's browser, still locked. */
export const makeReady = (attempt: Attempt): Decision =>
  may(attempt, "make-ready") ? become(attempt, { phase: "ready" }) : no(attempt, "make-ready");

export const start = (attempt: Attempt, { now, by }: When): Decision =>
  may(attempt, "start")
    ? become(attempt, { phase: "running", startedAt: now }, [{ kind: "started", at: now, by }])
    : no(attempt, "start");

/** A clock that runs and has not run out: what has run out closes by itself, and nothing holds that up. */
export const isStoppable = (attempt: Attempt, now: Instant) =>
  may(attempt, "pause") && timeLeft(attempt.ledger, now) > 0;

export function pause(attempt: Attempt, { now, by }: When, cause: StopCause, why: string): Decision {
  if (!may(attempt, "pause")) return no(attempt, "pause");
  if (!isStoppable(attempt, now)) return refused("not-from-here", "Its time is over: it closes by itself in a moment.");
  return become(attempt, { phase: "paused" }, [{ kind: "stopped", at: now, by, cause, why }]);
}

export const resume = (attempt: Attempt, { now, by }: When): Decision =>
  may(attempt, "resume")
    ? become(attempt, { phase: "running" }, [{ kind: "resumed", at: now, by }])
    : no(attempt, "resume");

/** As `resume`, where a screen that no message reached had let the learner work on after the clock was stopped. */
export function resumeAfterWork(attempt: Attempt, when: When, amount: Duration): Decision {
  const resumed = resume(attempt, when);
  if (!resumed.ok || amount === 0) return resumed;
  const why = "Worked on without a network after the clock was stopped";
  return become(attempt, { phase: "running" }, [
    { kind: "worked-on", amount, at: when.now, by: when.by, why },
    ...resumed.lines,
  ]);
}

/** Frees the attempt from its machine, so that another may take it. */
export const release = (attempt: Attempt): Decision =>
  may(attempt, "release") ? become(attempt, { lease: null }) : no(attempt, "release");

/** Closing a second time changes nothing and is refused as already closed. */
export function close(attempt: Attempt, { now, by }: When, reason: CloseReason): Decision {
  const move: Move = reason === "submitted" ? "submit" : reason === "time-expired" ? "expire" : "terminate";
  if (!may(attempt, move)) return no(attempt, move);
  if (reason === "time-expired" && timeLeft(attempt.ledger, now) > 0)
    return refused("too-early", "There is time left.");
  return become(attempt, { phase: "closed", closed: { at: closingInstant(attempt, now, reason), reason } }, [
    { kind: "ended", at: now, by },
  ]);
}

/** Time that ran out ran out at its deadline, however late the sweeper came. */
const closingInstant = (attempt: Attempt, now: Instant, reason: CloseReason) =>
  reason === "time-expired" ? (deadline(attempt.ledger) ?? now) : now;

export const makeVoid = (attempt: Attempt, { now, by }: When): Decision =>
  may(attempt, "void") ? become(attempt, { phase: "voided" }, [{ kind: "ended", at: now, by }]) : no(attempt, "void");
