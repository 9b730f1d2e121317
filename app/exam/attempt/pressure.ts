import type { ItemResponse } from "../item/response.ts";
import { after, type Duration, duration, type Instant, instant, none, seconds } from "../time/time.ts";
import type { Entry } from "./entry.ts";

/** Below this nobody is asked for anything. */
const ordinary = duration(500);
const longestEase = seconds(10);

/**
 * How long a learner's computer is asked to gather before it sends again, given how long saves wait. Twice the wait, so that
 * what arrives falls below what can be saved; never so long that a machine seems to be gone.
 */
export const easeFor = (behind: Duration): Duration =>
  behind <= ordinary ? none : duration(Math.min(2 * behind, longestEase));

/** Between two machines that are sent away, so that they do not come back all at once. */
const apart = duration(10);
const shortestTurn = duration(200);

/**
 * When a machine that finds no room may try again: the next free turn. `last` is the turn given to the one before; null when
 * nobody was sent away yet. Nobody is told to wait longer than ten seconds.
 */
export function turnAfter(last: Instant | null, now: Instant): Instant {
  const next = after(instant(Math.max(last ?? 0, now + shortestTurn)), apart);
  return next - now > longestEase ? after(now, longestEase) : next;
}

/** Bytes, near enough to bound what waits in memory: an entry's frame, and every text in it with its signs. */
export const weightOf = (entries: readonly Entry[]): number =>
  entries.reduce((sum, entry) => sum + frame + (entry.kind === "answer" ? ofResponse(entry.response) : 0), 0);

const frame = 200;
const ofText = (text: string) => 16 + 2 * text.length;
const ofResponse = (response: ItemResponse) =>
  Object.entries(response).reduce(
    (sum, [name, texts]) => texts.reduce((within, text) => within + ofText(text), sum + ofText(name)),
    0,
  );
