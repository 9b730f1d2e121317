import { type BrowserStore, getSealed, openBrowserStore, putSealed, untilRead } from "./browser-store.ts";
import { overMark } from "./over-mark.ts";
import type { Room } from "./room.ts";

/**
 * Whose test this computer has before it: what the page opens with when there is no network to ask. Sealed like the answers,
 * and forgotten when the learner signs out or the test is over and everything has arrived.
 */

const name = "room";

export const keepRoom = (room: Room, open = openBrowserStore) =>
  withStore(open, async (store) => {
    await forgetWhatIsOver(store);
    await putSealed(store, name, room);
  });

export const keptRoom = (): Promise<Room | null> =>
  withStore(openBrowserStore, async (store) => {
    await forgetWhatIsOver(store);
    return getSealed<Room>(store, name);
  });

/** The page in which a test ended may have been left before it had forgotten the test. A form is locked, and goes with the next. */
async function forgetWhatIsOver(store: BrowserStore) {
  const over = overMark.read();
  if (over === null) return;
  const kept = await getSealed<Room>(store, name);
  await store.database.delete("attempts", over);
  if (kept?.attempt === over) await store.database.delete("attempts", name);
  overMark.remove();
}

/** @param attempt forgets it only when it is this one; without it, whichever it is. */
export const forgetRoom = (attempt?: string, open = openBrowserStore) =>
  withStore(open, async (store) => {
    const kept = await getSealed<Room>(store, name);
    if (attempt === undefined || kept?.attempt === attempt) await store.database.delete("attempts", name);
  });

/** A browser without storage has nothing to keep it in: the vault says so where it matters. */
async function withStore<Value>(open: () => Promise<BrowserStore>, work: (store: BrowserStore) => Promise<Value>) {
  try {
    const store = await untilRead(() => open());
    try {
      return await work(store);
    } finally {
      store.database.close();
    }
  } catch {
    return null;
  }
}
