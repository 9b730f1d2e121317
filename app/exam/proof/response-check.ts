import { isOver, type Phase } from "../attempt/attempt.ts";
import { canonical } from "../attempt/journal.ts";
import type { ItemResponse } from "../item/response.ts";
import { rulingInForce } from "./answer-ruling.ts";
import type { Found } from "./fault.ts";
import { readStatement } from "./receipt.ts";
import type { ReceiptRow } from "./receipt-check.ts";

/** What is kept to be marked. `position` is the place of an answer that was set aside; null for what stood at the end. */
export type StoredResponse = {
  readonly number: number;
  readonly item: string;
  readonly value: ItemResponse;
  readonly position: number | null;
  readonly counts: boolean;
};

type Kept = {
  readonly phase: Phase;
  readonly signed: Pick<ReceiptRow, "statement"> | null;
  readonly responses: readonly StoredResponse[];
  readonly rulings: readonly { readonly number: number; readonly version: number; readonly position: number | null }[];
};

type Journal = {
  readonly answers: Readonly<Record<string, ItemResponse>>;
  /** The answer at a place in the journal; null where there is none. */
  answerAt(position: number): { readonly item: string; readonly response: ItemResponse } | null;
};

/**
 * What is marked is what the journal's last counted answer says, or the answer that the newest decision names; and of each
 * question that the receipt speaks of one answer is.
 */
export function responseFaults(kept: Kept, journal: Journal, found: (fault: Found) => void) {
  const { phase, responses, rulings } = kept;
  if (!isOver({ phase })) return;
  for (const number of unmarked(kept))
    found({ position: number, what: "missing", words: `No answer to question ${number} is kept to be marked.` });
  for (const { number, item, value, position, counts } of responses) {
    const differs = (words: string) => found({ position: number, what: "fold-differs", words });
    const told = position === null ? { item, response: journal.answers[item] ?? {} } : journal.answerAt(position);
    if (told?.item !== item || canonical(value) !== canonical(told.response))
      differs(
        position === null
          ? `What was marked at question ${number} (${item}) is not the journal's last counted answer.`
          : `What was marked at question ${number} (${item}) is not the journal's answer at position ${position}.`,
      );
    if (counts !== (position === (rulingInForce(rulings, number)?.position ?? null)))
      differs(`Which answer to question ${number} (${item}) is marked does not follow from the decisions about it.`);
  }
}

/** The questions of an ended test without an answer that counts, as far as its receipt says how many there were. */
function unmarked({ phase, signed, responses }: Kept): readonly number[] {
  const says = phase === "closed" && signed !== null ? readStatement(signed.statement) : null;
  const counting = new Set(responses.filter(({ counts }) => counts).map(({ number }) => number));
  return Array.from({ length: says?.questions ?? 0 }, (_, index) => index + 1).filter(
    (number) => !counting.has(number),
  );
}
