import type { IDBPDatabase } from "idb";
import { expect, test, vi } from "vitest";
import type { Keeping } from "../exam/attempt/keeping.ts";
import type { BrowserStore } from "./browser-store.ts";
import { overMark } from "./over-mark.ts";
import { nothingKept, openVault } from "./vault.ts";

/** A browser's storage that can be full: then it takes nothing in, and still lets things be removed. */
async function aBrowser() {
  const stores = new Map<string, Map<string, unknown>>();
  const store = (name: string) => {
    const known = stores.get(name) ?? new Map<string, unknown>();
    stores.set(name, known);
    return known;
  };
  let trouble: "none" | "full" | "refused" = "none";
  const database = {
    async get(name: string, key: string) {
      return store(name).get(key);
    },
    async put(name: string, value: unknown, key: string) {
      if (trouble !== "none") throw Object.assign(new Error(trouble), { name: "QuotaExceededError" });
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
  const told: Keeping[] = [];
  const vault = openVault("a1", {
    changed: (keeping) => told.push(keeping),
    open: async (): Promise<BrowserStore> => ({ database, key }),
  });
  return {
    vault,
    told,
    become(now: typeof trouble) {
      trouble = now;
    },
    holds: () => [...stores.values()].reduce((all, one) => all + one.size, 0),
  };
}

const work = { ...nothingKept, machine: "a machine", lease: "a lease" };

test("what was kept is read again, and nobody else finds a word of it", async () => {
  const { vault } = await aBrowser();
  await vault.write(work);
  expect(await vault.read()).toEqual(work);
});

test("when the test is over nothing stays on a computer that has just been found full", async () => {
  const { vault, become, holds, told } = await aBrowser();
  await vault.write(work);
  await vault.writeForm("a1", new Uint8Array([1, 2, 3]));
  become("full");
  await vault.write(work);
  expect(told).toEqual(["full"]);
  const isWiped = await vault.wipe();
  expect(holds()).toBe(0);
  expect(isWiped).toBe(true);
  // Nothing is kept any more, so nobody is told that it is kept again.
  expect(told).toEqual(["full"]);
});

test("a storage that does not let go of something says so, and does when it is asked again", async () => {
  const { vault, become, holds } = await aBrowser();
  await vault.write(work);
  become("refused");
  expect(await vault.wipe()).toBe(false);
  become("none");
  expect(await vault.wipe()).toBe(true);
  expect(holds()).toBe(0);
});

test("a page that is left in the moment in which its test ends leaves a mark, by which the next one forgets the test", async () => {
  const marks = new Map<string, string>();
  vi.stubGlobal("localStorage", {
    getItem: (name: string) => marks.get(name) ?? null,
    setItem: (name: string, value: string) => marks.set(name, value),
    removeItem: (name: string) => marks.delete(name),
  });
  try {
    const left = await aBrowser();
    await left.vault.write(work);
    const wiping = left.vault.wipe();
    left.vault.close();
    await wiping;
    expect([left.holds(), overMark.read()]).toEqual([1, "a1"]);

    const stays = await aBrowser();
    await stays.vault.write(work);
    await stays.vault.wipe();
    expect([stays.holds(), overMark.read()]).toEqual([0, null]);
  } finally {
    vi.unstubAllGlobals();
  }
});
