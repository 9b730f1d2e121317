import type { Verdict } from "../../exam/invigilation/readiness/verdict.ts";
import { type Instant, instant } from "../../exam/time/time.ts";
import type { PrismaClient } from "../generated/client.ts";

export type CheckLine = {
  readonly id: string;
  readonly centreId: string;
  readonly room: string;
  readonly startedAt: Instant;
  readonly startedBy: string;
  /** Null while its code can be used. */
  readonly ended: {
    readonly at: Instant;
    readonly byName: string;
    readonly verdict: Verdict;
    readonly words: string;
  } | null;
};

type Room = { readonly centreId: string; readonly room: string };

/** How many of a room's checks are shown. */
const most = 50;

/** The checks of these rooms, the newest first. */
export async function checkLines(
  db: PrismaClient,
  rooms: readonly Room[],
  now: Instant,
): Promise<readonly CheckLine[]> {
  const rows = await db.readinessCheck.findMany({
    where: {
      OR: rooms.map(({ centreId, room }) => ({ centreId, room })),
      startedAt: { lte: new Date(now) },
    },
    include: { verdict: true },
    orderBy: { startedAt: "desc" },
    take: most,
  });
  return rows.map(lineOf);
}

type NewestRow = Pick<CheckLine, "id" | "centreId" | "room" | "startedBy"> & { readonly startedAt: Date } & (
    | { readonly at: Date; readonly byName: string; readonly verdict: Verdict; readonly words: string }
    | { readonly at: null }
  );

/** The newest check of each room; the others, which only grow in number, are not read. */
export async function lastChecks(db: PrismaClient, centreIds: readonly string[]): Promise<readonly CheckLine[]> {
  const newest = await db.$queryRaw<NewestRow[]>`
    SELECT DISTINCT ON (c."centreId", c.room) c.id, c."centreId", c.room, c."startedAt", c."startedBy",
      v.at, v."byName", v.verdict, v.words
    FROM readiness_checks c LEFT JOIN readiness_verdicts v ON v."checkId" = c.id
    WHERE c."centreId" = ANY(${[...new Set(centreIds)]}::uuid[])
    ORDER BY c."centreId", c.room, c."startedAt" DESC`;
  return newest.map((row) => lineOf({ ...row, verdict: row.at === null ? null : row }));
}

type Row = {
  readonly id: string;
  readonly centreId: string;
  readonly room: string;
  readonly startedAt: Date;
  readonly startedBy: string;
  readonly verdict: {
    readonly at: Date;
    readonly byName: string;
    readonly verdict: string;
    readonly words: string;
  } | null;
};

const lineOf = ({ id, centreId, room, startedAt, startedBy, verdict }: Row): CheckLine => ({
  id,
  centreId,
  room,
  startedAt: instant(startedAt.getTime()),
  startedBy,
  ended: verdict && {
    at: instant(verdict.at.getTime()),
    byName: verdict.byName,
    verdict: verdict.verdict as Verdict,
    words: verdict.words,
  },
});
