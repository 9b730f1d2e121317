import type pg from "pg";
import { accept } from "../exam/attempt/accept.ts";
import { type Progress, progressAfter } from "../exam/attempt/answers.ts";
import type { Phase } from "../exam/attempt/attempt.ts";
import type { Entry, Journalled } from "../exam/attempt/entry.ts";
import { link } from "../exam/attempt/journal.ts";
import { type Line, timeLeft } from "../exam/attempt/ledger.ts";
import { refused } from "../exam/people/refusals.ts";
import { between, type Clock, type Duration, type Instant, instant, none } from "../exam/time/time.ts";
import type { Saved } from "../live/contract.ts";
import { sha256 } from "../platform/secrets.ts";
import { type FormItems, formItems } from "./form-items.ts";

export type SaveRequest = {
  readonly bookingId: string;
  readonly attempt: string;
  readonly lease: string;
  readonly entries: readonly Entry[];
};
export type SaveQueue = {
  /** Answers when what was sent is committed, or is refused. Rejects when the database does not answer: nothing was said to be safe. */
  save(request: SaveRequest): Promise<Saved>;
  /** How long the save that has waited longest has been waiting. */
  behind(): Duration;
  /** Waits until everything that waits is committed. */
  drain(): Promise<void>;
};

type Deps = {
  readonly pool: pg.Pool;
  readonly clock: Clock;
  readonly grace: Duration;
  /** How long to gather before a commit. */
  readonly gather: Duration;
  /** After the commit, once a batch. */
  changed(attempts: readonly { readonly attemptId: string; readonly sittingId: string }[]): void;
};

type Waiting = SaveRequest & {
  readonly since: Instant;
  readonly resolve: (saved: Saved) => void;
  readonly reject: (error: unknown) => void;
};

const mostPerCommit = 256;

/**
 * Group commit: whatever arrives within a few milliseconds, from all attempts, is one transaction. One writer at a time, so
 * that a busy room makes the groups larger instead of the queue of transactions longer.
 */
export function saveQueue({ pool, clock, grace, gather, changed }: Deps): SaveQueue {
  const items = formItems();
  let waiting: Waiting[] = [];
  let committing: readonly Waiting[] = [];
  let writing: Promise<void> | null = null;

  const writeAll = async () => {
    if (gather > 0) await new Promise((resolve) => setTimeout(resolve, gather));
    while (waiting.length > 0) {
      const group = waiting.slice(0, mostPerCommit);
      waiting = waiting.slice(mostPerCommit);
      await writeGroup(group);
    }
  };

  const writeGroup = async (group: readonly Waiting[]) => {
    committing = group;
    try {
      const { answers, touched } = await commit({ pool, items, now: clock.now(), grace }, group);
      group.forEach(({ resolve }, index) => {
        resolve(answers[index] ?? refused("no-such-attempt"));
      });
      if (touched.length > 0) changed(touched);
      committing = [];
    } catch (error) {
      // What the database cannot take fails alone, or one learner's message would stop the saving of a whole hall.
      if (group.length > 1 && isAboutTheData(error)) for (const one of group) await writeGroup([one]);
      else for (const { reject } of group) reject(error);
      committing = [];
    }
  };

  const begin = () => {
    writing ??= writeAll().finally(() => {
      writing = null;
      if (waiting.length > 0) begin();
    });
  };

  return {
    save: (request) =>
      new Promise((resolve, reject) => {
        waiting.push({ ...request, since: clock.now(), resolve, reject });
        begin();
      }),
    behind() {
      const oldest = committing[0] ?? waiting[0];
      return oldest === undefined ? none : between(oldest.since, clock.now());
    },
    async drain() {
      while (writing !== null) await writing;
    },
  };
}

/** PostgreSQL's classes 22 and 23: the values are at fault, not the connection. */
const isAboutTheData = (error: unknown) =>
  error instanceof Error && "code" in error && typeof error.code === "string" && /^2[23]/.test(error.code);

type AttemptRow = {
  id: string;
  bookingId: string;
  sittingId: string;
  formId: string;
  phase: Phase;
  deadline: Date | null;
  leaseId: string | null;
  head: string;
  position: number;
  progress: Progress;
};
type Writing = AttemptRow & { heard: boolean; wrote: boolean };
type JournalRow = {
  attemptId: string;
  position: number;
  leaseId: string;
  seq: number;
  entry: Entry;
  standing: string;
  hash: string;
};

type Committing = {
  readonly pool: pg.Pool;
  readonly items: FormItems;
  readonly now: Instant;
  readonly grace: Duration;
};

async function commit({ pool, items, now, grace }: Committing, group: readonly Waiting[]) {
  const client = await pool.connect();
  try {
    await client.query("BEGIN");
    const { attempts, leases } = await lock(client, group);
    const standing = await timeLeftWhereStanding(client, [...attempts.values()], now);
    await items.know(client, [...attempts.values()]);
    const journal: JournalRow[] = [];
    const answers = group.map((request) => decide(request, { attempts, leases, standing, items, journal, now, grace }));
    await write(client, { attempts, leases, journal, now });
    await client.query("COMMIT");
    const touched = [...attempts.values()]
      .filter(({ heard }) => heard)
      .map(({ id, sittingId }) => ({ attemptId: id, sittingId }));
    return { answers, touched };
  } catch (error) {
    await client.query("ROLLBACK").catch(() => {});
    throw error;
  } finally {
    client.release();
  }
}

async function lock(client: pg.PoolClient, group: readonly Waiting[]) {
  const attempts = await client.query<AttemptRow>(
    `SELECT id, "bookingId", "sittingId", "formId", phase, deadline, "leaseId", head, position, progress
     FROM attempts WHERE id = ANY($1::uuid[]) ORDER BY id FOR UPDATE`,
    [group.map(({ attempt }) => attempt)],
  );
  const leases = await client.query<{ id: string; attemptId: string; savedThrough: number }>(
    `SELECT id, "attemptId", "savedThrough" FROM leases WHERE id = ANY($1::uuid[])`,
    [group.map(({ lease }) => lease)],
  );
  return {
    attempts: new Map<string, Writing>(attempts.rows.map((row) => [row.id, { ...row, heard: false, wrote: false }])),
    leases: new Map(leases.rows.map((row) => [row.id, row])),
  };
}

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
  readonly leases: Map<string, { id: string; attemptId: string; savedThrough: number }>;
  readonly standing: Map<string, Duration>;
  readonly items: FormItems;
  readonly journal: JournalRow[];
  readonly now: Instant;
  readonly grace: Duration;
};

function decide(
  { bookingId, attempt: attemptId, lease: leaseId, entries }: SaveRequest,
  { attempts, leases, standing, items, journal, now, grace }: Deciding,
): Saved {
  const attempt = attempts.get(attemptId);
  const lease = leases.get(leaseId);
  if (!attempt) return refused("no-such-attempt");
  if (attempt.bookingId !== bookingId || lease?.attemptId !== attemptId) return refused("not-your-attempt");

  const deadline = attempt.deadline && instant(attempt.deadline.getTime());
  const receiving = { phase: attempt.phase, deadline, lease: attempt.leaseId, items: items.of(attempt.formId) };
  const { keep, savedThrough } = accept(receiving, {
    lease: leaseId,
    savedThrough: lease.savedThrough,
    entries,
    now,
    grace,
  });
  for (const one of keep) journal.push(chain(attempt, leaseId, one, now));
  lease.savedThrough = savedThrough;
  attempt.heard = true;
  attempt.progress = progressAfter(
    attempt.progress,
    keep.filter(({ standing: how }) => how === "counted").map(({ entry }) => entry),
  );
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

function chain(attempt: Writing, leaseId: string, journalled: Journalled, now: Instant): JournalRow {
  const { entry, standing } = journalled;
  attempt.head = link(attempt.head, { ...journalled, lease: leaseId, receivedAt: now }, sha256);
  const position = attempt.position;
  attempt.position += 1;
  return { attemptId: attempt.id, position, leaseId, seq: entry.seq, entry, standing, hash: attempt.head };
}

async function write(
  client: pg.PoolClient,
  { attempts, leases, journal, now }: Pick<Deciding, "attempts" | "leases" | "journal" | "now">,
) {
  const at = new Date(now);
  if (journal.length > 0) {
    await client.query(
      `INSERT INTO journal ("attemptId", position, "leaseId", seq, entry, standing, hash, "receivedAt")
       SELECT *, $8::timestamptz FROM unnest($1::uuid[], $2::int[], $3::uuid[], $4::int[], $5::jsonb[], $6::text[], $7::text[])`,
      [
        journal.map((row) => row.attemptId),
        journal.map((row) => row.position),
        journal.map((row) => row.leaseId),
        journal.map((row) => row.seq),
        journal.map((row) => JSON.stringify(row.entry)),
        journal.map((row) => row.standing),
        journal.map((row) => row.hash),
        at,
      ],
    );
    const written = [...new Set(journal.map((row) => row.leaseId))];
    await client.query(
      `UPDATE leases SET "savedThrough" = v.through FROM unnest($1::uuid[], $2::int[]) AS v(id, through) WHERE leases.id = v.id`,
      [written, written.map((id) => leases.get(id)?.savedThrough)],
    );
  }
  const rows = [...attempts.values()].filter(({ heard }) => heard);
  if (rows.length === 0) return;
  await client.query(
    `UPDATE attempts SET head = v.head, position = v.position, progress = v.progress, "lastSeenAt" = $6,
       "savedAt" = CASE WHEN v.wrote THEN $6 ELSE "savedAt" END
     FROM unnest($1::uuid[], $2::text[], $3::int[], $4::jsonb[], $5::bool[]) AS v(id, head, position, progress, wrote)
     WHERE attempts.id = v.id`,
    [
      rows.map(({ id }) => id),
      rows.map(({ head }) => head),
      rows.map(({ position }) => position),
      rows.map(({ progress }) => JSON.stringify(progress)),
      rows.map(({ wrote }) => wrote),
      at,
    ],
  );
}
