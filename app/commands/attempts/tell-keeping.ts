import { z } from "zod";
import { type Keeping, keepings } from "../../exam/attempt/keeping.ts";
import { refused } from "../../exam/people/refusals.ts";
import { command } from "../door.ts";
import { auditOf, newsOf } from "./change-attempt.ts";
import { lockOwn } from "./own-attempt.ts";

type News = { readonly attempt: string; readonly lease: string; readonly keeping: Keeping };

/** A learner's computer can no longer keep what the server does not hold, or can again: for the invigilator to see. */
export const tellKeeping = command<News, Record<never, never>>({
  name: "tell of storage",
  who: ["candidate"],
  input: z.object({ attempt: z.uuid(), lease: z.uuid(), keeping: z.enum(keepings) }),
  async run({ tx, ...work }, { attempt: id, lease, keeping }) {
    const own = await lockOwn({ tx, ...work }, id);
    if (!own.ok) return own;
    // A machine left behind says nothing of the one the learner sits at.
    if (lease !== own.attempt.lease) return refused("lease-ended");
    if (own.attempt.keeping === keeping) return { ok: true, value: {}, audit: [] };
    await tx.attempts.setKeeping(id, keeping);
    return {
      ok: true,
      value: {},
      audit: [auditOf(own.attempt, { detail: { keeping } })],
      news: [newsOf(own.attempt)],
    };
  },
});
