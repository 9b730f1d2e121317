import { type Instant, instant } from "../exam/time/time.ts";
import type { PrismaClient } from "./generated/client.ts";

/** What a process reads for the people connected to it while it cannot hear the others. */
export const missable = (db: PrismaClient, now: () => Instant) => ({
  /** Says of those asked for that they are here, since their other messages go to this process. */
  async attemptMarks(attempts: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const ids = [...attempts];
    const at = new Date(now());
    const heardLately = new Date(now() - 4_000);
    await db.$executeRaw`
      UPDATE attempts SET "lastSeenAt" = ${at} WHERE id IN (
        SELECT id FROM attempts WHERE id = ANY(${ids}::uuid[]) AND ("lastSeenAt" IS NULL OR "lastSeenAt" < ${heardLately})
        ORDER BY id FOR UPDATE SKIP LOCKED)`;
    const rows = await db.$queryRaw<{ id: string; mark: string }[]>`
      SELECT a.id, concat_ws(' ', a.phase, a."leaseId", a.deadline, a.receipt, s."evacuatedAt",
        (SELECT max(l.position) FROM ledger l WHERE l."attemptId" = a.id)) AS mark
      FROM attempts a JOIN sittings s ON s.id = a."sittingId" WHERE a.id = ANY(${ids}::uuid[])`;
    return new Map(rows.map(({ id, mark }) => [id, mark]));
  },
  async announcements(sittings: readonly string[]) {
    const rows = await db.announcement.findMany({
      where: { sittingId: { in: [...sittings] } },
      orderBy: { at: "asc" },
    });
    return rows.map(({ sittingId, id, text, at }) => ({
      sittingId,
      announced: { id, text, at: instant(at.getTime()) },
    }));
  },
  async ended(tokenHashes: readonly string[]): Promise<readonly string[]> {
    const rows = await db.signIn.findMany({
      where: { tokenHash: { in: [...tokenHashes] }, revokedAt: { not: null } },
      select: { tokenHash: true },
    });
    return rows.map(({ tokenHash }) => tokenHash);
  },
});
