import type { IDBPDatabase } from "idb";
import { vi } from "vitest";
import type { BrowserStore } from "../../app/player/browser-store.ts";

/** full: takes nothing in, and still lets things be removed. refused: neither. unreadable: gives nothing out. */
type Trouble = "none" | "full" | "refused" | "unreadable";

/** A browser's storage in memory, with the browser's own cipher, and with the troubles that storages have. */
export async function aStorage() {
  const stores = new Map<string, Map<string, unknown>>();
  const store = (name: string) => {
    const known = stores.get(name) ?? new Map<string, unknown>();
    stores.set(name, known);
    return known;
  };
  let trouble: Trouble = "none";
  /** How long opening it takes, in milliseconds. */
  let slow = 0;
  const database = {
    async get(name: string, key: string) {
      if (trouble === "unreadable") throw new DOMException("Internal error.", "UnknownError");
      return store(name).get(key);
    },
    async put(name: string, value: unknown, key: string) {
      if (trouble === "full" || trouble === "refused")
        throw Object.assign(new Error(trouble), { name: "QuotaExceededError" });
      store(name).set(key, value);
    },
    async delete(name: string, key: string) {
      if (trouble === "refused") throw new Error("refused");
      store(name).delete(key);
    },
    async clear(name: string) {
      if (trouble === "refused") throw new Error("refused");
      store(name).clear();
    },
    close() {},
  } as unknown as IDBPDatabase;
  const key = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
  let lost = () => {};
  return {
    async open(hears: () => void = () => {}): Promise<BrowserStore> {
      lost = hears;
      const wait = slow;
      slow = 0;
      if (wait > 0) await new Promise((opened) => setTimeout(opened, wait));
      return { database, key };
    },
    become(now: Trouble) {
      trouble = now;
    },
    opensAfter(milliseconds: number) {
      slow = milliseconds;
    },
    /** As when somebody empties the browser's storage. */
    empty() {
      stores.clear();
      lost();
    },
    holds: () => [...stores.values()].reduce((all, one) => all + one.size, 0),
  };
}

const ciphering = new Set<Promise<unknown>>();

/** From now on time goes by the clock of the test, which `pass` moves. To be put back with `backInTime`. */
export function ownTime() {
  for (const way of ["encrypt", "decrypt"] as const) {
    const cipher = crypto.subtle[way].bind(crypto.subtle);
    vi.spyOn(crypto.subtle, way).mockImplementation((...given) => {
      const work = cipher(...given);
      ciphering.add(work);
      void work.finally(() => ciphering.delete(work)).catch(() => {});
      return work;
    });
  }
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date", "performance"], now: new Date(2026, 5, 1) });
}

export function backInTime() {
  vi.restoreAllMocks();
  vi.useRealTimers();
}

/** Time goes on by the clock of the test; the browser's cipher takes none of it. */
export async function pass(milliseconds: number) {
  for (let gone = 0; gone < milliseconds; gone += 50) {
    await vi.advanceTimersByTimeAsync(50);
    do await new Promise((next) => setImmediate(next));
    while (ciphering.size > 0);
  }
}
