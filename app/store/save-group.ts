import type pg from "pg";
import { accept } from "../exam/attempt/accept.ts";
import { type Progress, progressAfter } from "../exam/attempt/answers.ts";
import type { Phase } from "../exam/attempt/attempt.ts";
import type { Journalled, Received } from "../exam/attempt/entry.ts";
import { canonical, linkOf } from "../exam/attempt/journal.ts";
import { type Line, timeLeft } from "../exam/attempt/ledger.ts";
import { refused } from "../exam/people/refusals.ts";
import { between, type Duration, type Instant, instant, none } from "../exam/time/time.ts";
import type { Saved } from "../live/contract.ts";
import { sha256 } from "../platform/secrets.ts";
import { booleans, integers, jsons, moments, texts, uuids } from "./binary-arrays.ts";
import { type FormItems, formItems } from "./form-items.ts";
import { type KnownProgress, knownProgress } from "./known-progress.ts";
import type { WaitingSave } from "./save-queue.ts";

type AttemptRow = {
  id: string;
  bookingId: string;
  sittingId: string;
  formId: string;
  phase: Phase;
  /** An `Instant`. */
  deadline: number | null;
  leaseId: string | null;
  head: string;
  position: number;
};
type LeaseRow = { id: string; attemptId: string; savedThrough: number };
type Writing = AttemptRow & { progress: Progress; heard: boolean; wrote: boolean; progressed: boolean };
type JournalRow = {
  attemptId: string;
  position: number;
  leaseId: string;
  seq: number;
  /** The entry as it was sealed, letter for letter. */
  written: string;
  receivedAt: Instant;
  standing: string;
  hash: string;
};

type Committing = {
  readonly pool: pg.Pool;
  readonly items: FormItems;
  readonly progress: KnownProgress;
  readonly now: Instant;
  readonly grace: Duration;
};

/** What each request is answered with, in the order of the requests, and the attempts that were heard of. */
export type Committed = {
  readonly answers: readonly Saved[];
  readonly touched: readonly { readonly attemptId: string; readonly sittingId: string }[];
};

/** Commits groups of saves to the journals of attempts; what it knows of forms and progress it reads once. */
export function attemptCommits({ pool, grace }: Pick<Committing, "pool" | "grace">) {
  const [items, progress] = [formItems(), knownProgress()];
  return (group: readonly WaitingSave[], now: Instant) => commitGroup({ pool, items, progress, now, grace }, group);
}

/**
 * One transaction for all of these saves: read under lock, decide, write. When it answers, all of it is on the disk; when it
 * throws, nothing is. What can be asked without an answer in between goes to PostgreSQL together.
 */
async function commitGroup(
  { pool, items, progress, now, grace }: Committing,
  group: readonly WaitingSave[],
): Promise<Committed> {
  const client = await pool.connect();
  try {
    const { attempts, leases } = await lock(client, group);
    const locked = [...attempts.values()];
    const standing = await timeLeftWhereStanding(client, locked, now);
    await items.know(client, locked);
    const known = await progress.of(client, locked);
    for (const attempt of locked) attempt.progress = known.get(attempt.id) ?? {};
    const journal: JournalRow[] = [];
    const answers = group.map((request) => decide(request, { attempts, leases, standing, items, journal, now, grace }));
    await Promise.all([...write(client, { attempts, leases, journal, now }), client.query("COMMIT")]);
    progress.moved(locked.filter(({ wrote }) => wrote));
    const touched = locked.filter(({ heard }) => heard).map(({ id, sittingId }) => ({ attemptId: id, sittingId }));
    return { answers, touched };
  } catch (error) {
    await client.query("ROLLBACK").catch(() => {});
    throw error;
  } finally {
    client.release();
  }
}

/**
 * No key changes here, so whoever only refers to an attempt waits for nobody. Leases are read once their attempts are locked,
 * so that what another process has just saved is seen.
 */
async function lock(client: pg.PoolClient, group: readonly WaitingSave[]) {
  const [, attempts, leases] = await Promise.all([
    client.query("BEGIN"),
    client.query<AttemptRow>({
      name: "lock the attempts",
      text: `SELECT id, "bookingId", "sittingId", "formId", phase, (extract(epoch FROM deadline) * 1000)::float8 AS deadline,
               "leaseId", head, position FROM attempts WHERE id = ANY($1::uuid[]) ORDER BY id FOR NO KEY UPDATE`,
      values: [uuids(group.map(({ attempt }) => attempt))],
    }),
    client.query<LeaseRow>({
      name: "read their leases",
      text: `SELECT id, "attemptId", "savedThrough" FROM leases WHERE id = ANY($1::uuid[])`,
      values: [uuids(group.map(({ lease }) => lease))],
    }),
  ]);
  return {
    attempts: new Map<string, Writing>(attempts.rows.map((row) => [row.id, writing(row)])),
    leases: new Map(leases.rows.map((row) => [row.id, row])),
  };
}

/** Named one by one: an object made by spreading a row is slow to read ever after. */
const writing = (row: AttemptRow): Writing => ({
  id: row.id,
  bookingId: row.bookingId,
  sittingId: row.sittingId,
  formId: row.formId,
  phase: row.phase,
  deadline: row.deadline,
  leaseId: row.leaseId,
  head: row.head,
  position: row.position,
  progress: {},
  heard: false,
  wrote: false,
  progressed: false,
});

/** A running clock is known from its deadline; for the others the ledger says what is left. */
async function timeLeftWhereStanding(client: pg.PoolClient, attempts: readonly Writing[], now: Instant) {
  const standing = attempts.filter(({ deadline }) => deadline === null).map(({ id }) => id);
  if (standing.length === 0) return new Map<string, Duration>();
  const lines = await client.query<{ attemptId: string; lines: Line[] }>(
    `SELECT "attemptId", json_agg(line ORDER BY position) AS lines FROM ledger WHERE "attemptId" = ANY($1::uuid[]) GROUP BY 1`,
    [standing],
  );
  return new Map(lines.rows.map((row) => [row.attemptId, timeLeft(row.lines, now)]));
}

type Deciding = {
  readonly attempts: Map<string, Writing>;
  readonly leases: Map<string, LeaseRow>;
  readonly standing: Map<string, Duration>;
  readonly items: FormItems;
  readonly journal: JournalRow[];
  readonly now: Instant;
  readonly grace: Duration;
};

function decide(
  { bookingId, attempt: attemptId, lease: leaseId, entries }: WaitingSave,
  { attempts, leases, standing, items, journal, now, grace }: Deciding,
): Saved {
  const attempt = attempts.get(attemptId);
  const lease = leases.get(leaseId);
  if (!attempt) return refused("no-such-attempt");
  if (attempt.bookingId !== bookingId || lease?.attemptId !== attemptId) return refused("not-your-attempt");

  const deadline = attempt.deadline === null ? null : instant(attempt.deadline);
  const receiving = { phase: attempt.phase, deadline, lease: attempt.leaseId, items: items.of(attempt.formId) };
  const { keep, savedThrough } = accept(receiving, {
    lease: leaseId,
    savedThrough: lease.savedThrough,
    entries,
    grace,
  });
  for (const one of keep) journal.push(chain(attempt, leaseId, one));
  lease.savedThrough = savedThrough;
  attempt.heard = true;
  const progress = progressAfter(
    attempt.progress,
    keep.filter(({ standing: how }) => how === "counted").map(({ entry }) => entry),
  );
  attempt.progressed ||= progress !== attempt.progress;
  attempt.progress = progress;
  attempt.wrote ||= keep.length > 0;

  const uncounted = keep.find(({ standing: how }) => how !== "counted");
  return {
    ok: true,
    savedThrough,
    head: attempt.head,
    phase: attempt.phase,
    left: deadline === null ? (standing.get(attemptId) ?? none) : between(now, deadline),
    at: now,
    notCounted: uncounted === undefined || uncounted.standing === "counted" ? null : uncounted.standing,
  };
}

function chain(attempt: Writing, leaseId: string, kept: Journalled & Received): JournalRow {
  const { entry, standing, receivedAt } = kept;
  const written = canonical(entry);
  attempt.head = linkOf(attempt.head, { lease: leaseId, receivedAt, standing }, written, sha256);
  const position = attempt.position;
  attempt.position += 1;
  return {
    attemptId: attempt.id,
    position,
    leaseId,
    seq: entry.seq,
    written,
    receivedAt,
    standing,
    hash: attempt.head,
  };
}

type Written = Pick<Deciding, "attempts" | "leases" | "journal" | "now">;

/** Sends every statement at once; the first that fails undoes all of them, the COMMIT behind them included. */
function write(client: pg.PoolClient, { attempts, leases, journal, now }: Written): readonly Promise<unknown>[] {
  const at = new Date(now);
  const rows = [...attempts.values()].filter(({ heard }) => heard);
  return [
    ...(journal.length > 0 ? [addToJournal(client, journal), moveLeases(client, journal, leases)] : []),
    ...(rows.length > 0 ? [moveAttempts(client, rows, at)] : []),
  ];
}

const addToJournal = (client: pg.PoolClient, journal: readonly JournalRow[]) =>
  client.query({
    name: "add to the journal",
    text: `INSERT INTO journal ("attemptId", position, "leaseId", seq, entry, standing, hash, "receivedAt")
           SELECT * FROM unnest($1::uuid[], $2::int[], $3::uuid[], $4::int[], $5::json[], $6::text[], $7::text[], $8::timestamptz[])`,
    values: [
      uuids(journal.map((row) => row.attemptId)),
      integers(journal.map((row) => row.position)),
      uuids(journal.map((row) => row.leaseId)),
      integers(journal.map((row) => row.seq)),
      jsons(journal.map((row) => row.written)),
      texts(journal.map((row) => row.standing)),
      texts(journal.map((row) => row.hash)),
      moments(journal.map((row) => row.receivedAt)),
    ],
  });

function moveLeases(client: pg.PoolClient, journal: readonly JournalRow[], leases: ReadonlyMap<string, LeaseRow>) {
  const written = [...new Set(journal.map((row) => row.leaseId))];
  return client.query({
    name: "move the leases",
    text: `UPDATE leases SET "savedThrough" = v.through FROM unnest($1::uuid[], $2::int[]) AS v(id, through) WHERE leases.id = v.id`,
    values: [uuids(written), integers(written.map((id) => leases.get(id)?.savedThrough ?? 0))],
  });
}

/** Progress is large and mostly as it was, so it is sent only where it changed. */
const moveAttempts = (client: pg.PoolClient, rows: readonly Writing[], at: Date) =>
  client.query({
    name: "move the attempts",
    text: `UPDATE attempts SET head = v.head, position = v.position, progress = coalesce(v.progress::jsonb, attempts.progress),
             "lastSeenAt" = $6, "savedAt" = CASE WHEN v.wrote THEN $6 ELSE "savedAt" END
           FROM unnest($1::uuid[], $2::text[], $3::int[], $4::json[], $5::bool[]) AS v(id, head, position, progress, wrote)
           WHERE attempts.id = v.id`,
    values: [
      uuids(rows.map(({ id }) => id)),
      texts(rows.map(({ head }) => head)),
      integers(rows.map(({ position }) => position)),
      jsons(rows.map(({ progressed, progress }) => (progressed ? JSON.stringify(progress) : null))),
      booleans(rows.map(({ wrote }) => wrote)),
      at,
    ],
  });
