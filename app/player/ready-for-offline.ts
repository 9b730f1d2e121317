import { keepRoom } from "./kept-room.ts";
import type { Room } from "./room.ts";

/**
 * Lets the page come back without a network: the browser keeps the page itself (`public/exam-worker.js`), and whose test it
 * is. What a browser cannot do here, it cannot do; the test works on as long as the page stays open.
 */
export async function readyForOffline(room: Room): Promise<void> {
  await keepRoom(room);
  await keepPage();
}

/** The page of a test alone, whoever's it will be: for a computer that waits as a spare. */
export async function keepPage(): Promise<void> {
  if (!("serviceWorker" in navigator)) return;
  await navigator.serviceWorker
    .register("/exam-worker.js", { scope: "/exam", updateViaCache: "none" })
    .catch(() => undefined);
}
