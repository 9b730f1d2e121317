import { instant } from "../../exam/time/time.ts";
import type { RoomLog } from "../../live/contract.ts";
import type { PrismaClient } from "../generated/client.ts";

/** So many are told to every board; all of them are in the sitting's report. */
const told = 20;
/** In characters. */
const longest = 500;

type Row = {
  readonly id: string;
  readonly at: Date;
  readonly by: string;
  readonly incident: string | null;
  readonly words: string;
  readonly key: string | null;
  /** How many there are in all. */
  readonly all: number;
};

/** What was announced to the room or written down about all of it. What is about one learner stands at their seat. */
export async function roomLog(db: PrismaClient, sittingId: string): Promise<RoomLog> {
  const rows = await db.$queryRaw<Row[]>`
    SELECT *, (count(*) OVER ())::int AS "all" FROM (
      SELECT id, at, "byName" AS by, NULL AS incident, text AS words, key
        FROM announcements WHERE "sittingId" = ${sittingId}::uuid
      UNION ALL
      SELECT id, at, "byName", type, narrative, key
        FROM incidents WHERE "sittingId" = ${sittingId}::uuid AND "attemptId" IS NULL
    ) AS log ORDER BY at DESC, id DESC LIMIT ${told}`;
  return {
    latest: rows.map(({ id, at, by, incident, words, key }) => ({
      id,
      at: instant(at.getTime()),
      by,
      incident,
      words: words.length > longest ? `${words.slice(0, longest).trimEnd()}…` : words,
      key,
    })),
    earlier: (rows[0]?.all ?? 0) - rows.length,
  };
}
