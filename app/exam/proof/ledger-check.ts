import type { Digest } from "../attempt/journal.ts";
import { chainWalk } from "./chain.ts";
import type { Found } from "./fault.ts";
import { type LedgerRow, ledgerBeginning, ledgerLink } from "./sealed-text.ts";
import { readLine } from "./stored-shape.ts";

type KeptLedger = { readonly id: string; readonly ledgerHead: string | null; readonly ledger: readonly LedgerRow[] };
export type LedgerCame = { readonly unsealed: number; readonly hashes: readonly (string | null)[] };

/** Walks the chain of a time ledger. A ledger begun before there were seals has none, in any line. */
export function ledgerFaults(
  { id, ledger, ledgerHead }: KeptLedger,
  digest: Digest,
  found: (fault: Found) => void,
): LedgerCame {
  const hashes = ledger.map(({ hash }) => hash);
  for (const row of ledger) columnFaults(row, found);
  if (ledgerHead === null && hashes.every((hash) => hash === null)) return { unsealed: ledger.length, hashes };

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
  return { unsealed: 0, hashes };
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
