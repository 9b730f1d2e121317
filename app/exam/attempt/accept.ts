import type { Duration, Instant } from "../time/time.ts";
import type { Phase } from "./attempt.ts";
import type { Entry, Journalled, Received, Standing } from "./entry.ts";

/** What the decision needs to know of the attempt, read under its lock. */
export type Receiving = {
  readonly phase: Phase;
  readonly deadline: Instant | null;
  /** The lease that may write now. */
  readonly lease: string | null;
  /** Every item of the form. */
  readonly items: ReadonlySet<string>;
};

/** What is stored, and how far the sender's outbox may forget. */
export type Accepted = { readonly keep: readonly (Journalled & Received)[]; readonly savedThrough: number };

/**
 * Decides what becomes of a batch of entries. Nothing is thrown away: what comes too late, from a machine left behind or about
 * an item that is not on the form is kept and does not count. Too late is what reached the server after the end, not what had
 * to wait there to be stored. A batch sent again is accepted and changes nothing. Entries must be a prefix of what waits at the
 * sender: that is why everything up to the last one may be called saved.
 *
 * @param lease the lease under which the batch was written.
 * @param savedThrough the highest sequence number stored for that lease.
 * @param grace how long after the deadline an entry already on its way still counts.
 */
export function accept(
  receiving: Receiving,
  {
    lease,
    savedThrough,
    entries,
    grace,
  }: { lease: string; savedThrough: number; entries: readonly Received[]; grace: Duration },
): Accepted {
  const fresh = entries.filter(({ entry }) => entry.seq > savedThrough).toSorted((a, b) => a.entry.seq - b.entry.seq);
  const unique = fresh.filter(({ entry }, index) => entry.seq !== fresh[index - 1]?.entry.seq);
  return {
    keep: unique.map(({ entry, receivedAt }) => {
      const standing = standingOf(receiving, lease, receivedAt, grace);
      return { entry, receivedAt, standing: isOnForm(receiving, entry) ? standing : worse(standing) };
    }),
    savedThrough: Math.max(savedThrough, ...unique.map(({ entry }) => entry.seq)),
  };
}

const isOnForm = ({ items }: Receiving, entry: Entry) => !("item" in entry) || items.has(entry.item);
const worse = (standing: Standing): Standing => (standing === "counted" ? "not-on-form" : standing);

function standingOf(
  { phase, deadline, lease: current }: Receiving,
  lease: string,
  receivedAt: Instant,
  grace: Duration,
): Standing {
  if (lease !== current) return "stranded";
  if (phase !== "running" && phase !== "paused") return "late";
  return deadline !== null && receivedAt > deadline + grace ? "late" : "counted";
}
