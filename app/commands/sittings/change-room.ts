import type { Attempt } from "../../exam/attempt/attempt.ts";
import type { Decision } from "../../exam/attempt/decide.ts";
import { awayRegisters } from "../../exam/invigilation/register.ts";
import { type Refused, refused } from "../../exam/people/refusals.ts";
import type { Decided } from "../../store/attempts-at-once.ts";
import { auditOf, byName, newsOf } from "../attempts/change-attempt.ts";
import type { Audited, Done, Work } from "../door.ts";
import { lockRoom } from "./sitting-work.ts";

/** How many learners it was done for. */
export type Room = { readonly changed: number };

type Change = {
  readonly which: (attempt: Attempt) => boolean;
  /** Of those it is decided for, whom it is said of; everybody when nothing is said. */
  readonly counts?: (attempt: Attempt) => boolean;
  /** For each of these, looked at together first where that is needed. */
  readonly decide: (
    chosen: readonly Attempt[],
  ) => ((attempt: Attempt) => Decision) | Promise<(attempt: Attempt) => Decision>;
  readonly audited?: Pick<Audited, "why" | "detail">;
  /** What would show a question is not done while the room is out. */
  readonly alsoEvacuated?: boolean;
  /** Whoever is marked away neither comes in nor begins. */
  readonly alsoAway?: boolean;
};

export const when = (work: Work) => ({ now: work.now, by: byName(work) });

/** The same decision for every attempt it is legal for, in one transaction: all of the room changes, or nobody does. */
export async function changeRoom(work: Work, sittingId: string, change: Change): Promise<Done<Room> | Refused> {
  const room = await lockRoom(work, sittingId);
  if (!room.ok) return room;
  if (room.sitting.evacuatedAt !== null && change.alsoEvacuated === false) return refused("room-evacuated");
  const asked = change.alsoAway === false ? await notAway(work, sittingId, room.attempts) : room.attempts;
  const chosen = asked.filter(change.which);
  const written = await decideAll(work, chosen, await change.decide(chosen));
  if (!written.ok) return written;
  return {
    ok: true,
    value: { changed: chosen.filter(change.counts ?? (() => true)).length },
    audit: chosen.map((attempt) => auditOf(attempt, change.audited)),
    news: chosen.map(newsOf),
  };
}

/** Of these locked attempts of a sitting, those of learners whom the register does not call away. */
export async function notAway({ tx }: Work, sittingId: string, attempts: readonly Attempt[]) {
  const away = await tx.bookings.ofRegister(sittingId, awayRegisters);
  return attempts.filter(({ bookingId }) => !away.has(bookingId));
}

/** Decides for each of these locked attempts and writes all of it at once; a refusal of one is a refusal of all. */
export async function decideAll(
  { tx }: Work,
  attempts: readonly Attempt[],
  decide: (attempt: Attempt) => Decision,
): Promise<{ ok: true } | Refused> {
  const decided: Decided[] = [];
  for (const attempt of attempts) {
    const decision = decide(attempt);
    if (!decision.ok) return decision;
    decided.push(decision);
  }
  await tx.attempts.writeAll(decided);
  return { ok: true };
}
