import { z } from "zod";
import { refused } from "../../exam/people/refusals.ts";
import { mayReplay, replayers } from "../../exam/proof/may-replay.ts";
import { command } from "../door.ts";

/**
 * Somebody wants to see a test as its learner saw it, and says why: that is written down before anything is shown. The line
 * names no centre, as those of marking do, so that nobody there learns who judges their learners.
 */
export const openReplay = command<{ attempt: string; why: string }, { attempt: string }>({
  name: "open replay",
  who: replayers,
  input: z.object({
    attempt: z.uuid(),
    why: z.string().trim().min(10, "Say why, in a few words: an appeal, a complaint, an incident.").max(1_000),
  }),
  async run({ tx, actor }, { attempt: id, why }) {
    const attempt = await tx.attempts.lock(id);
    if (attempt === null) return refused("no-such-attempt");
    const no = mayReplay(actor, attempt);
    if (no) return no;
    return { ok: true, value: { attempt: id }, audit: [{ attemptId: id, why }] };
  },
});
