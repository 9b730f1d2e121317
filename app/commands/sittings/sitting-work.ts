import type { Attempt } from "../../exam/attempt/attempt.ts";
import { holdsAt } from "../../exam/people/actor.ts";
import { type Refused, refused } from "../../exam/people/refusals.ts";
import type { SittingRow } from "../../store/sittings.ts";
import type { News, Work } from "../door.ts";

/** A sitting at a centre where the actor invigilates, under its lock. */
export async function lockSitting(
  { tx, actor }: Work,
  id: string,
): Promise<{ ok: true; sitting: SittingRow } | Refused> {
  const sitting = await tx.sittings.lock(id);
  if (sitting === null) return refused("not-found");
  return holdsAt(actor, ["invigilator"], sitting.centreId) ? { ok: true, sitting } : refused("not-at-your-centre");
}

/** As `lockSitting`, and the sitting is open; with all its attempts, locked. */
export async function lockRoom(
  work: Work,
  id: string,
): Promise<{ ok: true; sitting: SittingRow; attempts: readonly Attempt[] } | Refused> {
  const found = await lockSitting(work, id);
  if (!found.ok) return found;
  const closed = notOpen(found.sitting);
  if (closed !== null) return closed;
  return { ok: true, sitting: found.sitting, attempts: await work.tx.attempts.lockAll(id) };
}

/** Why nothing is done in the room: the sitting has not begun, or is over. Null while it is open. */
export function notOpen({ phase }: Pick<SittingRow, "phase">): Refused | null {
  if (phase === "planned") return refused("sitting-not-open", "Open the sitting first.");
  return phase === "ended" ? refused("sitting-ended") : null;
}

export const sittingNews = (sittingId: string): News => ({ about: "sitting", sittingId });
