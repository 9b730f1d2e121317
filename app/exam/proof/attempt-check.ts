import type { Digest } from "../attempt/journal.ts";
import { isAnswered } from "../item/response.ts";
import { foldFaults, type KeptAttempt } from "./attempt-folds.ts";
import { type Booked, bookingFaults } from "./booking-check.ts";
import type { Fault, Found, Part } from "./fault.ts";
import { type JournalRow, journalCheck } from "./journal-check.ts";
import { ledgerFaults } from "./ledger-check.ts";
import { type Logged, logFaults, type MarkedResponse } from "./log-check.ts";
import { type ReceiptChecks, type ReceiptRow, receiptFaults } from "./receipt-check.ts";
import { responseFaults, type StoredResponse } from "./response-check.ts";
import { sealFaults } from "./seal-check.ts";
import {
  type LedgerRow,
  type MarkRow,
  markSeal,
  type ResultRow,
  type RulingRow,
  resultSeal,
  rulingSeal,
} from "./sealed-text.ts";
import { readLine } from "./stored-shape.ts";

/** An attempt with everything the database keeps about it, but for its journal, which is read row by row. */
export type Kept = KeptAttempt &
  Omit<Booked, "logged"> & {
    readonly candidateNumber: string | null;
    readonly centreNumber: string | null;
    readonly form: string | null;
    readonly ledgerHead: string | null;
    readonly ledger: readonly LedgerRow[];
    readonly leases: readonly { readonly id: string; readonly savedThrough: number }[];
    readonly receipt: string | null;
    readonly signed: ReceiptRow | null;
    readonly responses: readonly (StoredResponse & MarkedResponse)[];
    readonly rulings: readonly RulingRow[];
    readonly marks: readonly (MarkRow & { readonly number: number })[];
    readonly results: readonly ResultRow[];
    readonly logged: Logged & Booked["logged"];
  };

export type Tools = ReceiptChecks & { readonly digest: Digest };
export type Checked = { readonly faults: readonly Fault[] };

/** Checks one attempt: give it every journal row in order, then end it. */
export function attemptCheck(kept: Kept, tools: Tools) {
  const faults: Fault[] = [];
  const found = (part: Part) => (fault: Found) => void faults.push({ attempt: kept.id, part, ...fault });
  /** Whatever one part of the record holds, all others are still checked: that it could not be read is a finding too. */
  const tried = <Came>(part: Part, otherwise: Came, check: (found: (fault: Found) => void) => Came): Came => {
    try {
      return check(found(part));
    } catch (error) {
      const words = `This could not be read: ${error instanceof Error ? error.message : String(error)}`;
      found(part)({ position: null, what: "altered", words });
      return otherwise;
    }
  };
  const journal = journalCheck(kept.id, { digest: tools.digest, found: found("journal") });

  return {
    entry: (row: JournalRow) => tried("journal", undefined, () => journal.next(row)),
    end(): Checked {
      const came = journal.end();
      tried("ledger", undefined, (found) => ledgerFaults(kept, tools.digest, found));
      tried("attempt", undefined, (found) => headFaults(kept, came, found));
      const lines = kept.ledger.flatMap(({ json }) => readLine(json) ?? []);
      tried("attempt", undefined, (found) => foldFaults(kept, { lines, progress: came.progress }, found));
      tried("lease", undefined, (found) => leaseFaults(kept, came.lastOf, found));
      tried("attempt", undefined, (found) => bookingFaults(kept, found));
      const endedAt = lines.findLast(({ kind }) => kind === "ended")?.at ?? null;
      const { answers } = came.work;
      const answered = kept.responses.filter((one) => one.position === null && isAnswered(answers[one.item])).length;
      const chains = { linkAt: came.linkAt, heads: came.heads, ledger: kept.ledger, endedAt, answered };
      tried("receipt", undefined, (found) => receiptFaults(kept, chains, tools, found));
      const folded = { answers, answerAt: came.answerAt };
      tried("response", undefined, (found) => responseFaults(kept, folded, found));
      tried("ruling", undefined, (found) => rulingFaults(kept, tools.digest, found));
      tried("mark", undefined, (found) => markFaults(kept, tools.digest, found));
      tried("result", undefined, (found) => resultFaults(kept, tools.digest, found));
      tried("attempt", undefined, () => logFaults(kept, found));
      return { faults };
    },
  };
}

type Finding = (fault: Found) => void;

const rulingFaults = (kept: Kept, digest: Digest, found: Finding) =>
  sealFaults(kept.rulings, (row, before) => rulingSeal(before, row, digest), {
    beforeOf: ({ number, version }) =>
      kept.rulings.find((one) => one.number === number && one.version === version - 1)?.seal ?? null,
    place: ({ number }) => number,
    name: ({ number, version }) => `Decision ${version} about question ${number}`,
    found,
  });

const markFaults = (kept: Kept, digest: Digest, found: Finding) =>
  sealFaults(kept.marks, (row, before) => markSeal(before, row, digest), {
    beforeOf: ({ supersedesId }) => kept.marks.find(({ id }) => id === supersedesId)?.seal ?? null,
    place: ({ number }) => number,
    name: ({ id, number }) => `Mark ${id} of question ${number}`,
    found,
  });

const resultFaults = (kept: Kept, digest: Digest, found: Finding) =>
  sealFaults(kept.results, (row, before) => resultSeal(before, row, digest), {
    beforeOf: ({ version }) => kept.results.find((one) => one.version === version - 1)?.seal ?? null,
    place: ({ version }) => version,
    name: ({ version }) => `Version ${version} of the result`,
    found,
  });

type Came = ReturnType<ReturnType<typeof journalCheck>["end"]>;

function headFaults({ head, position }: Kept, came: Came, found: (fault: Found) => void) {
  if (came.length < position) {
    const words = `The attempt has ${position} entries, and the journal only ${came.length}: the last ones are missing.`;
    return found({ position: came.length, what: "missing", words });
  }
  if (came.length > position) {
    const words = `The attempt has ${position} entries, and the journal ${came.length}.`;
    return found({ position, what: "head-moved", words });
  }
  if (came.head === head) return;
  found({ position, what: "head-moved", words: "The attempt's last link is not the last link of its journal." });
}

function leaseFaults({ leases }: Kept, lastOf: ReadonlyMap<string, number>, found: (fault: Found) => void) {
  for (const { id, savedThrough } of leases) {
    const last = lastOf.get(id) ?? 0;
    if (last === savedThrough) continue;
    const words = `Lease ${id} was told that everything up to ${savedThrough} is safe; its last entry is ${last}.`;
    found({ position: null, what: "fold-differs", words });
  }
  for (const id of lastOf.keys())
    if (!leases.some((lease) => lease.id === id))
      found({
        position: null,
        what: "missing",
        words: `The journal names lease ${id}, which the attempt does not have.`,
      });
}
