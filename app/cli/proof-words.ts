import type { Fault } from "../exam/proof/fault.ts";
import type { Statement } from "../exam/proof/receipt.ts";
import type { After } from "../store/receipt-reading.ts";
import type { Verified } from "../store/verify.ts";

/** What was checked, and whatever is wrong: by attempt, as people know it. */
export function verifiedInWords(verified: Verified): string {
  const { attempts, entries, ledgerLines, receipts, marks, results, unsealed, faulty } = verified;
  const counted = [
    count(attempts, "attempt"),
    count(entries, "journal entry", "journal entries"),
    count(ledgerLines, "ledger line"),
    count(receipts, "receipt"),
    count(marks, "mark"),
    count(results, "result"),
  ].join(", ");
  const old =
    unsealed === 0 ? "" : `\n${unsealed} rows are from before rows were sealed; there is nothing to check them by.`;
  const named = faulty.map(
    ({ attempt, candidateNumber, centre, room, seat, faults }) =>
      `\nAttempt ${attempt} (candidate ${candidateNumber}, seat ${seat}, ${room}, ${centre}):\n${faultsInWords(faults)}`,
  );
  const verdict = faulty.length === 0 ? "Everything fits." : `${count(faulty.length, "attempt")} with something wrong:`;
  return `Checked ${counted}. ${verdict}${old}${named.join("")}`;
}

type Checked = { readonly after: After | null; readonly faults: readonly Fault[] };

/** What a receipt was given for, what came afterwards, and whether the record still agrees. */
export function receiptInWords(code: string, statement: Statement | null, checked?: Checked): string {
  const lines = [`Receipt ${code}`];
  if (statement === null) lines.push("Given before receipts were signed; it agrees with the journal it was given for.");
  else
    lines.push(
      `${statement.paper}, form ${statement.form}, candidate ${statement.candidate} of centre ${statement.centre}`,
      `Ended ${statement.ended} (${statement.reason}): ${statement.answered} of ${statement.questions} answered in ${count(statement.entries, "entry", "entries")}`,
      `Last link ${statement.journal}`,
    );
  if (checked?.after)
    lines.push(`Afterwards ${count(checked.after.entries, "entry", "entries")} arrived: kept, and not counted.`);
  if (!checked) lines.push("The signature is good.");
  else if (checked.faults.length === 0) lines.push("The signature is good, and the stored record agrees.");
  else lines.push("The stored record does NOT agree:", faultsInWords(checked.faults));
  return lines.join("\n");
}

const faultsInWords = (faults: readonly Fault[]) =>
  faults.map(({ part, what, words }) => `  ${part}, ${what}: ${words}`).join("\n");

const count = (number: number, one: string, several = `${one}s`) =>
  `${number.toLocaleString("en-GB")} ${number === 1 ? one : several}`;
