import { after, between, type Duration, duration, type Instant, less, none, seconds } from "../time/time.ts";
import { type Ledger, timeLeft } from "./ledger.ts";

/** What is known of the learner's screen around the moment in which the clock was stopped. */
export type Heard = {
  /** Of the counted deeds that came since then: the least time left that one was written down with, and when the last came. */
  readonly since: { readonly leastLeft: Duration; readonly last: Instant } | null;
  /** When the screen last spoke to the server before that; null when it never did. */
  readonly before: Instant | null;
};

/** A shorter difference is the way of the messages and nothing a learner did. */
const wayOfMessages = seconds(3);
/** The clocks of two server processes may be so far apart: which of two that wrote something was first is not known by less. */
const clocksApart = seconds(3);

/**
 * How long a learner worked on after the clock was stopped, on a screen that no message reached. Time given that this screen
 * may not have heard of does not count against the learner: its clock showed less than there was. A computer without a network may
 * show too little besides: nobody worked for longer than until the last deed came.
 */
export function workedOn(ledger: Ledger, { since, before }: Heard): Duration {
  const stopped = ledger.findLast((line) => line.kind === "stopped");
  if (stopped === undefined || since === null) return none;
  const start = ledger.findIndex((line) => line.kind === "started");
  const begun = ledger[start]?.at ?? stopped.at;
  const known = Math.max(begun, before ?? begun);
  // What was written down before the start is known from it, whatever clock it was written by.
  const heardOf = ledger.filter(
    (line, index) => line.kind !== "allowance" || index < start || after(line.at, clocksApart) <= known,
  );
  const over = less(timeLeft(heardOf, stopped.at), since.leastLeft);
  return over > wayOfMessages ? duration(Math.min(over, between(stopped.at, since.last))) : none;
}
