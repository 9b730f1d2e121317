import type { Phase } from "../attempt/attempt.ts";
import type { Digest } from "../attempt/journal.ts";
import type { Instant } from "../time/time.ts";
import type { Found } from "./fault.ts";
import { oldReceiptText, readStatement } from "./receipt.ts";

/** A receipt as stored. */
export type ReceiptRow = { readonly code: string; readonly statement: string; readonly signature: string };

/** The platform's part of checking: who holds which keys. */
export type ReceiptChecks = {
  isSigned(statement: string, signature: string): boolean;
  codeOf(signature: string): string;
  /** The code of a receipt from before receipts were signed; null where the key is not at hand. */
  oldCodeOf: Digest | null;
};

type Receipted = {
  readonly id: string;
  readonly phase: Phase;
  readonly closedAt: Instant | null;
  readonly receipt: string | null;
  readonly signed: ReceiptRow | null;
};
type Chains = {
  linkAt(position: number): string | null;
  /** The journal's beginning and every link after it, each with how many entries there were then. */
  readonly heads: readonly { readonly head: string; readonly entries: number }[];
  readonly ledger: { readonly hashes: readonly (string | null)[] };
};

/** Whether the receipt is ours, and journal and ledger still begin with what it was given for. */
export function receiptFaults(kept: Receipted, chains: Chains, checks: ReceiptChecks, found: (fault: Found) => void) {
  const differs = (words: string) => found({ position: null, what: "receipt-differs", words });
  const { signed, receipt, phase } = kept;
  if (signed === null) {
    if (receipt === null && phase === "closed") differs("The test has ended, and no receipt is kept for it.");
    if (receipt !== null && !isOldReceipt(kept, chains, checks))
      differs("The attempt names a receipt, and there is none that fits its journal.");
    return;
  }
  const says = readStatement(signed.statement);
  if (says === null || !checks.isSigned(signed.statement, signed.signature))
    return differs("The signature does not belong to the receipt: one of the two was altered.");
  if (checks.codeOf(signed.signature) !== signed.code) differs("The receipt's code is not the code of its signature.");
  if (receipt !== signed.code) differs("The attempt names another receipt than the one signed for it.");
  if (says.attempt !== kept.id) differs("The receipt was signed for another attempt.");
  if (says.entries > 0 && chains.linkAt(says.entries - 1) !== says.journal)
    differs(`The first ${says.entries} entries of the journal are not those the receipt was given for.`);
  if ((chains.ledger.hashes[says.lines - 1] ?? null) !== says.ledger)
    differs(`The first ${says.lines} lines of the ledger are not those the receipt was given for.`);
}

/** Late entries may have moved the journal on since; so each of its links may be the one of then. */
function isOldReceipt({ id, closedAt, receipt }: Receipted, { heads }: Chains, { oldCodeOf }: ReceiptChecks) {
  if (oldCodeOf === null) return true;
  if (closedAt === null) return false;
  return heads.some(
    ({ head, entries }) => oldCodeOf(oldReceiptText({ attempt: id, head, position: entries, closedAt })) === receipt,
  );
}
