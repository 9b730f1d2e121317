import { z } from "zod";
import type { CloseReason } from "../attempt/attempt.ts";
import { canonical } from "../attempt/journal.ts";
import type { Instant } from "../time/time.ts";

const count = z.int().min(0);
/** More than any form has: what says more is no statement of ours. */
const mostQuestions = 1_000;

/** What a receipt says, and what is signed: nothing about the person but the end of their candidate number. */
export const statementShape = z.object({
  receipt: z.literal(2),
  attempt: z.uuid(),
  candidate: z.string(),
  centre: z.string(),
  paper: z.string(),
  form: z.string(),
  /** ISO 8601. */
  ended: z.iso.datetime(),
  reason: z.enum(["submitted", "time-expired", "terminated"]),
  /** How many entries the journal held, and its last link. */
  entries: count,
  journal: z.string(),
  /** How many questions were answered, of how many. */
  answered: count.max(mostQuestions),
  questions: count.max(mostQuestions),
  /** How many lines the time ledger held, and its last link: null where the ledger was sealed only after the receipt was signed. */
  lines: count,
  ledger: z.string().nullable(),
});
export type Statement = Readonly<z.infer<typeof statementShape>>;

export type Receipted = Omit<Statement, "receipt" | "candidate" | "ended"> & {
  readonly candidateNumber: string;
  readonly endedAt: Instant;
  readonly reason: CloseReason;
};

export const statementOf = ({ candidateNumber, endedAt, ...facts }: Receipted): Statement => ({
  ...facts,
  receipt: 2,
  candidate: masked(candidateNumber),
  ended: new Date(endedAt).toISOString(),
});

/** The text that is signed. */
export const statementText = (statement: Statement) => canonical(statement);

/** The statement in a text, or null when it is none. */
export function readStatement(text: string): Statement | null {
  try {
    return statementShape.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

/** `••07`: enough for whoever knows the number to know it again. */
export const masked = (candidateNumber: string) =>
  "•".repeat(Math.max(0, candidateNumber.length - 2)) + candidateNumber.slice(-2);

/** A code as people type it: small letters, spaces, no dashes. Null when no receipt can have it. */
export function readCode(typed: string): string | null {
  const letters = typed.toUpperCase().replaceAll(/[\s–—-]/g, "");
  return /^[A-Z0-9]{12}$/.test(letters) ? (letters.match(/.{4}/g) ?? []).join("-") : null;
}

/** What receipts before 2026-11-26 were a keyed digest of. */
export const oldReceiptText = ({
  attempt,
  head,
  position,
  closedAt,
}: {
  readonly attempt: string;
  readonly head: string;
  readonly position: number;
  readonly closedAt: Instant;
}) => [attempt, head, position, closedAt].join("\n");

/** What a receipt says when it is saved: enough to check it anywhere, with the public key. */
export const receiptFileShape = z.object({
  code: z.string(),
  /** Word for word what was signed. */
  signed: z.string(),
  /** Ed25519, base64. */
  signature: z.string(),
  key: z.string(),
});
export type ReceiptFile = Readonly<z.infer<typeof receiptFileShape>>;
