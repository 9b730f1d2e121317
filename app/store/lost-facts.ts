import type { Unable } from "../exam/attempt/entry.ts";
import type { Ledger } from "../exam/attempt/ledger.ts";
import type { LostFacts, Report, Turn } from "../exam/invigilation/lost-time.ts";
import { instant } from "../exam/time/time.ts";
import type { Client } from "./store.ts";

type ReportRow = { attemptId: string; leaseId: string; seq: number; entry: Unable; receivedAt: Date };
type TurnRow = {
  attemptId: string;
  id: string;
  endedAt: Date | null;
  heardAt: Date | null;
  firstDeedAt: Date | null;
};

/** What the records of these attempts say about time that was lost, by attempt. Two statements, whatever the room. */
export async function lostFactsOf(
  client: Client,
  attempts: readonly { readonly id: string; readonly ledger: Ledger }[],
): Promise<ReadonlyMap<string, LostFacts>> {
  const ids = attempts.map(({ id }) => id);
  const reports = await client.$queryRaw<ReportRow[]>`
    SELECT "attemptId", "leaseId", seq, entry, "receivedAt" FROM journal
    WHERE "attemptId" = ANY(${ids}::uuid[]) AND entry->>'kind' = 'unable' AND standing = 'counted' ORDER BY position`;
  const turns = await client.$queryRaw<TurnRow[]>`
    SELECT l."attemptId", l.id, l."endedAt", l."heardAt",
      (SELECT "receivedAt" FROM journal j WHERE j."leaseId" = l.id AND j.standing = 'counted' ORDER BY seq LIMIT 1) AS "firstDeedAt"
    FROM leases l WHERE l."attemptId" = ANY(${ids}::uuid[])
      AND EXISTS (SELECT 1 FROM leases other WHERE other."attemptId" = l."attemptId" AND other."endedAt" IS NOT NULL)
    ORDER BY l."startedAt", l.id`;
  const [reportsOf, turnsOf] = [byAttempt(reports), byAttempt(turns)];
  return new Map(
    attempts.map(({ id, ledger }) => [
      id,
      { ledger, reports: (reportsOf.get(id) ?? []).map(report), turns: (turnsOf.get(id) ?? []).map(turn) },
    ]),
  );
}

function byAttempt<Row extends { readonly attemptId: string }>(rows: readonly Row[]): ReadonlyMap<string, Row[]> {
  const all = new Map<string, Row[]>();
  for (const row of rows) all.set(row.attemptId, [...(all.get(row.attemptId) ?? []), row]);
  return all;
}

const at = (date: Date | null) => date && instant(date.getTime());

const report = ({ leaseId, seq, entry: { cause, from, to, sure }, receivedAt }: ReportRow): Report => ({
  lease: leaseId,
  seq,
  cause,
  from,
  to,
  sure,
  receivedAt: instant(receivedAt.getTime()),
});

const turn = ({ id, endedAt, heardAt, firstDeedAt }: TurnRow): Turn => ({
  lease: id,
  firstDeedAt: at(firstDeedAt),
  endedAt: at(endedAt),
  heardAt: at(heardAt),
});
