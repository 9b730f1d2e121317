import { z } from "zod";
import { slipText } from "../../exam/attempt/copy.ts";
import { refused } from "../../exam/people/refusals.ts";
import { sha256Base64 } from "../../platform/secrets.ts";
import { lockOwn } from "../attempts/own-attempt.ts";
import { command } from "../door.ts";

type Kit = { readonly secret: string; readonly ticket: string };

/**
 * What a learner's page makes its copies with. However the learner came to this computer, with the slip or with a code: the
 * copies always open with what stands on the slip. The page makes a key of it that no script can read, and lets it go.
 */
export const giveCopyKit = command<{ attempt: string; lease: string }, Kit>({
  name: "give what copies are made with",
  who: ["candidate"],
  input: z.object({ attempt: z.uuid(), lease: z.uuid() }),
  async run(work, { attempt, lease }) {
    const own = await lockOwn(work, attempt);
    if (!own.ok) return own;
    if (own.attempt.lease !== lease) return refused("lease-ended");
    const booking = await work.tx.bookings.get(own.attempt.bookingId);
    if (booking === null) return refused("no-such-attempt");
    const { learner, keycodeSealed } = booking;
    return {
      ok: true,
      value: {
        secret: sha256Base64(slipText(learner.candidateNumber, work.secrets.unseal(keycodeSealed))),
        ticket: work.secrets.reserveTicket(attempt, lease),
      },
      audit: [],
    };
  },
});
