import type { Entry } from "./entry.ts";

/** One message carries at most this many; a full outbox is sent in several, each a prefix of what waits. */
export const longestBatch = 200;

/**
 * Nor is one heavier, in bytes, unless a single entry is: a line of half a megabit a second carries it in four seconds, before
 * anybody takes the line for dead.
 */
export const heaviestBatch = 250_000;

const encoder = new TextEncoder();
const weightOf = (entry: Entry) => encoder.encode(JSON.stringify(entry)).length;

/** The first of these entries, as many as one message carries; never none where there are any. */
export function inOneMessage(entries: readonly Entry[], most = longestBatch): readonly Entry[] {
  let weight = 0;
  const tooMuch = entries.slice(0, most).findIndex((entry, index) => {
    weight += weightOf(entry);
    return index > 0 && weight > heaviestBatch;
  });
  return entries.slice(0, tooMuch === -1 ? most : tooMuch);
}
