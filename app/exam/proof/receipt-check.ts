import type { CloseReason, Phase } from "../attempt/attempt.ts";
import type { Digest } from "../attempt/journal.ts";
import type { Instant } from "../time/time.ts";
import type { Found } from "./fault.ts";
import { masked, oldReceiptText, readStatement, type Statement } from "./receipt.ts";

/** A receipt as stored. */
export type ReceiptRow = {
  readonly code: string;
  readonly statement: string;
  readonly signature: string;
  readonly keyName: string;
  readonly at: Instant;
};

/** The platform's part of checking: who holds which keys. */
export type ReceiptChecks = {
  /** The name of the key that made this signature, of those at hand; null when none did. */
  signerOf(statement: string, signature: string): string | null;
  isAtHand(keyName: string): boolean;
  codeOf(signature: string): string;
  /** The code of a receipt from before receipts were signed, by each key at hand. */
  readonly oldCodesOf: readonly Digest[];
};

type Receipted = {
  readonly id: string;
  readonly phase: Phase;
  readonly closedAt: Instant | null;
  readonly receipt: string | null;
  readonly signed: ReceiptRow | null;
  readonly closeReason: CloseReason | null;
  readonly candidateNumber: string | null;
  /** Of the learner's centre. */
  readonly centreNumber: string | null;
  /** As people call it. */
  readonly form: string | null;
};
type Chains = {
  linkAt(position: number): string | null;
  /** The journal's beginning and every link after it, each with how many entries there were then. */
  readonly heads: readonly { readonly head: string; readonly entries: number }[];
  readonly ledger: readonly { readonly hash: string | null }[];
  /** When the ledger's line of the end was written; the receipt is of the same moment. */
  readonly endedAt: Instant | null;
  /** How many questions the journal answers. */
  readonly answered: number;
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
  const signer = checks.signerOf(signed.statement, signed.signature);
  if (says !== null && signer === null && !checks.isAtHand(signed.keyName))
    return found({ position: null, what: "key-missing", words: otherKeyWords(signed.keyName) });
  if (says === null || signer === null)
    return differs("The signature does not belong to the receipt: one of the two was altered.");
  if (signer !== signed.keyName) differs("The receipt names another key than the one that signed it.");
  if (checks.codeOf(signed.signature) !== signed.code) differs("The receipt's code is not the code of its signature.");
  if (receipt !== signed.code) differs("The attempt names another receipt than the one signed for it.");
  if (says.attempt !== kept.id) differs("The receipt was signed for another attempt.");
  for (const [what, is] of agreement(says, kept, chains))
    if (!is) differs(`The receipt was signed for another ${what} than the record has now.`);
  if (chains.endedAt !== signed.at) differs("The receipt is kept with another moment than the ledger has for the end.");
  if (says.entries > 0 && chains.linkAt(says.entries - 1) !== says.journal)
    differs(`The first ${says.entries} entries of the journal are not those the receipt was given for.`);
  if (says.ledger !== null && chains.ledger[says.lines - 1]?.hash !== says.ledger)
    differs(`The first ${says.lines} lines of the ledger are not those the receipt was given for.`);
}

/** The paper's title is left out: it may be worded anew, and the form says which paper it is. */
const agreement = (says: Statement, kept: Receipted, { answered }: Chains): readonly (readonly [string, boolean])[] => [
  ["candidate number", kept.candidateNumber !== null && says.candidate === masked(kept.candidateNumber)],
  ["centre", says.centre === kept.centreNumber],
  ["form", says.form === kept.form],
  ["moment of the end", Date.parse(says.ended) === kept.closedAt],
  ["reason of the end", says.reason === kept.closeReason],
  ["number of answered questions", says.answered === answered],
];

const otherKeyWords = (key: string) =>
  `The receipt was signed with the key ${key}, which is not at hand, so it cannot be checked. If the secret was changed, give the old one in FORMER_SESSION_SECRETS and check again.`;

/** Late entries may have moved the journal on since; so each of its links may be the one of then. */
function isOldReceipt({ id, closedAt, receipt }: Receipted, { heads }: Chains, { oldCodesOf }: ReceiptChecks) {
  if (closedAt === null) return false;
  return heads.some(({ head, entries }) => {
    const text = oldReceiptText({ attempt: id, head, position: entries, closedAt });
    return oldCodesOf.some((codeOf) => codeOf(text) === receipt);
  });
}
