import { z } from "zod";
import { inRole } from "../../exam/people/actor.ts";
import { refused } from "../../exam/people/refusals.ts";
import type { Instant } from "../../exam/time/time.ts";
import type { PrismaClient } from "../generated/client.ts";
import { isFree, isHeldByThem, mayBeGiven, standsAndIsTheirs, today } from "../marking-rights.ts";
import { view } from "./view.ts";

/** One question's work, as it looks to this examiner: what they may not mark is not counted. */
export type QueueLine = {
  /** The item version: all responses to it are marked by one scheme. */
  readonly item: string;
  readonly itemId: string;
  readonly version: number;
  readonly title: string;
  readonly maxMark: number;
  readonly commandWord: string;
  readonly marking: "auto" | "person";
  readonly waiting: number;
  /** On this examiner's own desk. */
  readonly held: number;
  readonly withOthers: number;
  readonly markedToday: number;
};

export type MarkingQueues = {
  readonly queues: readonly QueueLine[];
  /** Doubts of others that this senior examiner may settle; null for everybody else. */
  readonly senior: readonly QueueLine[] | null;
  /** Doubts of their own that wait for a senior examiner. */
  readonly raised: number;
  readonly markedToday: number;
};

type Asked = { readonly db: PrismaClient; readonly staffId: string; readonly now: Instant };

/** Everything the examiner can mark, question by question. */
export const markingQueues = view<Record<string, never>, MarkingQueues>({
  who: ["examiner", "senior-examiner"],
  input: z.object({}),
  async read({ db, now, actor }) {
    if (actor?.kind !== "staff") return refused("not-allowed");
    const asked = { db, staffId: actor.id, now };
    const isSenior = inRole(actor, ["senior-examiner"]) !== null;
    const raised = await db.markingTask.count({
      where: { queue: "senior", raisedById: actor.id, state: { not: "done" } },
    });
    const queues = await lines(asked, "examiner");
    const senior = isSenior ? await lines(asked, "senior") : null;
    const markedToday = await markedOn(asked);
    return { ok: true, queues, senior, raised, markedToday };
  },
});

const lines = ({ db, staffId, now }: Asked, queue: "examiner" | "senior"): Promise<QueueLine[]> =>
  db.$queryRaw<QueueLine[]>`
    WITH work AS (
      SELECT t."itemVersionId" AS item,
        count(*) FILTER (WHERE ${isFree(now)} AND NOT ${isHeldByThem(staffId)})::int AS waiting,
        count(*) FILTER (WHERE ${isHeldByThem(staffId)})::int AS held,
        count(*) FILTER (WHERE t.state = 'held' AND NOT ${isHeldByThem(staffId)} AND NOT ${isFree(now)})::int AS others
      FROM marking_tasks t JOIN responses r ON r.id = t."responseId" JOIN attempts a ON a.id = r."attemptId"
      WHERE t.queue = ${queue} AND t.state <> 'done' AND ${mayBeGiven(staffId)} GROUP BY t."itemVersionId"
    ), given AS (
      SELECT r."itemVersionId" AS item, count(*)::int AS marked
      FROM marks m JOIN responses r ON r.id = m."responseId"
      WHERE m."givenBy" = ${queue} AND m.at >= ${today(now)} AND ${standsAndIsTheirs(staffId)} GROUP BY r."itemVersionId"
    )
    SELECT v.id AS item, v."itemId", v.version, v.title, v."maxMark", v.marking,
      v.content->'classification'->>'commandWord' AS "commandWord",
      coalesce(work.waiting, 0) AS waiting, coalesce(work.held, 0) AS held, coalesce(work.others, 0) AS "withOthers",
      coalesce(given.marked, 0) AS "markedToday"
    FROM work FULL JOIN given ON given.item = work.item
    JOIN item_versions v ON v.id = coalesce(work.item, given.item) ORDER BY v."itemId", v.version`;

async function markedOn({ db, staffId, now }: Asked) {
  const [row] = await db.$queryRaw<{ marked: number }[]>`
    SELECT count(*)::int AS marked FROM marks m WHERE m.at >= ${today(now)} AND ${standsAndIsTheirs(staffId)}`;
  return row?.marked ?? 0;
}
