import { z } from "zod";
import { timeLeft } from "../../exam/attempt/ledger.ts";
import { refused } from "../../exam/people/refusals.ts";
import type { AttemptState } from "../../live/contract.ts";
import { command } from "../door.ts";
import { auditOf, newsOf } from "./change-attempt.ts";
import { closeAttempt } from "./closing.ts";
import { lockOwn } from "./own-attempt.ts";
import { stateOf } from "./state-of.ts";

/** The learner hands in. Doing it twice, or after time ran out, gives the receipt of the one closing there was. */
export const submit = command<{ attempt: string; lease: string }, { state: AttemptState }>({
  name: "submit",
  who: ["candidate"],
  input: z.object({ attempt: z.uuid(), lease: z.uuid() }),
  async run(work, { attempt: id, lease }) {
    const own = await lockOwn(work, id);
    if (!own.ok) return own;
    const { tx, now, secrets } = work;
    const closing = () => tx.attempts.closing(own.attempt.id);
    if (own.attempt.phase === "closed")
      return {
        ok: true,
        value: { state: stateOf(own.attempt, { now, secrets, closing: await closing() }) },
        audit: [],
      };
    // A machine left behind has no say any more, not even with what was on its way.
    if (lease !== own.attempt.lease) return refused("lease-ended");
    const outOfTime = own.attempt.phase === "running" && timeLeft(own.attempt.ledger, now) === 0;
    const closed = await closeAttempt(work, own.attempt, outOfTime ? "time-expired" : "submitted");
    if (!closed.ok) return closed;
    return {
      ok: true,
      value: { state: stateOf(closed.attempt, { now, secrets, closing: await closing() }) },
      audit: [auditOf(own.attempt, { detail: { receipt: closed.receipt } })],
      news: [newsOf(own.attempt)],
    };
  },
});
