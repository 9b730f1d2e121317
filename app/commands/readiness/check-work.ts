import { roomVerdict } from "../../exam/invigilation/readiness/room-verdict.ts";
import { holdsAt, type Who } from "../../exam/people/actor.ts";
import { type Refused, refused } from "../../exam/people/refusals.ts";
import type { CheckRow } from "../../store/readiness.ts";
import type { Audited, Done, Work } from "../door.ts";

/** Who checks a room: whoever plans its sittings, and whoever will stand in it. */
export const checkers: readonly Who[] = ["exams-officer", "invigilator"];

/**
 * What is far beyond any honest use of one check: so many computers, so many results of one of them, and messages of so many
 * signs.
 */
export const most = { computers: 200, results: 50, message: 20_000 } as const;

export const checkCodeHash = ({ secrets }: Pick<Work, "secrets">, code: string) =>
  secrets.keycodeHash(`readiness check ${code}`);

export type OwnCheck = { readonly check: CheckRow; readonly machine: { readonly id: string; readonly name: string } };

/** The check a computer belongs to, locked and still open, with the computer. */
export async function lockOwnCheck({ tx, actor, now }: Work): Promise<({ ok: true } & OwnCheck) | Refused> {
  if (actor?.kind !== "dummy-seat") return refused("not-allowed");
  const check = await tx.readiness.lock(actor.checkId);
  if (check === null || check.endedAt !== null || check.expiresAt <= now) return refused("check-ended");
  return { ok: true, check, machine: { id: actor.id, name: actor.name } };
}

/** A check at a centre where the actor checks rooms, under its lock. */
export async function lockCheck({ tx, actor }: Work, id: string): Promise<{ ok: true; check: CheckRow } | Refused> {
  const check = await tx.readiness.lock(id);
  if (check === null) return refused("not-found");
  return holdsAt(actor, checkers, check.centreId) ? { ok: true, check } : refused("not-at-your-centre");
}

/** Judges the room as it stands, writes that down for good, and lets every computer go. */
export async function endNow(work: Work, check: CheckRow, byName: string): Promise<Done<{ check: string }>> {
  const { tx, now } = work;
  const machines = await tx.readiness.machines(check.id);
  const trials = await tx.readiness.trials(check.id);
  const { booked } = await tx.readiness.bookedNext(check, now);
  const verdict = roomVerdict({
    machines: machines.map(({ name, result }) => ({
      name,
      state: result === null ? "gone" : "checked",
      verdict: result?.verdict ?? null,
    })),
    booked,
    fullRoom: trials.map(({ found }) => found),
  });
  await tx.readiness.end(check, verdict, { at: now, byName });
  const tokenHashes = await tx.people.revokeSignIns({ machineId: { in: machines.map(({ id }) => id) } }, now);
  return {
    ok: true,
    value: { check: check.id },
    audit: [auditOf(check, { room: check.room, verdict: verdict.verdict, words: verdict.words })],
    news: [{ about: "signed-out", tokenHashes }],
  };
}

export const auditOf = ({ sittingId, centreId }: CheckRow, detail: Audited["detail"]): Audited => ({
  sittingId,
  centreId,
  ...(detail === undefined ? {} : { detail }),
});
