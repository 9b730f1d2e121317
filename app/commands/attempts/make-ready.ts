import { z } from "zod";
import { makeReady as decide } from "../../exam/attempt/decide.ts";
import type { AttemptState } from "../../live/contract.ts";
import { command } from "../door.ts";
import { auditOf, newsOf } from "./change-attempt.ts";
import { lockOwn } from "./own-attempt.ts";
import { stateOf } from "./state-of.ts";

/** The browser holds the whole form, locked, and has shown the instructions. Saying so again changes nothing. */
export const makeReady = command<{ attempt: string }, { state: AttemptState }>({
  name: "make ready",
  who: ["candidate"],
  input: z.object({ attempt: z.uuid() }),
  async run(work, { attempt: id }) {
    const own = await lockOwn(work, id);
    if (!own.ok) return own;
    const { tx, now, secrets } = work;
    const state = (attempt = own.attempt) => ({ state: stateOf(attempt, { now, secrets, receipt: null }) });
    if (own.attempt.phase !== "admitted") return { ok: true, value: state(), audit: [] };

    const decision = decide(own.attempt);
    if (!decision.ok) return decision;
    await tx.attempts.write(decision.attempt, decision.lines);
    return { ok: true, value: state(decision.attempt), audit: [auditOf(own.attempt)], news: [newsOf(own.attempt)] };
  },
});
