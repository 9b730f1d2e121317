import { next, type Work } from "../exam/attempt/answers.ts";
import type { Entry } from "../exam/attempt/entry.ts";
import type { Seated } from "./seat-requests.ts";
import type { Remembered } from "./vault.ts";

/** What was given out last may not have been kept before the page went; a leap is never a repetition. */
export const leap = 10_000;

/**
 * What a page goes on with that has just been seated: the server's work, and on it what this computer did under the same
 * lease and the server has not yet.
 *
 * @param remembered what this computer kept under that lease; null when it kept nothing.
 */
export function takenUp(
  remembered: Remembered | null,
  { savedThrough, work }: Omit<Seated, "ok" | "work"> & { readonly work: Work },
) {
  const isNew = remembered === null && savedThrough === 0;
  const from = Math.max(remembered?.seq ?? 0, savedThrough) + (isNew ? 0 : leap);
  const kept = remembered?.waiting ?? [];
  const anew = kept
    .filter((entry) => wasPassed(entry, savedThrough, work))
    .map((entry, index) => ({ ...entry, seq: from + index + 1 }));
  const waiting = [...kept.filter((entry) => entry.seq > savedThrough), ...anew];
  return {
    waiting,
    seq: from + anew.length,
    work: waiting.reduce(next, work),
    /** The look that somebody had at another computer. */
    carried: remembered === null ? (work.look ?? null) : null,
    submitting: remembered?.handingIn ?? false,
  };
}

/**
 * Whether the server does not have what was kept, or may not.
 *
 * @param savedThrough the last number the server had when it gave the seat to this page.
 */
export const mayLack = (entry: Entry, savedThrough: number, work: Work) =>
  entry.seq > savedThrough || wasPassed(entry, savedThrough, work);

/**
 * A page that could not read this has gone on from numbers a leap higher, and the server takes the lower ones for repeated. It
 * may have it all the same, so only what takes the place of nothing later is done anew.
 */
const wasPassed = (entry: Entry, savedThrough: number, { answers }: Work) => {
  if (savedThrough - entry.seq < leap / 2) return false;
  return entry.kind === "answer"
    ? answers[entry.item] === undefined
    : entry.kind === "unable" || entry.kind === "reconnected";
};
