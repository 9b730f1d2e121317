import { z } from "zod";
import type { Attempt } from "../../exam/attempt/attempt.ts";
import { refused } from "../../exam/people/refusals.ts";
import { isSame } from "../../platform/secrets.ts";
import type { LeaseRow } from "../../store/attempts.ts";
import { auditOf, newsOf } from "../attempts/change-attempt.ts";
import { lockOwn } from "../attempts/own-attempt.ts";
import { command, type Work } from "../door.ts";

type Taking = {
  readonly attempt: string;
  readonly from: string;
  readonly lease: string;
  readonly machine: string;
  readonly ticket: string;
};

const why = "The server could not be reached; the learner went on from the room's copy";

/**
 * The computer that went on from the room's copy takes the place of the one the copy was made on: that one's lease ends, and a
 * new one begins under the number the computer chose. It works once. When the place is another's by then, the lease is
 * written down as ended: what was typed there arrives and is kept as what another desk still held.
 */
export const takePlace = command<Taking, { counts: boolean }>({
  name: "go on from the room's copy",
  who: ["candidate"],
  input: z.object({
    attempt: z.uuid(),
    from: z.uuid(),
    lease: z.uuid(),
    machine: z.string().min(8).max(64),
    ticket: z.string().max(64),
  }),
  async run(work, taking) {
    const own = await lockOwn(work, taking.attempt);
    if (!own.ok) return own;
    const { attempt } = own;
    const before = await work.tx.attempts.lease(taking.from);
    if (before?.attemptId !== attempt.id || !isSame(taking.ticket, work.secrets.reserveTicket(attempt.id, taking.from)))
      return refused("wrong-ticket");

    const known = await work.tx.attempts.lease(taking.lease);
    if (known !== null)
      return isThis(known, taking)
        ? { ok: true, value: { counts: attempt.lease === taking.lease }, audit: [] }
        : refused("wrong-ticket");

    const counts = attempt.lease === taking.from;
    await seat(work, attempt, taking, counts);
    return {
      ok: true,
      value: { counts },
      audit: [auditOf(attempt, { why, detail: { machine: taking.machine.slice(0, 8), counts } })],
      news: [newsOf(attempt)],
    };
  },
});

/** Said again, because the answer was lost. */
const isThis = (known: LeaseRow, { attempt, machine }: Taking) =>
  known.attemptId === attempt && known.machine === machine;

async function seat({ tx, now }: Work, attempt: Attempt, { from, lease, machine }: Taking, counts: boolean) {
  await tx.attempts.addLease({ id: lease, attemptId: attempt.id, machine, startedAt: now });
  if (!counts) return tx.attempts.endLease(lease, now);
  await tx.attempts.endLease(from, now);
  await tx.attempts.write({ ...attempt, lease }, []);
}
