import { next, type Work } from "../exam/attempt/answers.ts";
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
  const waiting = (remembered?.waiting ?? []).filter((entry) => entry.seq > savedThrough);
  const isNew = remembered === null && savedThrough === 0;
  return {
    waiting,
    seq: Math.max(remembered?.seq ?? 0, savedThrough) + (isNew ? 0 : leap),
    work: waiting.reduce(next, work),
    /** The look that somebody had at another computer. */
    carried: remembered === null ? (work.look ?? null) : null,
    submitting: remembered?.handingIn ?? false,
  };
}
