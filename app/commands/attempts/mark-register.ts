import { z } from "zod";
import { hasBegun } from "../../exam/attempt/attempt.ts";
import { isHere, type Register, registers } from "../../exam/invigilation/register.ts";
import { refused } from "../../exam/people/refusals.ts";
import { command } from "../door.ts";
import { auditOf, lockAsInvigilator, newsOf } from "./change-attempt.ts";

/** Attendance as the invigilator saw it. Whoever has started the test was there. */
export const markRegister = command<{ attempt: string; register: Register }, { attempt: string }>({
  name: "mark register",
  who: ["invigilator"],
  input: z.object({ attempt: z.uuid(), register: z.enum(registers) }),
  async run(work, { attempt: id, register }) {
    const found = await lockAsInvigilator(work, id, { alsoEnded: true });
    if (!found.ok) return found;
    if (hasBegun(found.attempt) && ["absent", "expected", "withdrawn"].includes(register))
      return refused(
        "not-from-here",
        "This learner has started the test, so they cannot be marked absent or withdrawn.",
      );
    const booking = await work.tx.bookings.get(found.attempt.bookingId);
    const cameNow = isHere({ register }) && !booking?.arrivedAt;
    await work.tx.bookings.setRegister(found.attempt.bookingId, register, cameNow ? work.now : undefined);
    return {
      ok: true,
      value: { attempt: id },
      audit: [auditOf(found.attempt, { detail: { register } })],
      news: [newsOf(found.attempt)],
    };
  },
});
