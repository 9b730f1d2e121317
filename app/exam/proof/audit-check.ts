import type { Digest } from "../attempt/journal.ts";
import { chainWalk } from "./chain.ts";
import type { Found } from "./fault.ts";
import { type AuditRow, auditBeginning, auditLink } from "./sealed-text.ts";

/** A chain of audit lines as the database keeps it: its last link, and how many lines there are. */
export type AuditChain = { readonly chain: string; readonly head: string; readonly lines: number };

/** Walks one chain of audit lines: give it every line in order, then end it. */
export function auditCheck({ chain, head, lines }: AuditChain, digest: Digest) {
  const faults: Found[] = [];
  const walk = chainWalk<AuditRow & { readonly position: number; readonly hash: string }>({
    beginning: auditBeginning(chain, digest),
    links: (before, row) => [auditLink(before, row, digest)],
    found: (fault) => faults.push(fault),
  });
  return {
    next: (row: AuditRow) => walk.next({ ...row, position: row.place, hash: row.seal }),
    end(): readonly Found[] {
      const came = walk.end();
      if (came.length < lines) {
        const words = `There were ${lines} lines, and there are only ${came.length}: the last ones are missing.`;
        faults.push({ position: came.length, what: "missing", words });
      } else if (came.length > lines || came.head !== head) {
        faults.push({
          position: came.length,
          what: "head-moved",
          words: "The last link is not that of the last line.",
        });
      }
      return faults;
    },
  };
}
