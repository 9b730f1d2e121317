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

/** The newest check of each room. */
export async function lastChecks(db: PrismaClient, centreIds: readonly string[]): Promise<readonly CheckLine[]> {
  const newest = await db.readinessCheck.findMany({
    where: { centreId: { in: [...new Set(centreIds)] } },
    distinct: ["centreId", "room"],
    orderBy: [{ centreId: "asc" }, { room: "asc" }, { startedAt: "desc" }],
    include: { verdict: true },
  });
  return newest.map(lineOf);
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
