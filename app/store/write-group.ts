import type pg from "pg";
import type { Instant } from "../exam/time/time.ts";
import { booleans, integers, jsons, moments, texts, transactions, uuids } from "./binary-arrays.ts";
import type { SavingAttempt, SavingLease } from "./known-attempts.ts";

export type JournalRow = {
  readonly attemptId: string;
  readonly position: number;
  readonly leaseId: string;
  readonly seq: number;
  /** The entry as it was sealed, letter for letter. */
  readonly written: string;
  readonly receivedAt: Instant;
  readonly standing: string;
  readonly hash: string;
};

export type Writing = {
  /** Those the group heard of. */
  readonly attempts: readonly SavingAttempt[];
  /** Those under which something was written. */
  readonly leases: readonly SavingLease[];
  readonly journal: readonly JournalRow[];
  readonly now: Instant;
};

/**
 * Writes what was decided for a group of saves, all of it or nothing, in one statement: the attempts are locked in one order,
 * so that nobody waits in a ring, and unless every one of them is as the transaction that it names as its writer left it,
 * nothing is written. No key changes, so whoever only refers to an attempt waits for nobody. Progress is large and mostly as it
 * was, so it is sent only where it changed.
 *
 * @returns the number of the transaction that wrote; null when an attempt has been changed by another one meanwhile.
 */
export async function writeGroup(
  client: pg.Pool | pg.PoolClient,
  { attempts, leases, journal, now }: Writing,
): Promise<number | null> {
  const { rows } = await client.query<{ writer: string }>({
    name: "write a group of saves",
    text: `
      WITH locked AS MATERIALIZED (
        SELECT id, xmin AS writer FROM attempts WHERE id = ANY($1::uuid[]) ORDER BY id FOR NO KEY UPDATE
      ), fits AS MATERIALIZED (
        SELECT FROM locked JOIN unnest($1::uuid[], $2::xid[]) AS known(id, writer) USING (id, writer)
        HAVING count(*) = cardinality($1::uuid[])
      ), added AS (
        INSERT INTO journal ("attemptId", position, "leaseId", seq, entry, standing, hash, "receivedAt")
        SELECT entry.* FROM fits, unnest($7::uuid[], $8::int[], $9::uuid[], $10::int[], $11::json[], $12::text[], $13::text[],
          $14::timestamptz[]) AS entry
      ), leased AS (
        UPDATE leases SET "savedThrough" = v.through
        FROM fits, unnest($15::uuid[], $16::int[]) AS v(id, through) WHERE leases.id = v.id
      ), moved AS (
        UPDATE attempts SET head = v.head, position = v.position, progress = coalesce(v.progress::jsonb, attempts.progress),
          "lastSeenAt" = $17, "savedAt" = CASE WHEN v.wrote THEN $17 ELSE "savedAt" END
        FROM fits, unnest($1::uuid[], $3::text[], $4::int[], $5::json[], $6::bool[]) AS v(id, head, position, progress, wrote)
        WHERE attempts.id = v.id
      )
      SELECT pg_current_xact_id()::xid AS writer FROM fits`,
    values: [
      uuids(attempts.map(({ id }) => id)),
      transactions(attempts.map(({ writtenBy }) => writtenBy)),
      texts(attempts.map(({ head }) => head)),
      integers(attempts.map(({ position }) => position)),
      jsons(attempts.map(({ progressed, progress }) => (progressed ? JSON.stringify(progress) : null))),
      booleans(attempts.map(({ wrote }) => wrote)),
      uuids(journal.map((row) => row.attemptId)),
      integers(journal.map((row) => row.position)),
      uuids(journal.map((row) => row.leaseId)),
      integers(journal.map((row) => row.seq)),
      jsons(journal.map((row) => row.written)),
      texts(journal.map((row) => row.standing)),
      texts(journal.map((row) => row.hash)),
      moments(journal.map((row) => row.receivedAt)),
      uuids(leases.map(({ id }) => id)),
      integers(leases.map(({ savedThrough }) => savedThrough)),
      new Date(now),
    ],
  });
  const [written] = rows;
  return written === undefined ? null : Number(written.writer);
}
