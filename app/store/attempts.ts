import type { Progress } from "../exam/attempt/answers.ts";
import type { Attempt, CloseReason, Phase } from "../exam/attempt/attempt.ts";
import type { Entry, Journalled, Standing } from "../exam/attempt/entry.ts";
import type { Keeping } from "../exam/attempt/keeping.ts";
import { deadline, type Line } from "../exam/attempt/ledger.ts";
import type { Heard } from "../exam/attempt/worked-on.ts";
import { duration, type Instant, instant } from "../exam/time/time.ts";
import { type Decided, writeAtOnce } from "./attempts-at-once.ts";
import { Prisma } from "./generated/client.ts";
import { hasLateAnswer } from "./late-answer.ts";
import { lostFactsOf } from "./lost-facts.ts";
import type { Client } from "./store.ts";

export type AttemptRows = ReturnType<typeof attemptRows>;

type Row = {
  id: string;
  bookingId: string;
  sittingId: string;
  formId: string;
  centreId: string;
  phase: Phase;
  startedAt: Date | null;
  closedAt: Date | null;
  closeReason: CloseReason | null;
  leaseId: string | null;
  keeping: Keeping;
  head: string;
  position: number;
  progress: Progress;
};

export type LeaseRow = {
  readonly id: string;
  readonly attemptId: string;
  readonly machine: string;
  readonly ended: boolean;
  readonly savedThrough: number;
};

export const attemptRows = (client: Client) => ({
  /** Reads an attempt under its lock: everything that changes it waits until this transaction ends. */
  async lock(id: string): Promise<Attempt | null> {
    const [attempt] = await locked(client, Prisma.sql`a.id = ${id}::uuid`);
    return attempt ?? null;
  },

  /** All attempts of a sitting, locked in one order so that two invigilators never wait for each other. */
  lockAll: (sittingId: string): Promise<readonly Attempt[]> =>
    locked(client, Prisma.sql`a."sittingId" = ${sittingId}::uuid`),

  async ofBooking(bookingId: string): Promise<Attempt | null> {
    const [attempt] = await locked(client, Prisma.sql`a."bookingId" = ${bookingId}::uuid`);
    return attempt ?? null;
  },

  /** Running attempts whose deadline, with grace, lies before then; those another process is closing are left to it. */
  async overdue(before: Instant, most: number): Promise<readonly string[]> {
    const rows = await client.$queryRaw<{ id: string }[]>`
      SELECT id FROM attempts WHERE phase = 'running' AND deadline < ${new Date(before)} ORDER BY deadline LIMIT ${most} FOR UPDATE SKIP LOCKED`;
    return rows.map(({ id }) => id);
  },

  async add(
    {
      id,
      bookingId,
      sittingId,
      formId,
      head,
    }: {
      readonly id: string;
      readonly bookingId: string;
      readonly sittingId: string;
      readonly formId: string;
      readonly head: string;
    },
    lines: readonly Line[],
  ) {
    await client.attempt.create({
      data: { id, bookingId, sittingId, formId, phase: "booked", head, position: 0, progress: {} },
    });
    await addLines(client, id, 0, lines);
  },

  /** Writes what was decided: the attempt's folds and the new ledger lines. */
  async write(attempt: Attempt, lines: readonly Line[]) {
    await addLines(client, attempt.id, attempt.ledger.length - lines.length, lines);
    const until = attempt.phase === "running" ? deadline(attempt.ledger) : null;
    await client.attempt.update({
      where: { id: attempt.id },
      data: {
        phase: attempt.phase,
        leaseId: attempt.lease,
        startedAt: attempt.startedAt && new Date(attempt.startedAt),
        deadline: until === null ? null : new Date(until),
        closedAt: attempt.closed && new Date(attempt.closed.at),
        closeReason: attempt.closed?.reason ?? null,
      },
      select: nothingMore,
    });
  },

  async setKeeping(id: string, keeping: Keeping) {
    await client.attempt.update({ where: { id }, data: { keeping }, select: nothingMore });
  },

  /** As `write`, for a whole room in a few statements. */
  writeAll: (decided: readonly Decided[]) => writeAtOnce(client, decided),

  /** Of these attempts, what their screens said around the moment in which each was stopped. */
  async heardAround(stops: readonly { readonly id: string; readonly at: Instant }[]) {
    type Row = { id: string; left: number | null; last: Date | null; before: Date | null };
    const rows = await client.$queryRaw<Row[]>`
      SELECT stop.id, deeds.left, deeds.last,
        greatest(
          (SELECT "receivedAt" FROM journal WHERE "attemptId" = stop.id AND "receivedAt" <= stop.at
            ORDER BY position DESC LIMIT 1),
          (SELECT max("startedAt") FROM leases WHERE "attemptId" = stop.id AND "startedAt" <= stop.at)) AS before
      FROM unnest(${stops.map(({ id }) => id)}::uuid[],
        ${stops.map(({ at }) => new Date(at))}::timestamptz[]) AS stop(id, at)
      CROSS JOIN LATERAL (
        SELECT min((entry->>'left')::float8) AS left, max("receivedAt") AS last FROM journal
        WHERE "attemptId" = stop.id AND "receivedAt" > stop.at
          AND standing = 'counted' AND entry->>'kind' IN ('answer', 'flag', 'visit')) AS deeds`;
    const heard = rows.map(({ id, left, last, before }): [string, Heard] => [
      id,
      {
        since: left === null || last === null ? null : { leastLeft: duration(left), last: instant(last.getTime()) },
        before: before && instant(before.getTime()),
      },
    ]);
    return new Map(heard);
  },

  lostFacts: (attempts: readonly Attempt[]) => lostFactsOf(client, attempts),

  /**
   * A hall that comes back saves first and then takes its seats. What was heard of by a save a moment ago stays as that save
   * wrote it: otherwise every save after it would find an attempt changed that it knew.
   */
  async seen(id: string, now: Instant) {
    const before = new Date(now - momentAgo);
    await client.attempt.updateMany({
      where: { id, OR: [{ lastSeenAt: null }, { lastSeenAt: { lt: before } }] },
      data: { lastSeenAt: new Date(now) },
    });
  },

  async lease(id: string): Promise<LeaseRow | null> {
    const row = await client.lease.findUnique({ where: { id } });
    return (
      row && {
        id: row.id,
        attemptId: row.attemptId,
        machine: row.machine,
        ended: row.endedAt !== null,
        savedThrough: row.savedThrough,
      }
    );
  },

  async addLease({
    id,
    attemptId,
    machine,
    startedAt,
  }: {
    readonly id: string;
    readonly attemptId: string;
    readonly machine: string;
    readonly startedAt: Instant;
  }) {
    await client.lease.create({ data: { id, attemptId, machine, startedAt: new Date(startedAt), savedThrough: 0 } });
  },

  async endLease(id: string, now: Instant) {
    await client.$executeRaw`
      UPDATE leases SET "endedAt" = ${new Date(now)}, "heardAt" = a."lastSeenAt"
      FROM attempts a WHERE a.id = leases."attemptId" AND leases.id = ${id}::uuid`;
  },

  /** What the learner of a closed attempt is told besides: the receipt, and whether an answer arrived after the end. */
  async closing(attemptId: string): Promise<{ readonly receipt: string | null; readonly late: boolean } | null> {
    const [row] = await client.$queryRaw<{ receipt: string | null; late: boolean }[]>`
      SELECT a.receipt, ${Prisma.raw(hasLateAnswer)} AS late FROM attempts a WHERE a.id = ${attemptId}::uuid`;
    return row ?? null;
  },

  /** Everything stored, in the order it was stored. */
  async journal(attemptId: string): Promise<readonly Journalled[]> {
    const rows = await client.journalEntry.findMany({
      where: { attemptId },
      orderBy: { position: "asc" },
      select: { entry: true, standing: true },
    });
    return rows.map(({ entry, standing }) => ({ entry: entry as Entry, standing: standing as Standing }));
  },
});

/** Milliseconds. */
export const momentAgo = 2_000;

/** Otherwise a change gives back the whole row, which nobody reads. */
const nothingMore = { id: true } as const;

async function locked(client: Client, which: Prisma.Sql): Promise<readonly Attempt[]> {
  const rows = await client.$queryRaw<Row[]>`
    SELECT a.id, a."bookingId", a."sittingId", a."formId", s."centreId",
           a.phase, a."startedAt", a."closedAt", a."closeReason", a."leaseId", a.keeping, a.head, a.position, a.progress
    FROM attempts a JOIN sittings s ON s.id = a."sittingId"
    WHERE ${which} ORDER BY a.id FOR UPDATE OF a`;
  // After the lock, so that what the transaction before it wrote is read, of the sitting too: a row that was waited for is
  // read again, but not those joined to it. One row an attempt, however long its ledger.
  const beside = await client.$queryRaw<{ id: string; evacuated: boolean; lines: Line[] | null }[]>`
    SELECT a.id, s."evacuatedAt" IS NOT NULL AS evacuated,
      (SELECT json_agg(l.line ORDER BY l.position) FROM ledger l WHERE l."attemptId" = a.id) AS lines
    FROM attempts a JOIN sittings s ON s.id = a."sittingId" WHERE a.id = ANY(${rows.map(({ id }) => id)}::uuid[])`;
  const besideOf = new Map(beside.map((row) => [row.id, row]));
  return rows.map((row) => ({
    id: row.id,
    bookingId: row.bookingId,
    sittingId: row.sittingId,
    formId: row.formId,
    centreId: row.centreId,
    evacuated: besideOf.get(row.id)?.evacuated ?? false,
    phase: row.phase,
    ledger: besideOf.get(row.id)?.lines ?? [],
    startedAt: row.startedAt && instant(row.startedAt.getTime()),
    closed: row.closedAt && row.closeReason ? { at: instant(row.closedAt.getTime()), reason: row.closeReason } : null,
    lease: row.leaseId,
    keeping: row.keeping,
    head: row.head,
    position: row.position,
    progress: row.progress,
  }));
}

async function addLines(client: Client, attemptId: string, from: number, lines: readonly Line[]) {
  if (lines.length === 0) return;
  await client.ledgerLine.createMany({
    data: lines.map((line, index) => ({
      attemptId,
      position: from + index,
      line,
      at: new Date(line.at),
      byName: line.by,
    })),
  });
}
