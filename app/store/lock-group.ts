import type pg from "pg";
import { type Line, timeLeft } from "../exam/attempt/ledger.ts";
import type { Duration, Instant } from "../exam/time/time.ts";
import { uuids } from "./binary-arrays.ts";
import type { SavingAttempt, SavingLease } from "./known-attempts.ts";
import type { WaitingSave } from "./save-queue.ts";

export type Locked = {
  readonly attempts: ReadonlyMap<string, SavingAttempt>;
  readonly leases: ReadonlyMap<string, SavingLease>;
  /** The time left of those whose clock stands. */
  readonly standing: ReadonlyMap<string, Duration>;
};

type Locking = {
  readonly group: readonly WaitingSave[];
  /** Attempts as they were last written here; what was changed since is read anew. */
  readonly known: ReadonlyMap<string, SavingAttempt>;
  readonly now: Instant;
};

/**
 * Begins a transaction, locks the attempts of a group of saves and reads what is not known of them. No key changes here, so
 * whoever only refers to an attempt waits for nobody. What is read is asked for behind the lock, so that what another process
 * has just saved is seen, and together with it: while a hall comes back this process is slow to ask twice, and whoever takes
 * their seat waits for these locks.
 */
export async function lockAndRead(client: pg.PoolClient, { group, known, now }: Locking): Promise<Locked> {
  const ids = [...new Set(group.map(({ attempt }) => attempt))];
  const leasesToRead = group.filter(({ attempt, lease }) => known.get(attempt)?.lastLease?.id !== lease);
  const [, rows, read, leasesRead] = await Promise.all([
    client.query("BEGIN"),
    lock(client, ids),
    readAttempts(
      client,
      ids.filter((id) => !known.has(id)),
    ),
    readLeases(
      client,
      leasesToRead.map(({ lease }) => lease),
    ),
  ]);
  const writers = new Map(rows.map(({ id, writtenBy }) => [id, Number(writtenBy)]));
  const asTheyAre = [...known.values()].filter(({ id, writtenBy }) => writers.get(id) === writtenBy);
  const changed = [...known.values()].filter(({ id, writtenBy }) => writers.get(id) !== writtenBy);
  const [readAgain, leasesReadAgain] = await Promise.all([
    readAttempts(
      client,
      changed.map(({ id }) => id),
    ),
    readLeases(
      client,
      changed.flatMap(({ lastLease }) => lastLease?.id ?? []),
    ),
  ]);
  const attempts = [...asTheyAre, ...read, ...readAgain];
  const leases = [...asTheyAre.flatMap(({ lastLease }) => lastLease ?? []), ...leasesRead, ...leasesReadAgain];
  return {
    attempts: new Map(attempts.map((attempt) => [attempt.id, attempt])),
    leases: new Map(leases.map((lease) => [lease.id, lease])),
    standing: await timeLeftWhereStanding(client, attempts, now),
  };
}

async function lock(client: pg.PoolClient, ids: readonly string[]) {
  const { rows } = await client.query<{ id: string; writtenBy: string }>({
    name: "lock the attempts",
    text: `SELECT id, xmin AS "writtenBy" FROM attempts WHERE id = ANY($1::uuid[]) ORDER BY id FOR NO KEY UPDATE`,
    values: [uuids(ids)],
  });
  return rows;
}

async function readAttempts(client: pg.PoolClient, ids: readonly string[]): Promise<readonly SavingAttempt[]> {
  if (ids.length === 0) return [];
  const { rows } = await client.query<Omit<SavingAttempt, "writtenBy"> & { writtenBy: string }>({
    name: "read attempts",
    text: `SELECT id, "bookingId", "sittingId", "formId", phase, (extract(epoch FROM deadline) * 1000)::float8 AS deadline,
             "leaseId", head, position, progress, xmin AS "writtenBy" FROM attempts WHERE id = ANY($1::uuid[])`,
    values: [uuids(ids)],
  });
  // Named one by one: an object made by spreading a row is slow to read ever after.
  return rows.map((row) => ({
    id: row.id,
    bookingId: row.bookingId,
    sittingId: row.sittingId,
    formId: row.formId,
    phase: row.phase,
    deadline: row.deadline,
    leaseId: row.leaseId,
    head: row.head,
    position: row.position,
    progress: row.progress,
    writtenBy: Number(row.writtenBy),
    lastLease: null,
    wrote: false,
    progressed: false,
  }));
}

async function readLeases(client: pg.PoolClient, ids: readonly string[]): Promise<readonly SavingLease[]> {
  if (ids.length === 0) return [];
  const { rows } = await client.query<SavingLease>({
    name: "read leases",
    text: `SELECT id, "attemptId", "savedThrough" FROM leases WHERE id = ANY($1::uuid[])`,
    values: [uuids(ids)],
  });
  return rows.map(({ id, attemptId, savedThrough }) => ({ id, attemptId, savedThrough }));
}

/** A running clock is known from its deadline; for the others the ledger says what is left. */
async function timeLeftWhereStanding(client: pg.PoolClient, attempts: readonly SavingAttempt[], now: Instant) {
  const standing = attempts.filter(({ deadline }) => deadline === null).map(({ id }) => id);
  if (standing.length === 0) return new Map<string, Duration>();
  const lines = await client.query<{ attemptId: string; lines: Line[] }>(
    `SELECT "attemptId", json_agg(line ORDER BY position) AS lines FROM ledger WHERE "attemptId" = ANY($1::uuid[]) GROUP BY 1`,
    [standing],
  );
  return new Map(lines.rows.map((row) => [row.attemptId, timeLeft(row.lines, now)]));
}
