import { z } from "zod";
import type { Attempt } from "../../exam/attempt/attempt.ts";
import { admit as decide } from "../../exam/attempt/decide.ts";
import { isAway, isHere, registerWords } from "../../exam/invigilation/register.ts";
import { type Refused, refused } from "../../exam/people/refusals.ts";
import { arrival } from "../../exam/rulebook/arrival.ts";
import { ruleBookAt } from "../../exam/rulebook/rule-book.ts";
import { minutes } from "../../exam/time/time.ts";
import { command, type Work } from "../door.ts";
import { auditOf, lockAsInvigilator, newsOf } from "./change-attempt.ts";

/** The invigilator has checked who this is. Arrival is written in the register by the rule for lateness. */
export const admitLearner = command<{ attempt: string }, { attempt: string; register: string }>({
  name: "admit",
  who: ["invigilator"],
  input: z.object({ attempt: z.uuid() }),
  async run(work, input) {
    const found = await lockAsInvigilator(work, input.attempt);
    if (!found.ok) return found;
    const admitted = await admitOne(work, found.attempt);
    if (!admitted.ok) return admitted;
    return {
      ok: true,
      value: { attempt: input.attempt, register: admitted.register },
      audit: [auditOf(found.attempt, { detail: { register: admitted.register } })],
      news: [newsOf(found.attempt)],
    };
  },
});

/** Whoever the register says is not here neither comes in nor begins, until the mark is taken back. */
export const markedAway = (register: string) =>
  refused(
    "not-from-here",
    `The register says “${registerWords(register)}”. If they are here after all, mark that in the register first.`,
  );

/** The attempt must be locked. What an invigilator has already written about an arrival stands. */
export async function admitOne({ tx, now }: Work, attempt: Attempt): Promise<{ ok: true; register: string } | Refused> {
  const decision = decide(attempt);
  if (!decision.ok) return decision;
  const sitting = await tx.sittings.get(attempt.sittingId);
  const booking = await tx.bookings.get(attempt.bookingId);
  if (sitting === null || booking === null) return refused("not-found");
  if (isAway(booking)) return markedAway(booking.register);

  const how = arrival(
    { scheduledStart: sitting.startsAt, arrived: now, paper: minutes(sitting.minutes) },
    ruleBookAt(sitting.startsAt),
  );
  const byRule = how === "on-time" ? "present" : how;
  const register = isHere(booking) ? booking.register : byRule;
  await tx.bookings.setRegister(attempt.bookingId, register, booking.arrivedAt === null ? now : undefined);
  await tx.attempts.write(decision.attempt, decision.lines);
  return { ok: true, register };
}
