import type pg from "pg";
import { accept } from "../exam/attempt/accept.ts";
import { progressAfter } from "../exam/attempt/answers.ts";
import type { Journalled, Received } from "../exam/attempt/entry.ts";
import { canonical, linkOf } from "../exam/attempt/journal.ts";
import { refused } from "../exam/people/refusals.ts";
import { between, type Duration, type Instant, none } from "../exam/time/time.ts";
import type { Saved } from "../live/contract.ts";
import { sha256 } from "../platform/secrets.ts";
import { type FormItems, formItems } from "./form-items.ts";
import { knownAttempts, type SavingAttempt, type SavingLease } from "./known-attempts.ts";
import { type Locked, lockAndRead } from "./lock-group.ts";
import type { WaitingSave } from "./save-queue.ts";
import { type JournalRow, type Writing, writeGroup } from "./write-group.ts";

type Group = readonly WaitingSave[];

/** What each request is answered with, in the order of the requests, and the attempts that were heard of. */
export type Committed = {
  readonly answers: readonly Saved[];
  readonly touched: readonly { readonly attemptId: string; readonly sittingId: string }[];
};

/**
 * Commits groups of saves to the journals of attempts: when it answers, all of a group is on the disk; when it throws, nothing
 * was said to be. A group of which everything is known is decided without a word from PostgreSQL and sent in one statement,
 * which writes nothing if anybody has changed one of its attempts meanwhile. Then, and where something is not known, it is
 * decided under lock.
 */
export function attemptCommits({ pool, grace }: { readonly pool: pg.Pool; readonly grace: Duration }) {
  const items = formItems();
  let known = knownAttempts();
  // A connection that breaks may be a PostgreSQL that another one takes over for, without what was committed last. Nothing is
  // known of that one, and what is still under way is remembered by nobody.
  const forget = () => {
    known = knownAttempts();
  };
  pool.on("error", forget);

  return async (group: Group, now: Instant): Promise<Committed> => {
    const memory = known;
    const taken = memory.take(group.map(({ attempt }) => attempt));
    try {
      const under = { pool, items, now, grace };
      // Once decided upon, what was taken is no longer as it was known.
      const written = isAllKnown(group, taken)
        ? ((await commitAsKnown(group, taken, under)) ?? (await commitUnderLock(group, new Map(), under)))
        : await commitUnderLock(group, taken, under);
      const { answers, attempts } = written.decided;
      memory.putBack(attempts, written.by);
      return { answers, touched: attempts.map(({ id, sittingId }) => ({ attemptId: id, sittingId })) };
    } catch (error) {
      forget();
      throw error;
    }
  };
}

type Known = ReadonlyMap<string, SavingAttempt>;
type Committing = {
  readonly pool: pg.Pool;
  readonly items: FormItems;
  readonly now: Instant;
  readonly grace: Duration;
};
/** By which transaction, as `xmin` names it. */
type Written = { readonly decided: Decided; readonly by: number };

async function commitAsKnown(group: Group, attempts: Known, { pool, ...by }: Committing): Promise<Written | null> {
  const leases = new Map(
    [...attempts.values()].flatMap(({ lastLease }) => (lastLease ? [[lastLease.id, lastLease]] : [])),
  );
  const decided = decideAll(group, { attempts, leases, standing: new Map(), ...by });
  const writer = await writeGroup(pool, decided);
  return writer === null ? null : { decided, by: writer };
}

async function commitUnderLock(group: Group, known: Known, { pool, items, ...by }: Committing): Promise<Written> {
  const client = await pool.connect();
  try {
    const locked = await lockAndRead(client, { group, known, now: by.now });
    await items.know(client, [...locked.attempts.values()]);
    const decided = decideAll(group, { ...locked, items, ...by });
    const [writer] = await Promise.all([writeGroup(client, decided), client.query("COMMIT")]);
    if (writer === null) throw new Error("An attempt has changed although it was locked.");
    return { decided, by: writer };
  } catch (error) {
    await client.query("ROLLBACK").catch(() => {});
    throw error;
  } finally {
    client.release();
  }
}

/** What the acknowledgement of a standing clock says is in the ledger, which is not remembered. */
const isAllKnown = (group: Group, taken: Known) =>
  group.every((request) => {
    const attempt = taken.get(request.attempt);
    return attempt?.lastLease?.id === request.lease && attempt.deadline !== null;
  });

type Deciding = Locked & { readonly items: FormItems; readonly now: Instant; readonly grace: Duration };
type Decided = Writing & { readonly answers: readonly Saved[] };

/** Decides in the order of the requests; the attempts and leases are moved on as if it were written already. */
function decideAll(group: Group, deciding: Deciding): Decided {
  const [attempts, leases] = [new Set<SavingAttempt>(), new Set<SavingLease>()];
  const journal: JournalRow[] = [];
  const answers = group.map((request): Saved => {
    const attempt = deciding.attempts.get(request.attempt);
    if (attempt === undefined) return refused("no-such-attempt");
    const lease = deciding.leases.get(request.lease);
    if (attempt.bookingId !== request.bookingId || lease?.attemptId !== attempt.id) return refused("not-your-attempt");
    const { kept, saved } = save(request.entries, attempt, lease, deciding);
    attempts.add(attempt);
    if (kept.length > 0) leases.add(lease);
    journal.push(...kept);
    return saved;
  });
  return { answers, attempts: [...attempts], leases: [...leases], journal, now: deciding.now };
}

function save(
  entries: readonly Received[],
  attempt: SavingAttempt,
  lease: SavingLease,
  { standing, items, now, grace }: Deciding,
): { readonly kept: readonly JournalRow[]; readonly saved: Saved } {
  const { phase, deadline, leaseId } = attempt;
  const receiving = { phase, deadline, lease: leaseId, items: items.of(attempt.formId) };
  const { keep, savedThrough } = accept(receiving, {
    lease: lease.id,
    savedThrough: lease.savedThrough,
    entries,
    grace,
  });
  const kept = keep.map((one) => chain(attempt, lease.id, one));
  const counted = keep.filter((one) => one.standing === "counted");
  const progress = progressAfter(
    attempt.progress,
    counted.map(({ entry }) => entry),
  );
  attempt.progressed ||= progress !== attempt.progress;
  attempt.progress = progress;
  attempt.wrote ||= kept.length > 0;
  attempt.lastLease = lease;
  lease.savedThrough = savedThrough;

  const uncounted = keep.find((one) => one.standing !== "counted");
  const left = deadline === null ? (standing.get(attempt.id) ?? none) : between(now, deadline);
  const notCounted = uncounted === undefined || uncounted.standing === "counted" ? null : uncounted.standing;
  return { kept, saved: { ok: true, savedThrough, head: attempt.head, phase, left, at: now, notCounted } };
}

function chain(attempt: SavingAttempt, leaseId: string, kept: Journalled & Received): JournalRow {
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
