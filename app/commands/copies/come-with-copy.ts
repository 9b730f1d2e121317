import { z } from "zod";
import type { Actor } from "../../exam/people/actor.ts";
import { refused } from "../../exam/people/refusals.ts";
import { isSame } from "../../platform/secrets.ts";
import { command } from "../door.ts";
import type { SignedIn } from "../people/new-sign-in.ts";
import { guessing, remember, signInAt } from "../people/sign-in-candidate.ts";

type Coming = {
  readonly attempt: string;
  readonly candidateNumber: string;
  readonly from: string;
  readonly ticket: string;
  readonly address: string;
};

/**
 * A learner who went on from the room's copy while the server could not be reached is signed in at that computer. The ticket
 * was sealed into the copy, so whoever has it has typed the slip there; it opens no more than the slip does.
 */
export const comeWithCopy = command<Coming, SignedIn & { learner: Extract<Actor, { kind: "candidate" }> }>({
  name: "sign in with the room's copy",
  who: ["anyone"],
  input: z.object({
    attempt: z.uuid(),
    candidateNumber: z.string().trim().min(1).max(20),
    from: z.uuid(),
    ticket: z.string().max(64),
    address: z.string().max(64),
  }),
  async run(work, { attempt: id, candidateNumber, from, ticket, address }) {
    const { tx, secrets } = work;
    const keys = { number: `candidate:${candidateNumber}`, address: `address:${address}` };
    const locked = await guessing(work, keys);
    if (locked) return locked;
    const no = async () => ({ ...refused("wrong-ticket"), ...(await remember(work, keys)) });
    if (!isSame(ticket, secrets.reserveTicket(id, from))) return no();
    const attempt = await tx.attempts.lock(id);
    const booking = attempt && (await tx.bookings.get(attempt.bookingId));
    if (!booking || booking.cancelledAt !== null || booking.learner.candidateNumber !== candidateNumber) return no();

    const { learner } = booking;
    const signedIn = await signInAt(work, booking, booking.attempt);
    return {
      ...signedIn,
      value: {
        token: signedIn.value.token,
        expiresAt: signedIn.value.expiresAt,
        learner: {
          kind: "candidate",
          id: learner.id,
          name: learner.name,
          bookingId: booking.id,
          centreId: learner.centreId,
        },
      },
    };
  },
});
