import { z } from "zod";
import { hasBegun, isOver } from "../../exam/attempt/attempt.ts";
import { makeReady as decide, resume } from "../../exam/attempt/decide.ts";
import { hasArrived } from "../../exam/attempt/moving.ts";
import { refused } from "../../exam/people/refusals.ts";
import type { AttemptState } from "../../live/contract.ts";
import { command } from "../door.ts";
import { auditOf, byName, newsOf } from "./change-attempt.ts";
import { lockOwn } from "./own-attempt.ts";
import { stateOf } from "./state-of.ts";

/**
 * The browser holds the whole form, locked, and has shown the instructions. Where a test stands still for a move of desk, this
 * sets it going again. Saying so again changes nothing. While a test goes on only the computer that has it is answered: the
 * answer opens the form.
 */
export const makeReady = command<{ attempt: string; lease: string }, { state: AttemptState }>({
  name: "make ready",
  who: ["candidate"],
  input: z.object({ attempt: z.uuid(), lease: z.uuid() }),
  async run(work, { attempt: id, lease }) {
    const own = await lockOwn(work, id);
    if (!own.ok) return own;
    const goesOn = hasBegun(own.attempt) && !isOver(own.attempt);
    if (goesOn && own.attempt.lease !== lease) return refused("lease-ended");
    const { tx, now, secrets } = work;
    const state = (attempt = own.attempt) => ({ state: stateOf(attempt, { now, secrets }) });
    const arrived = hasArrived(own.attempt) && !own.attempt.evacuated;
    if (own.attempt.phase !== "admitted" && !arrived) return { ok: true, value: state(), audit: [] };

    const decision = arrived ? resume(own.attempt, { now, by: byName(work) }) : decide(own.attempt);
    if (!decision.ok) return decision;
    await tx.attempts.write(decision.attempt, decision.lines);
    return { ok: true, value: state(decision.attempt), audit: [auditOf(own.attempt)], news: [newsOf(own.attempt)] };
  },
});
