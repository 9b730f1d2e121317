import type { Duration, Instant } from "../time/time.ts";
import type { Phase } from "./attempt.ts";
import type { Entry, Journalled, Standing } from "./entry.ts";

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
export type Accepted = { readonly keep: readonly Journalled[]; readonly savedThrough: number };

/**
 * Decides what becomes of a batch of entries. Nothing is thrown away: what comes too late, from a machine left behind or about
 * an item that is not on the form is kept and does not count. A batch sent again is accepted and changes nothing. Entries must be a prefix of what waits at the
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
    now,
    grace,
  }: { lease: string; savedThrough: number; entries: readonly Entry[]; now: Instant; grace: Duration },
): Accepted {
  const fresh = entries.filter(({ seq }) => seq > savedThrough).toSorted((a, b) => a.seq - b.seq);
  const unique = fresh.filter(({ seq }, index) => seq !== fresh[index - 1]?.seq);
  const standing = standingOf(receiving, lease, now, grace);
  return {
    keep: unique.map((entry) => ({ entry, standing: isOnForm(receiving, entry) ? standing : worse(standing) })),
    savedThrough: Math.max(savedThrough, ...unique.map(({ seq }) => seq)),
  };
}

const isOnForm = ({ items }: Receiving, entry: Entry) => !("item" in entry) || items.has(entry.item);
const worse = (standing: Standing): Standing => (standing === "counted" ? "not-on-form" : standing);

function standingOf(
  { phase, deadline, lease: current }: Receiving,
  lease: string,
  now: Instant,
  grace: Duration,
): Standing {
  if (lease !== current) return "stranded";
  if (phase !== "running" && phase !== "paused") return "late";
  return deadline !== null && now > deadline + grace ? "late" : "counted";
}
