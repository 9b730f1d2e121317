import { readStatement, type Statement } from "../exam/proof/receipt.ts";
import { type Instant, instant } from "../exam/time/time.ts";
import type { Client } from "./store.ts";

/** A receipt with what it says; `statement` is null for one from before receipts were signed. */
export type FoundReceipt = {
  readonly attempt: string;
  readonly code: string;
  readonly statement: Statement | null;
  readonly signed: { readonly text: string; readonly signature: string; readonly key: string } | null;
  /** How many entries it was given for. */
  readonly entries: number;
  readonly endedAt: Instant | null;
};

/** What arrived after a receipt was given. */
export type After = { readonly entries: number; readonly firstAt: Instant; readonly lastAt: Instant };

/** @param code as `readCode` gives it. */
export async function receiptByCode(client: Client, code: string): Promise<FoundReceipt | null> {
  const row = await client.attempt.findFirst({
    where: { receipt: code },
    select: { id: true, closedAt: true, position: true, signed: true },
  });
  if (row === null) return null;
  const statement = row.signed && readStatement(row.signed.statement);
  const counted = await client.journalEntry.count({
    where: { attemptId: row.id, receivedAt: { lte: row.closedAt ?? new Date(0) } },
  });
  return {
    attempt: row.id,
    code,
    statement,
    signed: row.signed && { text: row.signed.statement, signature: row.signed.signature, key: row.signed.keyName },
    entries: statement?.entries ?? counted,
    endedAt: row.closedAt && instant(row.closedAt.getTime()),
  };
}

/** What an attempt's journal holds beyond its first entries; null when that is nothing. */
export async function lateAfter(client: Client, attemptId: string, entries: number): Promise<After | null> {
  const { _count, _min, _max } = await client.journalEntry.aggregate({
    where: { attemptId, position: { gte: entries } },
    _count: true,
    _min: { receivedAt: true },
    _max: { receivedAt: true },
  });
  if (_min.receivedAt === null || _max.receivedAt === null) return null;
  return { entries: _count, firstAt: instant(_min.receivedAt.getTime()), lastAt: instant(_max.receivedAt.getTime()) };
}
