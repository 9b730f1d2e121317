import { z } from "zod";
import { type Attempt, hasBegun } from "../../exam/attempt/attempt.ts";
import { makeVoid } from "../../exam/attempt/decide.ts";
import { areNeighbours } from "../../exam/entry/seat.ts";
import { holdsAt } from "../../exam/people/actor.ts";
import { refused } from "../../exam/people/refusals.ts";
import { auditOf, byName, newsOf } from "../attempts/change-attempt.ts";
import { command, type Work } from "../door.ts";
import { seatTaken } from "./book.ts";
import { seat, why } from "./input.ts";

const booking = z.uuid();

/** A booking at the actor's centre whose test has not begun, with its attempt, both under the sitting's lock. */
async function lockUnbegun({ tx, actor }: Work, id: string) {
  const found = await tx.bookings.get(id);
  if (found === null) return refused("not-found");
  if (!holdsAt(actor, ["exams-officer"], found.sitting.centreId)) return refused("not-at-your-centre");
  await tx.sittings.lock(found.sittingId);
  // Only what is read under the lock may be decided about.
  const booking = await tx.bookings.get(id);
  const attempt = await tx.attempts.ofBooking(id);
  if (booking === null || attempt === null) return refused("not-found");
  if (booking.cancelledAt !== null) return refused("not-from-here", "The booking has been cancelled already.");
  if (hasBegun(attempt)) return refused("not-from-here", "The learner has started the test, so the booking stands.");
  return { ok: true as const, booking, attempt };
}

/** Takes the place back before the test begins. It uses no attempt up; the keycode stops working at once. */
export const cancelBooking = command<{ booking: string; why: string }, { booking: string }>({
  name: "cancel booking",
  who: ["exams-officer"],
  input: z.object({ booking, why }),
  async run(work, { booking: id, why }) {
    const { tx, now } = work;
    const found = await lockUnbegun(work, id);
    if (!found.ok) return found;
    const voided = makeVoid(found.attempt, { now, by: byName(work) });
    if (!voided.ok) return voided;
    await tx.attempts.write(voided.attempt, voided.lines);
    await tx.bookings.cancel(id, now);
    const tokenHashes = await tx.people.revokeSignIns({ bookingId: id }, now);
    return {
      ok: true,
      value: { booking: id },
      audit: [auditOf(found.attempt, { why })],
      news: [
        newsOf(found.attempt),
        { about: "sitting", sittingId: found.attempt.sittingId },
        { about: "signed-out", tokenHashes },
      ],
    };
  },
});

type Moved = { readonly booking: string; readonly seat: string; readonly sameAsNeighbour: boolean };

/** Another seat before the test begins. The form stays, because the learner's computer may hold it already. */
export const changeSeat = command<{ booking: string; seat: string }, Moved>({
  name: "change seat",
  who: ["exams-officer"],
  input: z.object({ booking, seat }),
  async run(work, { booking: id, seat }) {
    const found = await lockUnbegun(work, id);
    if (!found.ok) return found;
    const others = (await work.tx.bookings.seats(found.attempt.sittingId)).filter((other) => other.id !== id);
    if (others.some((other) => other.seat === seat)) return seatTaken(seat);
    await work.tx.bookings.setSeat(id, seat);
    return {
      ok: true,
      value: { booking: id, seat, sameAsNeighbour: sharesForm(found.attempt, seat, others) },
      audit: [auditOf(found.attempt, { detail: { from: found.booking.seat, to: seat } })],
      news: [newsOf(found.attempt)],
    };
  },
});

const sharesForm = (
  { formId }: Attempt,
  seat: string,
  others: readonly { readonly seat: string; readonly formId: string }[],
) => others.some((other) => other.formId === formId && areNeighbours(other.seat, seat));
