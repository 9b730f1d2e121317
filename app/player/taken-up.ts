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
  // A page that could not read this has gone on from higher numbers, and the server takes the lower ones for repeated.
  const wasPassed = remembered !== null && savedThrough >= remembered.seq + leap;
  const waiting = wasPassed
    ? kept.filter((entry) => canBeMissing(entry, work)).map((entry, index) => ({ ...entry, seq: from + index + 1 }))
    : kept.filter((entry) => entry.seq > savedThrough);
  return {
    waiting,
    seq: wasPassed ? from + waiting.length : from,
    work: waiting.reduce(next, work),
    /** The look that somebody had at another computer. */
    carried: remembered === null ? (work.look ?? null) : null,
    submitting: remembered?.handingIn ?? false,
  };
}

/** What the server may lack, and what takes the place of nothing later if it does not. */
const canBeMissing = (entry: Entry, { answers }: Work) =>
  entry.kind === "answer" ? answers[entry.item] === undefined : entry.kind === "unable" || entry.kind === "reconnected";
