import type { Digest } from "../attempt/journal.ts";
import { chainWalk } from "./chain.ts";
import type { Found } from "./fault.ts";
import { type LedgerRow, ledgerBeginning, ledgerLink } from "./sealed-text.ts";
import { readLine } from "./stored-shape.ts";

type KeptLedger = { readonly id: string; readonly ledgerHead: string | null; readonly ledger: readonly LedgerRow[] };

/** Walks the chain of a time ledger: every line has been sealed as it was written. */
export function ledgerFaults(
  { id, ledger, ledgerHead }: KeptLedger,
  digest: Digest,
  found: (fault: Found) => void,
): void {
  for (const row of ledger) columnFaults(row, found);
  if (ledgerHead === null && ledger.length === 0) return;
  const chain = chainWalk<LedgerRow & { readonly hash: string }>({
    beginning: ledgerBeginning(id, digest),
    links: (before, row) => [ledgerLink(before, row, digest)],
    found,
  });
  for (const row of ledger) chain.next({ ...row, hash: row.hash ?? "no link" });
  const { head, length } = chain.end();
  if (head !== ledgerHead)
    found({
      position: length,
      what: "head-moved",
      words:
        "The attempt's last ledger link is not the last link of its ledger: a line at the end is missing or was put in.",
    });
}

/** What stands beside the line for quick reading says the same as the line. */
function columnFaults({ position, at, byName, json }: LedgerRow, found: (fault: Found) => void) {
  const line = readLine(json);
  if (line === null) {
    const words = `Line ${position} could not be read: what is stored there is no line of a time ledger.`;
    return found({ position, what: "altered", words });
  }
  if (line.at === at && line.by === byName) return;
  found({ position, what: "altered", words: `Line ${position} is filed under another time or name than it says.` });
}
