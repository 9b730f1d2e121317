import type { Attempt } from "../../exam/attempt/attempt.ts";
import { type Refused, refused } from "../../exam/people/refusals.ts";
import type { Work } from "../door.ts";

/** The candidate's own attempt, locked. A message about somebody else's is refused. */
export async function lockOwn(
  { tx, actor }: Work,
  attemptId: string | null,
): Promise<{ ok: true; attempt: Attempt } | Refused> {
  if (actor?.kind !== "candidate") return refused("not-allowed");
  const attempt = await tx.attempts.ofBooking(actor.bookingId);
  if (attempt === null) return refused("no-such-attempt");
  if (attemptId !== null && attempt.id !== attemptId) return refused("not-your-attempt");
  return { ok: true, attempt };
}
