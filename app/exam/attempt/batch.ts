import type { Entry } from "./entry.ts";

/** One message carries at most this many; a full outbox is sent in several, each a prefix of what waits. */
export const longestBatch = 200;

/**
 * Nor is one heavier, in bytes, unless a single entry is: a line of half a megabit a second carries it in four seconds, before
 * anybody takes the line for dead.
 */
const heaviestBatch = 250_000;

const encoder = new TextEncoder();
const weightOf = (entry: Entry) => encoder.encode(JSON.stringify(entry)).length;
/** No letter weighs more, in bytes. */
const heaviestLetter = 3;

/** The first of these entries, as many as one message carries; never none where there are any. */
export function inOneMessage(entries: readonly Entry[], most = longestBatch): readonly Entry[] {
  const all = entries.slice(0, most);
  if (JSON.stringify(all).length * heaviestLetter <= heaviestBatch) return all;
  let weight = 0;
  const tooMuch = all.findIndex((entry, index) => {
    weight += weightOf(entry);
    return index > 0 && weight > heaviestBatch;
  });
  return tooMuch === -1 ? all : all.slice(0, tooMuch);
}
