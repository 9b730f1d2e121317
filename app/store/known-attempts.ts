import type { Progress } from "../exam/attempt/answers.ts";
import type { Phase } from "../exam/attempt/attempt.ts";
import type { Instant } from "../exam/time/time.ts";

/** Under which a machine writes, and how far what it wrote is stored. */
export type SavingLease = { readonly id: string; readonly attemptId: string; savedThrough: number };

/** An attempt as the database holds it, and what a group of saves makes of it. */
export type SavingAttempt = {
  readonly id: string;
  readonly bookingId: string;
  readonly sittingId: string;
  readonly formId: string;
  readonly phase: Phase;
  readonly deadline: Instant | null;
  readonly leaseId: string | null;
  head: string;
  position: number;
  progress: Progress;
  /** The transaction that wrote the row as it is: PostgreSQL's `xmin`. */
  writtenBy: number;
  /** The one it was last saved under, which need not be the one that may write now. */
  lastLease: SavingLease | null;
  /** Whether the group at hand adds to its journal, and changes its progress. */
  wrote: boolean;
  progressed: boolean;
};

/** About a kilobyte each; what was forgotten is simply read again. */
const aHallAndMore = 20_000;

/**
 * Remembers attempts as this process last wrote them, so that a save has nothing to read. What is remembered is true exactly
 * while the row is still as that transaction wrote it, which whoever writes next asks PostgreSQL under the row's lock. The row
 * speaks for its leases too: whoever moves a lease on writes the row of its attempt in the same transaction.
 *
 * Attempts are taken out while they are being written and put back once that is on the disk: so what failed is not known.
 */
export function knownAttempts(most = aHallAndMore) {
  const known = new Map<string, SavingAttempt>();
  return {
    /** Those of these that are known; they are nobody else's until they are put back. */
    take(ids: Iterable<string>): Map<string, SavingAttempt> {
      const taken = new Map<string, SavingAttempt>();
      for (const id of ids) {
        const attempt = known.get(id);
        if (attempt === undefined) continue;
        known.delete(id);
        taken.set(id, attempt);
      }
      return taken;
    },
    /** After the commit, and not before. */
    putBack(attempts: Iterable<SavingAttempt>, writtenBy: number) {
      for (const attempt of attempts) {
        attempt.writtenBy = writtenBy;
        attempt.wrote = false;
        attempt.progressed = false;
        known.set(attempt.id, attempt);
      }
      // Those saved longest ago stand first.
      for (const id of known.keys()) {
        if (known.size <= most) break;
        known.delete(id);
      }
    },
  };
}
