import { type BrowserContext, type CDPSession, expect, type Page } from "@playwright/test";
import type { Question } from "./paper.ts";

/** What happens to a learner's computer: its network, its clocks, its storage. */

/** Milliseconds; said where the faults come by too, which would wait for 5 seconds only. */
const patience = 20_000;

/** The page can come back without a network from now on. */
export const readyForOffline = (page: Page) =>
  expect
    .poll(() => page.evaluate(async () => (await navigator.serviceWorker.getRegistration("/exam"))?.active?.state), {
      timeout: patience,
    })
    .toBe("activated");

/** Everything this browser keeps that somebody else at the computer could read, as one text. */
export async function readableOn(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const texts: string[] = [JSON.stringify({ ...localStorage }), JSON.stringify({ ...sessionStorage })];
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys())
        texts.push(request.url, (await (await cache.match(request))?.text()) ?? "");
    }
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open("examhall");
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error);
    });
    const bytes = (value: unknown) =>
      value instanceof ArrayBuffer || value instanceof Uint8Array
        ? new TextDecoder().decode(new Uint8Array(value))
        : "";
    for (const store of database.objectStoreNames) {
      const all = await new Promise<unknown[]>((resolve, reject) => {
        const asking = database.transaction(store).objectStore(store).getAll();
        asking.onsuccess = () => resolve(asking.result);
        asking.onerror = () => reject(asking.error);
      });
      for (const value of all)
        texts.push(
          bytes(value),
          ...Object.values((value ?? {}) as Record<string, unknown>).map(bytes),
          value instanceof CryptoKey ? `extractable: ${value.extractable}` : "",
        );
    }
    database.close();
    return texts.join("\n");
  });
}

/** Whether these words are in what this browser keeps sealed, and would be there after a crash. */
export const keeps = (page: Page, words: string): Promise<boolean> =>
  page.evaluate(async (words) => {
    const kept = await new Promise<{ key?: CryptoKey; all: { nonce: BufferSource; text: ArrayBuffer }[] }>((found) => {
      const opening = indexedDB.open("examhall");
      // Looking must not make what is not there.
      opening.onupgradeneeded = () => opening.transaction?.abort();
      opening.onerror = () => found({ all: [] });
      opening.onsuccess = () => {
        const reading = opening.result.transaction(["keys", "attempts"]);
        const key = reading.objectStore("keys").get("vault");
        const all = reading.objectStore("attempts").getAll();
        reading.oncomplete = () => {
          opening.result.close();
          found({ key: key.result, all: all.result });
        };
      };
    });
    for (const { nonce, text } of kept.all) {
      if (kept.key === undefined) return false;
      const plain = await crypto.subtle.decrypt({ name: "AES-GCM", iv: nonce }, kept.key, text);
      if (new TextDecoder().decode(plain).includes(words)) return true;
    }
    return false;
  }, words);

/** The answer to this question would be there after a crash; what is done reaches the vault a moment after the screen. */
export const expectKept = (page: Page, { item }: Question) =>
  expect.poll(() => keeps(page, `"kind":"answer","item":"${item.id}"`)).toBe(true);

/** Names of the files the browser's cache holds. */
export const cached = (page: Page): Promise<readonly string[]> =>
  page.evaluate(async () => {
    const names: string[] = [];
    for (const name of await caches.keys())
      for (const { url } of await (await caches.open(name)).keys())
        names.push(new URL(url).pathname + new URL(url).search);
    return names;
  });

/** Lets a test put the computer's own clock, for the pages that are loaded from now on; a reload does not undo it. */
export const clockCanBeSet = (context: BrowserContext) =>
  context.addInitScript(() => {
    const now = Date.now.bind(Date);
    Date.now = () => now() + Number(localStorage.getItem("test-clock") ?? 0);
  });

/** Puts the computer's own clock on, or back when negative. */
export const setComputerClock = (page: Page, by: number) =>
  page.evaluate((by) => {
    localStorage.setItem("test-clock", String(Number(localStorage.getItem("test-clock") ?? 0) + by));
  }, by);

/** The computer sleeps: nothing runs, and when it wakes its own clock has gone on while the monotonic one has stood. */
export async function sleep(page: Page, milliseconds: number, meanwhile: () => Promise<unknown>) {
  const session = await page.context().newCDPSession(page);
  await session.send("Page.setWebLifecycleState", { state: "frozen" });
  await meanwhile();
  await session.send("Page.setWebLifecycleState", { state: "active" });
  await setComputerClock(page, milliseconds);
  await session.detach();
}

/** The disk is full until the way back is called. */
export async function fillStorage(page: Page): Promise<() => Promise<void>> {
  const session: CDPSession = await page.context().newCDPSession(page);
  const { origin } = new URL(page.url());
  // It lasts only as long as whoever asked for it.
  await session.send("Storage.overrideQuotaForOrigin", { origin, quotaSize: 1 });
  return async () => {
    await session.send("Storage.overrideQuotaForOrigin", { origin });
    await session.detach();
  };
}

/** Another page of the same browser, which keeps its storage busy, as a slow disk is, or deletes it. */
export async function otherPage(context: BrowserContext) {
  const other = await context.newPage();
  await other.goto("/favicon.svg");
  const beBusy = async (milliseconds: number) => {
    const database = await new Promise<IDBDatabase>((opened, failed) => {
      const opening = indexedDB.open("examhall");
      opening.onsuccess = () => opened(opening.result);
      opening.onerror = () => failed(opening.error);
    });
    const store = database.transaction(["attempts"], "readwrite").objectStore("attempts");
    const until = performance.now() + milliseconds;
    const busy = () => {
      if (performance.now() < until) store.count().onsuccess = busy;
      else database.close();
    };
    busy();
  };
  return {
    /** @param milliseconds for so long */
    beSlow: (milliseconds: number) => other.evaluate(beBusy, milliseconds),
    deleteStorage: () =>
      other.evaluate(
        () =>
          new Promise<void>((gone, failed) => {
            const deleting = indexedDB.deleteDatabase("examhall");
            deleting.onsuccess = () => gone();
            deleting.onerror = () => failed(deleting.error);
          }),
      ),
  };
}

/** A browser that lets no page keep anything, as in some private windows. */
export const refuseStorage = (context: BrowserContext) =>
  context.addInitScript(() => {
    indexedDB.open = () => {
      throw new DOMException("Nothing is kept here.", "SecurityError");
    };
  });

/** The browser throws away the files it remembers of its own accord, as it may at any time; what it was told to keep stays. */
export async function forgetFiles(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send("Network.clearBrowserCache");
  await session.detach();
}

export async function emptyStorage(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const { origin } = new URL(page.url());
  await session.send("Storage.clearDataForOrigin", { origin, storageTypes: "indexeddb,cache_storage,service_workers" });
  await session.detach();
}
