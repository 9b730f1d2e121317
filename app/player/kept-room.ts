import { getSealed, openBrowserStore, putSealed } from "./browser-store.ts";
import type { Room } from "./room.ts";

/**
 * Whose test this computer has before it: what the page opens with when there is no network to ask. Sealed like the answers,
 * and forgotten when the learner signs out or the test is over and everything has arrived.
 */

const name = "room";

export const keepRoom = (room: Room) => withStore((store) => putSealed(store, name, room));

export const keptRoom = (): Promise<Room | null> => withStore((store) => getSealed<Room>(store, name));

/** @param attempt forgets it only when it is this one; without it, whichever it is. */
export const forgetRoom = (attempt?: string) =>
  withStore(async (store) => {
    const kept = await getSealed<Room>(store, name);
    if (attempt === undefined || kept?.attempt === attempt) await store.database.delete("attempts", name);
  });

/** A browser without storage has nothing to keep it in: the vault says so where it matters. */
async function withStore<Value>(work: (store: Awaited<ReturnType<typeof openBrowserStore>>) => Promise<Value>) {
  try {
    const store = await openBrowserStore();
    try {
      return await work(store);
    } finally {
      store.database.close();
    }
  } catch {
    return null;
  }
}
