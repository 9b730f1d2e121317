import { type Attempt, isOver } from "../../exam/attempt/attempt.ts";
import { allowance, stoppedFor, timeLeft } from "../../exam/attempt/ledger.ts";
import type { Instant } from "../../exam/time/time.ts";
import type { AttemptState } from "../../live/contract.ts";
import type { Secrets } from "../../platform/secrets.ts";

/** All of an attempt that its learner's screen depends on. */
type Shown = Pick<
  Attempt,
  "id" | "phase" | "lease" | "ledger" | "formId" | "sittingId" | "evacuated" | "closed" | "keeping"
>;

/** What the learner's browser may know of its attempt now. The key is given while the clock runs, and not before. */
export function stateOf(
  attempt: Shown,
  { now, secrets, receipt }: { now: Instant; secrets: Secrets; receipt: string | null },
): AttemptState {
  return {
    attempt: attempt.id,
    phase: attempt.phase,
    lease: attempt.lease,
    left: timeLeft(attempt.ledger, now),
    allowance: allowance(attempt.ledger),
    stopped: attempt.phase === "paused" ? stoppedFor(attempt.ledger) : null,
    evacuated: attempt.evacuated && !isOver(attempt),
    key: attempt.phase === "running" ? secrets.formKey(attempt.formId, attempt.sittingId).toString("base64") : null,
    closed: attempt.closed && { ...attempt.closed, receipt: receipt ?? "" },
    keeping: attempt.keeping,
    at: now,
  };
}
