import { z } from "zod";
import { work as workOf } from "../../exam/attempt/answers.ts";
import { type Attempt, hasBegun, isOver } from "../../exam/attempt/attempt.ts";
import { type Refused, refused } from "../../exam/people/refusals.ts";
import type { Attended } from "../../live/contract.ts";
import { type Audited, command, type Work } from "../door.ts";
import { auditOf, newsForBoards, newsOf } from "./change-attempt.ts";
import { lockOwn } from "./own-attempt.ts";
import { stateOf } from "./state-of.ts";

export type Seated = Omit<Extract<Attended, { ok: true }>, "ok">;
export type Looked = Pick<Seated, "state" | "announcements">;

/** What a page says of itself when it asks for its seat. */
export const asSeated = z.object({
  /** The attempt whose page it is. Pages that were opened before an upgrade may leave it out. */
  attempt: z.uuid().optional(),
  machine: z.string().min(8).max(64),
  lease: z.uuid().nullable(),
  holdsWork: z.boolean().optional(),
});
export type AsSeated = z.infer<typeof asSeated>;

/** A browser takes its seat at the attempt: after signing in, after a reload, after being moved. */
export const attend = command<AsSeated, Seated>({
  name: "attend",
  who: ["candidate"],
  input: asSeated,
  async run(work, input) {
    const sat = await sit(work, input);
    if (!sat.ok) return sat;
    const { own, seat } = sat;
    // A whole hall comes in at once: nothing is read that is not needed.
    const holdsWork = input.holdsWork === true && !seat.fresh && seat.lease === input.lease;
    const journal = own.position === 0 || holdsWork ? [] : await work.tx.attempts.journal(own.id);
    return {
      ok: true,
      value: {
        ...(await seenFrom(work, seat.attempt)),
        lease: seat.lease,
        savedThrough: seat.savedThrough,
        work: holdsWork ? null : workOf(journal),
      },
      audit: auditOfSitting(sat, input),
      news: newsOfSitting(sat),
    };
  },
});

/** How the attempt stands, asked every few seconds by a browser whose network lets no socket through: without its answers. */
export const look = command<AsSeated, Looked>({
  name: "attend",
  who: ["candidate"],
  input: asSeated,
  async run(work, input) {
    const sat = await sit(work, input);
    if (!sat.ok) return sat;
    const value = await seenFrom(work, sat.seat.attempt);
    return { ok: true, value, audit: auditOfSitting(sat, input), news: sat.seat.fresh ? newsOfSitting(sat) : [] };
  },
});

type Sat = { readonly ok: true; readonly own: Attempt; readonly seat: Seat };

async function sit(work: Work, { attempt, machine, lease: remembered }: AsSeated): Promise<Sat | Refused> {
  const own = await lockOwn(work, attempt ?? null);
  if (!own.ok) return own;
  const seat = isOver(own.attempt)
    ? await sameSeat(work, own.attempt, remembered)
    : await takeSeat(work, own.attempt, machine, remembered);
  if (!seat.ok) return seat;
  await work.tx.attempts.seen(own.attempt.id, work.now);
  return { ok: true, own: own.attempt, seat };
}

async function seenFrom({ tx, now, secrets }: Work, attempt: Attempt): Promise<Looked> {
  const closing = attempt.closed && (await tx.attempts.closing(attempt.id));
  return {
    state: stateOf(attempt, { now, secrets, closing }),
    announcements: await tx.sittings.announcements(attempt.sittingId),
  };
}

const auditOfSitting = ({ own, seat }: Sat, { machine }: AsSeated): readonly Audited[] =>
  seat.fresh ? [auditOf(own, { detail: { machine: machine.slice(0, 8) } })] : [];

const newsOfSitting = ({ own, seat }: Sat) => [seat.replaces ? newsOf(own) : newsForBoards(own)];

type Seat = {
  readonly ok: true;
  readonly attempt: Attempt;
  readonly lease: string;
  /** The highest number stored of what was written under the lease. */
  readonly savedThrough: number;
  readonly fresh: boolean;
  /** Another page may have it still, and has to hear of this one. */
  readonly replaces: boolean;
};

async function sameSeat({ tx }: Work, attempt: Attempt, remembered: string | null): Promise<Seat> {
  const lease = remembered ?? attempt.lease ?? attempt.id;
  const kept = await tx.attempts.lease(lease);
  const savedThrough = kept?.attemptId === attempt.id ? kept.savedThrough : 0;
  return { ok: true, attempt, lease, savedThrough, fresh: false, replaces: false };
}

const byCode = "To carry on at this one, sign out and type the code that the invigilator has.";

async function takeSeat(
  { tx, now, ids }: Work,
  attempt: Attempt,
  machine: string,
  remembered: string | null,
): Promise<Seat | Refused> {
  const current = attempt.lease === null ? null : await tx.attempts.lease(attempt.lease);
  if (current !== null && current.machine === machine)
    return { ok: true, attempt, lease: current.id, savedThrough: current.savedThrough, fresh: false, replaces: false };

  const before = remembered === null ? null : await tx.attempts.lease(remembered);
  if (before?.attemptId === attempt.id && before.ended) return refused("lease-ended");
  if (current !== null && (attempt.phase === "running" || attempt.phase === "paused"))
    return refused("seated-elsewhere");

  const move = hasBegun(attempt) ? await tx.moves.latest(attempt.id) : null;
  // What was moved away comes back to the same machine only by the code.
  if (move !== null && !move.used && move.fromMachine === machine) return refused("lease-ended", byCode);

  if (current !== null) await tx.attempts.endLease(current.id, now);
  const lease = ids.next();
  await tx.attempts.addLease({ id: lease, attemptId: attempt.id, machine, startedAt: now });
  if (move !== null && !move.used) await tx.moves.arrived(attempt.id, now);
  const seated = { ...attempt, lease };
  await tx.attempts.write(seated, []);
  return { ok: true, attempt: seated, lease, savedThrough: 0, fresh: true, replaces: current !== null };
}
