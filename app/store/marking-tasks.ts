import type { Item } from "../exam/item/item.ts";
import type { ItemResponse } from "../exam/item/response.ts";
import type { Examiner } from "../exam/marking/allocation.ts";
import type { MarkDetail } from "../exam/marking/examiner-mark.ts";
import { purposeOf, type Queue, type Task } from "../exam/marking/task.ts";
import type { PersonMark } from "../exam/marking/undo.ts";
import { type Instant, instant } from "../exam/time/time.ts";
import { isFree, isHeldByThem, type MarkingCounts, markingCounts, mayBeGiven } from "./marking-rights.ts";
import type { Client } from "./store.ts";

export type TakenTask = {
  readonly task: string;
  readonly queue: Queue;
  readonly value: ItemResponse;
  readonly doubt: string | null;
};

export type StoredMark = PersonMark & { readonly marks: number; readonly detail: MarkDetail };

type Taking = {
  readonly item: string;
  readonly queue: Queue;
  readonly staffId: string;
  readonly count: number;
  readonly now: Instant;
  readonly until: Instant;
};

type TaskRow = {
  id: string;
  responseId: string;
  itemVersionId: string;
  attemptId: string;
  centreId: string;
  learnerId: string;
  queue: Queue;
  state: "waiting" | "held" | "done";
  heldById: string | null;
  heldUntil: Date | null;
  why: string | null;
  raisedById: string | null;
  createdAt: Date;
  markedBy: string[];
};

/** More than this never changes the advice "seen before". */
const judgedAtMost = 2_000;

export const taskRows = (client: Client) => ({
  /** Holds up to `count` responses for the examiner: those they hold already, then the oldest that are free. */
  async take({ item, queue, staffId, count, now, until }: Taking): Promise<readonly TakenTask[]> {
    const found = await client.$queryRaw<{ id: string }[]>`
      SELECT t.id FROM marking_tasks t JOIN responses r ON r.id = t."responseId" JOIN attempts a ON a.id = r."attemptId"
      WHERE t."itemVersionId" = ${item}::uuid AND t.queue = ${queue} AND ${mayBeGiven(staffId)}
        AND (${isHeldByThem(staffId)} OR ${isFree(now)})
      ORDER BY ${isHeldByThem(staffId)} DESC, t."createdAt", t.id LIMIT ${count} FOR UPDATE OF t SKIP LOCKED`;
    const ids = found.map(({ id }) => id);
    await client.markingTask.updateMany({
      where: { id: { in: ids } },
      data: { state: "held", heldById: staffId, heldUntil: new Date(until) },
    });
    const rows = await client.markingTask.findMany({ where: { id: { in: ids } }, include: { response: true } });
    return rows
      .toSorted((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id))
      .map((row) => ({
        task: row.id,
        queue: queue,
        value: row.response.value as ItemResponse,
        doubt: queue === "senior" ? row.why : null,
      }));
  },

  /** Reads a task under its lock, with everybody who ever marked its response; a senior may revise what they settled. */
  async lockTask(id: string): Promise<Task | null> {
    const [row] = await client.$queryRaw<TaskRow[]>`
      SELECT t.*, r."attemptId", b."learnerId",
        ARRAY(SELECT DISTINCT m."staffId"::text FROM marks m WHERE m."responseId" = r.id AND m."staffId" IS NOT NULL
          AND (t.queue <> 'senior' OR m."givenBy" = 'examiner')) AS "markedBy"
      FROM marking_tasks t JOIN responses r ON r.id = t."responseId" JOIN attempts a ON a.id = r."attemptId"
      JOIN bookings b ON b.id = a."bookingId" WHERE t.id = ${id}::uuid FOR UPDATE OF t`;
    return row === undefined ? null : taskFrom(row);
  },

  /** Who this examiner is to the rule that keeps them from their own centres, read now and not at sign-in. */
  async examiner(staffId: string): Promise<Examiner> {
    const rows = await client.$queryRaw<{ centreId: string }[]>`
      SELECT "centreId"::text FROM affiliations WHERE "staffId" = ${staffId}::uuid
      UNION SELECT "centreId"::text FROM staff_roles WHERE "staffId" = ${staffId}::uuid AND "centreId" IS NOT NULL`;
    // Nobody records relatives yet; a centre where one learns is kept as an affiliation.
    return { id: staffId, centres: rows.map(({ centreId }) => centreId), relatives: [] };
  },

  async item(itemVersionId: string): Promise<Item | null> {
    const row = await client.itemVersion.findUnique({ where: { id: itemVersionId }, select: { content: true } });
    return row && (row.content as unknown as Item);
  },

  async valueOf(responseId: string): Promise<ItemResponse> {
    const row = await client.response.findUniqueOrThrow({ where: { id: responseId }, select: { value: true } });
    return row.value as ItemResponse;
  },

  async marksOf(responseId: string): Promise<readonly StoredMark[]> {
    const rows = await client.mark.findMany({ where: { responseId }, orderBy: { at: "asc" } });
    return rows.map((row) => ({
      id: row.id,
      staff: row.staffId,
      at: instant(row.at.getTime()),
      supersedes: row.supersedesId,
      marks: row.marks,
      detail: row.detail as MarkDetail,
    }));
  },

  async recentMarks(staffId: string, most: number): Promise<readonly string[]> {
    const rows = await client.mark.findMany({
      where: { staffId },
      orderBy: { at: "desc" },
      take: most,
      select: { id: true },
    });
    return rows.map(({ id }) => id);
  },

  /** Whether a result has been issued. Asked under the task's lock, which issuing needs too. */
  async isReleased(attemptId: string): Promise<boolean> {
    return (await client.result.count({ where: { attemptId } })) > 0;
  },

  /** Short answers to an item with the marks people gave them, the latest first. */
  async judged(itemVersionId: string): Promise<readonly { readonly value: ItemResponse; readonly marks: number }[]> {
    return client.$queryRaw<{ value: ItemResponse; marks: number }[]>`
      SELECT r.value, m.marks FROM marking_tasks t JOIN responses r ON r.id = t."responseId" JOIN marks m ON m."responseId" = r.id
      WHERE t."itemVersionId" = ${itemVersionId}::uuid AND t.state = 'done' AND m."staffId" IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM marks n WHERE n."responseId" = m."responseId" AND n."supersedesId" = m.id)
        AND length(r.value::text) < 400
      ORDER BY t."doneAt" DESC LIMIT ${judgedAtMost}`;
  },

  async addMark(mark: {
    readonly id: string;
    readonly responseId: string;
    readonly marks: number;
    readonly max: number;
    readonly givenBy: "examiner" | "senior";
    readonly staffId: string;
    readonly detail: MarkDetail;
    readonly at: Instant;
    readonly supersedesId: string | null;
  }) {
    await client.mark.create({ data: { ...mark, detail: mark.detail as object, at: new Date(mark.at) } });
  },

  async finish(task: string, at: Instant) {
    await client.markingTask.update({
      where: { id: task },
      data: { state: "done", doneAt: new Date(at), heldById: null, heldUntil: null },
    });
  },

  async hold(task: string, { staffId, until }: { readonly staffId: string; readonly until: Instant }) {
    await client.markingTask.update({
      where: { id: task },
      data: { state: "held", heldById: staffId, heldUntil: new Date(until), doneAt: null },
    });
  },

  async letGo(task: string) {
    await client.markingTask.update({
      where: { id: task },
      data: { state: "waiting", heldById: null, heldUntil: null },
    });
  },

  async passToSenior(task: string, { why, raisedById }: { readonly why: string; readonly raisedById: string }) {
    await client.markingTask.update({
      where: { id: task },
      data: { queue: "senior", state: "waiting", heldById: null, heldUntil: null, why, raisedById },
    });
  },

  /** Back from the senior's queue, as if the doubt had not been raised. */
  async withdrawDoubt(task: string) {
    await client.markingTask.update({ where: { id: task }, data: { queue: "examiner", why: null, raisedById: null } });
  },

  counts: (of: {
    readonly item: string;
    readonly queue: Queue;
    readonly staffId: string;
    readonly now: Instant;
  }): Promise<MarkingCounts> => markingCounts(client, of),
});

const taskFrom = (row: TaskRow): Task => ({
  id: row.id,
  item: row.itemVersionId,
  response: row.responseId,
  attempt: row.attemptId,
  centre: row.centreId,
  learner: row.learnerId,
  purpose: purposeOf(row.queue),
  markedBy: row.markedBy,
  waitingSince: instant(row.createdAt.getTime()),
  lock:
    row.state === "held" && row.heldById !== null && row.heldUntil !== null
      ? { examiner: row.heldById, until: instant(row.heldUntil.getTime()) }
      : null,
  queue: row.queue,
  isDone: row.state === "done",
  why: row.why,
  raisedBy: row.raisedById,
});
