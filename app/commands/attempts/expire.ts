import { z } from "zod";
import { refused } from "../../exam/people/refusals.ts";
import { command } from "../door.ts";
import { auditOf, newsOf } from "./change-attempt.ts";
import { closeAttempt } from "./closing.ts";

/** Time ran out: the server closes the attempt, whether or not its browser is there. */
export const expire = command<{ attempt: string }, { attempt: string }>({
  name: "expire",
  who: ["system"],
  input: z.object({ attempt: z.uuid() }),
  async run(work, { attempt: id }) {
    const attempt = await work.tx.attempts.lock(id);
    if (attempt === null) return refused("no-such-attempt");
    const closed = await closeAttempt(work, attempt, "time-expired");
    if (!closed.ok) return closed;
    return {
      ok: true,
      value: { attempt: id },
      audit: [auditOf(attempt, { detail: { receipt: closed.receipt } })],
      news: [newsOf(attempt)],
    };
  },
});
