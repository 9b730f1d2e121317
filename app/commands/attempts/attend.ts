import { z } from "zod";
import { work as workOf } from "../../exam/attempt/answers.ts";
import { type Attempt, isOver } from "../../exam/attempt/attempt.ts";
import { type Refused, refused } from "../../exam/people/refusals.ts";
import type { Attended } from "../../live/contract.ts";
import { command, type Work } from "../door.ts";
import { auditOf, newsOf } from "./change-attempt.ts";
import { lockOwn } from "./own-attempt.ts";
import { stateOf } from "./state-of.ts";

type Seated = Omit<Extract<Attended, { ok: true }>, "ok">;

/** A browser takes its seat at the attempt: after signing in, after a reload, after being moved. */
export const attend = command<{ machine: string; lease: string | null }, Seated>({
  name: "attend",
  who: ["candidate"],
  input: z.object({ machine: z.string().min(8).max(64), lease: z.uuid().nullable() }),
  async run(work, { machine, lease: remembered }) {
    const own = await lockOwn(work, null);
    if (!own.ok) return own;
    const seat = isOver(own.attempt)
      ? sameSeat(own.attempt, remembered)
      : await takeSeat(work, own.attempt, machine, remembered);
    if (!seat.ok) return seat;

    const { tx, now, secrets } = work;
    await tx.attempts.seen(own.attempt.id, now);
    const journal = await tx.attempts.journal(own.attempt.id);
    const booking = await tx.bookings.get(own.attempt.bookingId);
    const kept = await tx.attempts.lease(seat.lease);
    return {
      ok: true,
      value: {
        lease: seat.lease,
        savedThrough: kept?.savedThrough ?? 0,
        state: stateOf(seat.attempt, { now, secrets, receipt: booking?.attempt?.receipt ?? null }),
        work: workOf(journal),
        announcements: await tx.sittings.announcements(own.attempt.sittingId),
      },
      audit: seat.fresh ? [auditOf(own.attempt, { detail: { machine: machine.slice(0, 8) } })] : [],
      news: [newsOf(own.attempt)],
    };
  },
});

type Seat = { readonly ok: true; readonly attempt: Attempt; readonly lease: string; readonly fresh: boolean };

const sameSeat = (attempt: Attempt, remembered: string | null): Seat => ({
  ok: true,
  attempt,
  lease: remembered ?? attempt.lease ?? attempt.id,
  fresh: false,
});

async function takeSeat(
  { tx, now, ids }: Work,
  attempt: Attempt,
  machine: string,
  remembered: string | null,
): Promise<Seat | Refused> {
  const current = attempt.lease === null ? null : await tx.attempts.lease(attempt.lease);
  if (current !== null && current.machine === machine) return { ok: true, attempt, lease: current.id, fresh: false };

  const before = remembered === null ? null : await tx.attempts.lease(remembered);
  if (before?.attemptId === attempt.id && before.ended) return refused("lease-ended");
  if (current !== null && (attempt.phase === "running" || attempt.phase === "paused"))
    return refused("seated-elsewhere");

  if (current !== null) await tx.attempts.endLease(current.id, now);
  const lease = ids.next();
  await tx.attempts.addLease({ id: lease, attemptId: attempt.id, machine, startedAt: now });
  const seated = { ...attempt, lease };
  await tx.attempts.write(seated, []);
  return { ok: true, attempt: seated, lease, fresh: true };
}
