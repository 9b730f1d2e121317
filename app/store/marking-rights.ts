import { type Instant, instant } from "../exam/time/time.ts";
import { Prisma } from "./generated/client.ts";
import type { Client } from "./store.ts";

/**
 * Holds for a task `t` of a response `r` of an attempt `a` that this examiner may be given: not of a centre they work at or are
 * related to, not of a voided attempt nor of an answer that another has taken the place of, and for a senior neither their own doubt nor a response they have marked.
 */
export const mayBeGiven = (staffId: string) => Prisma.sql`(
  a.phase <> 'voided' AND r.counts
  AND NOT EXISTS (SELECT 1 FROM affiliations f WHERE f."staffId" = ${staffId}::uuid AND f."centreId" = t."centreId")
  AND NOT EXISTS (SELECT 1 FROM staff_roles s WHERE s."staffId" = ${staffId}::uuid AND s."centreId" = t."centreId")
  AND (t.queue <> 'senior' OR (t."raisedById" IS DISTINCT FROM ${staffId}::uuid
    AND NOT EXISTS (SELECT 1 FROM marks g WHERE g."responseId" = t."responseId" AND g."staffId" = ${staffId}::uuid AND g."givenBy" = 'examiner'))))`;

export const isHeldByThem = (staffId: string) => Prisma.sql`(t.state = 'held' AND t."heldById" = ${staffId}::uuid)`;

/** Waiting, or left on a screen for longer than a hold lasts. */
export const isFree = (now: Instant) =>
  Prisma.sql`(t.state = 'waiting' OR (t.state = 'held' AND t."heldUntil" <= ${new Date(now)}))`;

/** Examiners work by the day of the exam rooms. */
export const today = (now: Instant) =>
  Prisma.sql`(date_trunc('day', ${new Date(now)}::timestamptz AT TIME ZONE 'Europe/London') AT TIME ZONE 'Europe/London')`;

/** A mark `m` that this examiner gave and that still stands: nothing superseded it and its task is done. */
export const standsAndIsTheirs = (staffId: string) => Prisma.sql`(
  m."staffId" = ${staffId}::uuid
  AND NOT EXISTS (SELECT 1 FROM marks n WHERE n."responseId" = m."responseId" AND n."supersedesId" = m.id)
  AND EXISTS (SELECT 1 FROM marking_tasks d WHERE d."responseId" = m."responseId" AND d.state = 'done'))`;

/** How far an examiner is with one item. `waiting` counts what they hold and could still be given. */
export type MarkingCounts = { readonly waiting: number; readonly markedToday: number };

type Decided = { readonly item: string; readonly queue: string; readonly staffId: string; readonly most: number };

type Counted = { readonly item: string; readonly queue: string; readonly staffId: string; readonly now: Instant };

export async function markingCounts(client: Client, { item, queue, staffId, now }: Counted): Promise<MarkingCounts> {
  const [row] = await client.$queryRaw<{ waiting: number; markedToday: number }[]>`
    SELECT
      (SELECT count(*)::int FROM marking_tasks t JOIN responses r ON r.id = t."responseId" JOIN attempts a ON a.id = r."attemptId"
        WHERE t."itemVersionId" = ${item}::uuid AND t.queue = ${queue} AND ${mayBeGiven(staffId)}
          AND (${isHeldByThem(staffId)} OR ${isFree(now)})) AS waiting,
      (SELECT count(*)::int FROM marks m JOIN responses r ON r.id = m."responseId"
        WHERE r."itemVersionId" = ${item}::uuid AND m."givenBy" = ${queue} AND m.at >= ${today(now)}
          AND ${standsAndIsTheirs(staffId)}) AS "markedToday"`;
  return row ?? { waiting: 0, markedToday: 0 };
}

/** The tasks of this item the examiner decided last, newest first: what "undo" can still reach after a reload. */
export async function lastDecided(client: Client, { item, queue, staffId, most }: Decided) {
  const rows = await client.$queryRaw<{ id: string; at: Date }[]>`
    SELECT t.id, m.at FROM marks m JOIN marking_tasks t ON t."responseId" = m."responseId"
    WHERE t."itemVersionId" = ${item}::uuid AND t.queue = ${queue} AND ${standsAndIsTheirs(staffId)} ORDER BY m.at DESC LIMIT ${most}`;
  return rows.map(({ id, at }) => ({ task: id, at: instant(at.getTime()) }));
}
