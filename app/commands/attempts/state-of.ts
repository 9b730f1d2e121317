import { type Attempt, isOver } from "../../exam/attempt/attempt.ts";
import { allowance, stoppedFor, timeLeft, workedWhileStopped } from "../../exam/attempt/ledger.ts";
import type { Instant } from "../../exam/time/time.ts";
import type { AttemptState } from "../../live/contract.ts";
import type { Secrets } from "../../platform/secrets.ts";

/** All of an attempt that its learner's screen depends on. */
type Shown = Pick<
  Attempt,
  "id" | "phase" | "lease" | "ledger" | "formId" | "sittingId" | "evacuated" | "closed" | "keeping"
>;

type Said = {
  readonly now: Instant;
  readonly secrets: Secrets;
  /** What else a test that was closed has; none while it is not. */
  readonly closing?: { readonly receipt: string | null; readonly late: boolean } | null;
};

/** What the learner's browser may know of its attempt now. The key is given while the clock runs, and not before. */
export function stateOf(attempt: Shown, { now, secrets, closing }: Said): AttemptState {
  return {
    attempt: attempt.id,
    phase: attempt.phase,
    lease: attempt.lease,
    left: timeLeft(attempt.ledger, now),
    allowance: allowance(attempt.ledger),
    workedWhileStopped: workedWhileStopped(attempt.ledger),
    stopped: attempt.phase === "paused" ? stoppedFor(attempt.ledger) : null,
    evacuated: attempt.evacuated && !isOver(attempt),
    key: attempt.phase === "running" ? secrets.formKey(attempt.formId, attempt.sittingId).toString("base64") : null,
    closed: attempt.closed && { ...attempt.closed, receipt: closing?.receipt ?? "", late: closing?.late ?? false },
    keeping: attempt.keeping,
    at: now,
  };
}
