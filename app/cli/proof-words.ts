import type { Fault, Found } from "../exam/proof/fault.ts";
import type { After, ReceiptFacts } from "../store/receipt-reading.ts";
import type { FaultyAttempt, Verified } from "../store/verify.ts";

/** What was checked, and whatever is wrong: by attempt, as people know it. */
export function verifiedInWords(verified: Verified): string {
  const { attempts, entries, ledgerLines, receipts, marks, results, auditLines, faulty, faultyAudit } = verified;
  const counted = [
    count(attempts, "attempt"),
    count(entries, "journal entry", "journal entries"),
    count(ledgerLines, "ledger line"),
    count(receipts, "receipt"),
    count(marks, "mark"),
    count(results, "result"),
    count(auditLines, "audit line"),
  ].join(", ");
  const named = faulty.map(
    ({ attempt, candidateNumber, centre, room, seat, faults }) =>
      `\nAttempt ${attempt} (${whoAndWhere({ candidateNumber, centre, room, seat })}):\n${faultsInWords(faults)}`,
  );
  const audit = faultyAudit.map(({ chain, faults }) => `\nAudit lines of ${chain}:\n${faultsInWords(faults)}`);
  const wrong = [
    faulty.length > 0 && count(faulty.length, "attempt"),
    faultyAudit.length > 0 && count(faultyAudit.length, "chain of audit lines", "chains of audit lines"),
  ].filter(Boolean);
  const verdict = wrong.length === 0 ? "Everything fits." : `${wrong.join(" and ")} with something wrong:`;
  return `Checked ${counted}. ${verdict}${[...named, ...audit].join("")}`;
}

const whoAndWhere = ({
  candidateNumber,
  centre,
  room,
  seat,
}: Pick<FaultyAttempt, "candidateNumber" | "centre" | "room" | "seat">) =>
  [candidateNumber && `candidate ${candidateNumber}`, seat && `seat ${seat}`, room, centre]
    .filter(Boolean)
    .join(", ") || "nothing says any more whose it was";

type Checked = { readonly isSigned: boolean; readonly after: After | null; readonly faults: readonly Fault[] };

/** What a receipt was given for, what came afterwards, and whether the record still agrees. */
export function receiptInWords(code: string, facts: ReceiptFacts, checked?: Checked): string {
  const { paper, form, candidate, centre, ended, reason, entries, answered, questions, journal } = facts;
  const lines = [
    `Receipt ${code}`,
    `${paper}${form === null ? "" : `, form ${form}`}, candidate ${candidate} of centre ${centre}`,
    `Ended ${new Date(ended).toISOString()} (${reason})`,
  ];
  if (entries !== null)
    lines.push(
      `${answered} of ${questions} answered, in ${count(entries, "entry", "entries")}`,
      `Last link ${journal}`,
    );
  if (checked?.after)
    lines.push(`Afterwards ${count(checked.after.entries, "entry", "entries")} arrived: kept, and not counted.`);
  if (!checked) lines.push("The signature is good.");
  else if (checked.faults.length > 0) lines.push("The stored record does NOT agree:", faultsInWords(checked.faults));
  else if (checked.isSigned) lines.push("The signature is good, and the stored record agrees.");
  else lines.push("It was given before receipts were signed; the stored record agrees.");
  return lines.join("\n");
}

const faultsInWords = (faults: readonly (Found & Partial<Pick<Fault, "part">>)[]) =>
  faults.map(({ part = "audit", what, words }) => `  ${part}, ${what}: ${words}`).join("\n");

const count = (number: number, one: string, several = `${one}s`) =>
  `${number.toLocaleString("en-GB")} ${number === 1 ? one : several}`;
