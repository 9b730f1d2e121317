import type pg from "pg";
import type { Progress } from "../exam/attempt/answers.ts";
import type { CloseReason, Phase } from "../exam/attempt/attempt.ts";
import type { Standing } from "../exam/attempt/entry.ts";
import { formName } from "../exam/form/form-name.ts";
import { attemptCheck, type Checked, type Kept, type Tools } from "../exam/proof/attempt-check.ts";
import type { Fault } from "../exam/proof/fault.ts";
import { readEntry } from "../exam/proof/stored-shape.ts";
import { type Instant, instant } from "../exam/time/time.ts";
import { type AuditVerified, verifyAudit } from "./verify-audit.ts";
import { attemptsGone } from "./verify-gone.ts";
import { keptBeside } from "./verify-rows.ts";

/** Which attempts to check. */
export type Which = { readonly attempt: string } | { readonly sitting: string } | "all";

/** An attempt with something wrong, named as people know it; null where nothing says so any more. */
export type FaultyAttempt = {
  readonly attempt: string;
  readonly candidateNumber: string | null;
  readonly centre: string | null;
  readonly room: string | null;
  readonly seat: string | null;
  readonly faults: readonly Fault[];
};

export type Verified = AuditVerified & {
  readonly attempts: number;
  readonly entries: number;
  readonly ledgerLines: number;
  readonly receipts: number;
  readonly marks: number;
  readonly results: number;
  readonly faulty: readonly FaultyAttempt[];
};

const attemptsAtOnce = 200;
const entriesAtOnce = 5_000;

/**
 * Checks every chain of these attempts, page by page, so that it needs no more memory for a million entries than for a
 * thousand. Each page is read as of one moment, so that a test going on meanwhile is no fault.
 */
export async function verify(pool: pg.Pool, which: Which, tools: Tools): Promise<Verified> {
  let so: Verified = {
    attempts: 0,
    entries: 0,
    ledgerLines: 0,
    receipts: 0,
    marks: 0,
    results: 0,
    faulty: [],
    auditLines: 0,
    faultyAudit: [],
  };
  const client = await pool.connect();
  try {
    for (let after = nothing, more = true; more; ) {
      await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
      const page = await attemptPage(client, which, after);
      const entries = await checkPage(client, page, tools, (kept, checked) => {
        so = added(so, kept, checked);
      });
      so = { ...so, entries: so.entries + entries };
      await client.query("COMMIT");
      after = page.at(-1)?.id ?? after;
      more = page.length === attemptsAtOnce;
    }
    await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    so = { ...so, faulty: [...so.faulty, ...(await attemptsGone(client, which))] };
    so = { ...so, ...(await verifyAudit(client, which, tools.digest)) };
    await client.query("COMMIT");
  } finally {
    await client.query("ROLLBACK").catch(() => {});
    client.release();
  }
  return so;
}

const nothing = "00000000-0000-0000-0000-000000000000";

function added(so: Verified, kept: Named, { faults }: Checked): Verified {
  const { id: attempt, candidateNumber, centre, room, seat } = kept;
  return {
    ...so,
    attempts: so.attempts + 1,
    ledgerLines: so.ledgerLines + kept.ledger.length,
    receipts: so.receipts + (kept.signed === null ? 0 : 1),
    marks: so.marks + kept.marks.length,
    results: so.results + kept.results.length,
    faulty: faults.length === 0 ? so.faulty : [...so.faulty, { attempt, candidateNumber, centre, room, seat, faults }],
  };
}

/** As PostgreSQL's driver reads a moment: `infinity`, which no attempt has by itself, is a number. */
type Moment = Date | number | null;

type AttemptRow = {
  readonly id: string;
  readonly phase: Phase;
  readonly startedAt: Moment;
  readonly deadline: Moment;
  readonly closedAt: Moment;
  readonly closeReason: CloseReason | null;
  readonly head: string;
  readonly position: number;
  readonly progress: Progress;
  readonly ledgerHead: string | null;
  readonly receipt: string | null;
  readonly sittingId: string;
  readonly learnerId: string | null;
  readonly bookedSittingId: string | null;
  readonly bookedPaper: string | null;
  readonly formPaper: string | null;
  readonly code: string | null;
  readonly version: number | null;
  readonly candidateNumber: string | null;
  readonly centreNumber: string | null;
  readonly centre: string | null;
  readonly room: string | null;
  readonly seat: string | null;
};
type Named = Kept & Pick<AttemptRow, "candidateNumber" | "centre" | "room" | "seat">;

async function attemptPage(client: pg.PoolClient, which: Which, after: string): Promise<readonly AttemptRow[]> {
  const [condition, value] =
    which === "all"
      ? ["$3::text IS NULL", null]
      : "attempt" in which
        ? ["a.id = $3::uuid", which.attempt]
        : [`a."sittingId" = $3::uuid`, which.sitting];
  const { rows } = await client.query<AttemptRow>(
    `SELECT a.id, a.phase, a."startedAt", a.deadline, a."closedAt", a."closeReason", a.head, a.position, a.progress,
       a."ledgerHead", a.receipt, a."sittingId", l.id AS "learnerId", b."sittingId" AS "bookedSittingId",
       b."componentId" AS "bookedPaper", f."componentId" AS "formPaper", f.code, f.version, l."candidateNumber",
       lc.number AS "centreNumber", c.name AS centre, s.room, b.seat
     FROM attempts a LEFT JOIN bookings b ON b.id = a."bookingId" LEFT JOIN learners l ON l.id = b."learnerId"
       LEFT JOIN centres lc ON lc.id = l."centreId" LEFT JOIN forms f ON f.id = a."formId"
       LEFT JOIN sittings s ON s.id = a."sittingId" LEFT JOIN centres c ON c.id = s."centreId"
     WHERE a.id > $1::uuid AND ${condition} ORDER BY a.id LIMIT $2`,
    [after, attemptsAtOnce, value],
  );
  return rows;
}

/** Answers how many journal entries there were. */
async function checkPage(
  client: pg.PoolClient,
  page: readonly AttemptRow[],
  tools: Tools,
  done: (kept: Named, checked: Checked) => void,
): Promise<number> {
  const ids = page.map(({ id }) => id);
  const beside = await keptBeside(client, ids);
  const journal = journalOf(client, ids);
  let entries = 0;
  let row = await journal.next();
  for (const attempt of page) {
    const kept = { ...beside(attempt.id), ...attempt, ...instantsOf(attempt), form: formOf(attempt) };
    const check = attemptCheck(kept, tools);
    for (; !row.done && row.value.attemptId === attempt.id; row = await journal.next()) {
      check.entry({ ...row.value, entry: readEntry(row.value.entry) });
      entries += 1;
    }
    done(kept, check.end());
  }
  return entries;
}

const formOf = ({ code, version }: AttemptRow) =>
  code === null || version === null ? null : formName({ code, version });

const instantOf = (at: Moment) => (at === null ? null : instant(Number(at)));
const instantsOf = ({ startedAt, deadline, closedAt }: AttemptRow) => ({
  startedAt: instantOf(startedAt),
  deadline: instantOf(deadline),
  closedAt: instantOf(closedAt),
});

type JournalRow = {
  readonly attemptId: string;
  readonly position: number;
  readonly lease: string;
  readonly seq: number;
  readonly entry: unknown;
  readonly written: string;
  readonly inOldWriting: boolean;
  readonly receivedAt: Instant;
  readonly standing: Standing;
  readonly hash: string;
};

async function* journalOf(client: pg.PoolClient, ids: readonly string[]): AsyncGenerator<JournalRow, undefined> {
  const [first, last] = [ids[0], ids.at(-1)];
  if (first === undefined || last === undefined) return;
  // From below any place there can be: whoever put a row in may have put it before the first.
  for (let after: readonly [string, number] = [first, -(2 ** 31) - 1], more = true; more; ) {
    const { rows } = await client.query<JournalRow>(
      `SELECT "attemptId", position, "leaseId" AS lease, seq, entry, entry::text AS written,
         entry::text LIKE '%": %' AND written_as_jsonb(entry) AS "inOldWriting",
         (extract(epoch FROM "receivedAt") * 1000)::float8 AS "receivedAt", standing, hash
       FROM journal WHERE ("attemptId", position) > ($1::uuid, $2::bigint) AND "attemptId" <= $3::uuid
         AND "attemptId" = ANY($4::uuid[])
       ORDER BY "attemptId", position LIMIT $5`,
      [...after, last, [...ids], entriesAtOnce],
    );
    yield* rows;
    const end = rows.at(-1);
    more = rows.length === entriesAtOnce;
    if (end !== undefined) after = [end.attemptId, end.position];
  }
}
