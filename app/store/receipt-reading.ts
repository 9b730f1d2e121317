import type { CloseReason } from "../exam/attempt/attempt.ts";
import { masked, readStatement, type Statement } from "../exam/proof/receipt.ts";
import { type Instant, instant } from "../exam/time/time.ts";
import type { Client } from "./store.ts";

/** What a receipt was given for. From one that was never signed, some figures are not known. */
export type ReceiptFacts = Pick<Statement, "candidate" | "centre" | "paper"> & {
  readonly form: string | null;
  readonly ended: Instant;
  readonly reason: CloseReason;
  readonly entries: number | null;
  readonly answered: number | null;
  readonly questions: number | null;
  /** The journal's last link of then. */
  readonly journal: string | null;
};

export type FoundReceipt = {
  readonly attempt: string;
  readonly code: string;
  readonly facts: ReceiptFacts;
  /** Null for a receipt from before receipts were signed. */
  readonly signed: { readonly statement: string; readonly signature: string; readonly keyName: string } | null;
  /** Whether it can be read what the receipt says. */
  readonly isReadable: boolean;
  /** Whether the journal still has the link the receipt names, at its place. */
  readonly journalAgrees: boolean;
  readonly after: After | null;
};

/** What arrived after a receipt was given. */
export type After = { readonly entries: number; readonly firstAt: Instant; readonly lastAt: Instant };

/** @param code as `readCode` gives it. */
export async function receiptByCode(client: Client, code: string): Promise<FoundReceipt | null> {
  const row = await client.attempt.findFirst({
    where: { receipt: code, closedAt: { not: null } },
    select: {
      id: true,
      closedAt: true,
      closeReason: true,
      signed: { select: { statement: true, signature: true, keyName: true } },
      booking: {
        select: {
          component: { select: { title: true } },
          learner: { select: { candidateNumber: true, centre: { select: { number: true } } } },
        },
      },
    },
  });
  if (row === null || row.closedAt === null) return null;
  const { id: attempt, signed, booking } = row;
  const says = signed && readStatement(signed.statement);
  const ended = says ? instant(Date.parse(says.ended)) : instant(row.closedAt.getTime());
  const unsigned: ReceiptFacts = {
    candidate: masked(booking.learner.candidateNumber),
    centre: booking.learner.centre.number,
    paper: booking.component.title,
    form: null,
    ended,
    reason: row.closeReason as CloseReason,
    entries: null,
    answered: null,
    questions: null,
    journal: null,
  };
  return {
    attempt,
    code,
    facts: says ? { ...says, ended } : unsigned,
    signed,
    isReadable: says !== null,
    journalAgrees: !says || says.entries === 0 || (await linkAt(client, attempt, says.entries - 1)) === says.journal,
    after: says && (await lateAfter(client, attempt, says.entries)),
  };
}

async function linkAt(client: Client, attemptId: string, position: number): Promise<string | null> {
  const row = await client.journalEntry.findUnique({ where: { attemptId_position: { attemptId, position } } });
  return row?.hash ?? null;
}

/** What an attempt's journal holds beyond its first entries; null when that is nothing. */
async function lateAfter(client: Client, attemptId: string, entries: number): Promise<After | null> {
  const { _count, _min, _max } = await client.journalEntry.aggregate({
    where: { attemptId, position: { gte: entries } },
    _count: true,
    _min: { receivedAt: true },
    _max: { receivedAt: true },
  });
  if (_min.receivedAt === null || _max.receivedAt === null) return null;
  return { entries: _count, firstAt: instant(_min.receivedAt.getTime()), lastAt: instant(_max.receivedAt.getTime()) };
}
