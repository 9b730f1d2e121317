import { type Refused, refused } from "../people/refusals.ts";
import { type Duration, duration, less } from "../time/time.ts";
import { hasBegun, isOver, type Phase } from "./attempt.ts";
import type { Entry } from "./entry.ts";

/**
 * A room keeps a second copy of every running test on another of its computers, for the hour in which the server cannot be
 * reached. It is sealed in the learner's browser; who holds it sees the label and nothing else.
 */
export type CopyLabel = {
  readonly attempt: string;
  /** The lease under which the copied work was written. */
  readonly lease: string;
  /** Counts the copies of one machine upwards. */
  readonly turn: number;
};

/** Sealed into the copy: a copy opens only under the label it was made with, so that none can be passed off as another. */
export const labelText = ({ attempt, lease, turn }: CopyLabel) => `examhall copy 1\n${attempt}\n${lease}\n${turn}`;

/** What the key of a copy is made from: both stand on the learner's slip, and nothing else is needed. */
export const slipText = (candidateNumber: string, keycode: string) =>
  `examhall slip 1\n${candidateNumber.trim().toUpperCase()}\n${keycode}`;

/**
 * A holder keeps one copy of an attempt. Of one machine the newest counts; a machine that the learner moved to begins anew, and
 * the one they left, which may not have heard of it, does not come back.
 *
 * @param former the leases whose copies were held before this one's.
 */
export const replaces = (held: CopyLabel | null, come: CopyLabel, former: readonly string[]) =>
  held === null || (held.lease === come.lease ? come.turn > held.turn : !former.includes(come.lease));

/** What a copy says of the test when it was made. */
export type Copied = {
  readonly phase: Phase;
  /** What the server had not acknowledged by then, in order. */
  readonly waiting: readonly Entry[];
  /** The last number given. */
  readonly seq: number;
  readonly left: Duration;
  readonly running: boolean;
};

/** How another computer goes on from a copy. */
export type GoingOn = {
  readonly ok: true;
  /** To be brought to the server as what they are: the old machine's. */
  readonly entries: readonly Entry[];
  readonly left: Duration;
};

/**
 * Whether a copy can be gone on from, and with how much time. The clock has run since the copy was made, whatever became of
 * the computer: so no copy ever gives time. What was lost on the way is made up later, by the rule for lost time.
 *
 * @param passed since the copy was made.
 */
export function goOn({ phase, waiting, seq, left, running }: Copied, passed: Duration): GoingOn | Refused {
  if (isOver({ phase })) return refused("attempt-closed");
  if (!hasBegun({ phase })) return refused("too-early", "The test had not been started.");
  if (!isPrefix(waiting, seq)) return refused("copy-damaged");
  return { ok: true, entries: waiting, left: running ? less(left, duration(Math.max(0, passed))) : left };
}

/** Numbered upwards without a number twice, and none beyond the last one given. */
const isPrefix = (entries: readonly Entry[], last: number) =>
  entries.every(({ seq }, index) => seq > (entries[index - 1]?.seq ?? 0) && seq <= last);
