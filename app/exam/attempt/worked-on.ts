import { between, type Duration, type Instant, less, none, seconds } from "../time/time.ts";
import { type Ledger, timeLeft } from "./ledger.ts";

/** What is known of the learner's screen around the moment in which the clock was stopped. */
export type Heard = {
  /** The least time left that any counted deed which came since then was written down with; null when none came. */
  readonly leastLeft: Duration | null;
  /** When the screen last spoke to the server before that; null when it never did. */
  readonly before: Instant | null;
};

/** A shorter difference is the way of the messages and nothing a learner did. */
const wayOfMessages = seconds(3);

/**
 * How long a learner worked on after the clock was stopped, on a screen that no message reached: never longer than it stood. Time
 * given that this screen may not have heard of does not count against the learner: its clock showed less than there was.
 *
 * @param now when the clock goes on.
 */
export function workedOn(ledger: Ledger, { leastLeft, before }: Heard, now: Instant): Duration {
  const stopped = ledger.findLast((line) => line.kind === "stopped");
  if (stopped === undefined || leastLeft === null) return none;
  const begun = ledger.find((line) => line.kind === "started")?.at ?? stopped.at;
  const known = Math.max(begun, before ?? begun);
  const heardOf = ledger.filter((line) => line.kind !== "allowance" || line.at <= known);
  const over = less(timeLeft(heardOf, stopped.at), leastLeft);
  return over > wayOfMessages ? shorter(over, between(stopped.at, now)) : none;
}

const shorter = (a: Duration, b: Duration) => (a < b ? a : b);
