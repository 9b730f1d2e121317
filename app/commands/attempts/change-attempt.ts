import type { Attempt } from "../../exam/attempt/attempt.ts";
import type { Decision } from "../../exam/attempt/decide.ts";
import { holdsAt } from "../../exam/people/actor.ts";
import { type Refused, refused } from "../../exam/people/refusals.ts";
import type { Audited, Done, Work } from "../door.ts";

export const byName = ({ actor }: Work) => actor?.name ?? "nobody signed in";

export const newsOf = ({ id, sittingId }: Pick<Attempt, "id" | "sittingId">) =>
  ({ about: "attempt", attemptId: id, sittingId }) as const;

/** Of a learner whose own page has the answer. */
export const newsForBoards = (attempt: Pick<Attempt, "id" | "sittingId">) =>
  ({ ...newsOf(attempt), only: "boards" }) as const;

/**
 * An attempt where the actor invigilates, under its lock. The sitting is open, or, where only the record is put right, open
 * or ended. What would show a question is not done while the room is out.
 */
export async function lockAsInvigilator(
  { tx, actor }: Work,
  attemptId: string,
  { alsoEnded = false, alsoEvacuated = true } = {},
): Promise<{ ok: true; attempt: Attempt } | Refused> {
  const attempt = await tx.attempts.lock(attemptId);
  if (attempt === null) return refused("no-such-attempt");
  if (!holdsAt(actor, ["invigilator"], attempt.centreId)) return refused("not-at-your-centre");
  const sitting = await tx.sittings.get(attempt.sittingId);
  if (sitting?.phase === "planned") return refused("sitting-not-open", "Open the sitting first.");
  if (sitting?.phase === "ended" && !alsoEnded) return refused("sitting-ended");
  if (sitting?.evacuatedAt && !alsoEvacuated) return refused("room-evacuated");
  return { ok: true, attempt };
}

/** What an invigilator does to one attempt: lock, decide, write, audit, tell. */
export async function changeAttempt(
  work: Work,
  attemptId: string,
  decide: (attempt: Attempt) => Decision | Promise<Decision>,
  { alsoEvacuated = true, ...audited }: Pick<Audited, "why" | "detail"> & { readonly alsoEvacuated?: boolean } = {},
): Promise<Done<{ attempt: string }> | Refused> {
  const found = await lockAsInvigilator(work, attemptId, { alsoEvacuated });
  if (!found.ok) return found;
  const decision = await decide(found.attempt);
  if (!decision.ok) return decision;
  if (isUnchanged(found.attempt, decision.attempt)) return { ok: true, value: { attempt: attemptId }, audit: [] };
  await work.tx.attempts.write(decision.attempt, decision.lines);
  return {
    ok: true,
    value: { attempt: attemptId },
    audit: [auditOf(found.attempt, audited)],
    news: [newsOf(found.attempt)],
  };
}

/** An order that was carried out before. */
const isUnchanged = (before: Attempt, after: Attempt) =>
  before.phase === after.phase && before.ledger.length === after.ledger.length;

export const auditOf = (
  { id, sittingId, centreId }: Attempt,
  audited: Pick<Audited, "why" | "detail"> = {},
): Audited => ({
  attemptId: id,
  sittingId,
  centreId,
  ...audited,
});
