import { afterEach, expect, test, vi } from "vitest";
import { aStorage, backInTime, ownTime, pass } from "../../tests/support/browser-storage.ts";
import { noWork } from "../exam/attempt/answers.ts";
import type { Phase } from "../exam/attempt/attempt.ts";
import type { Entry } from "../exam/attempt/entry.ts";
import type { Keeping } from "../exam/attempt/keeping.ts";
import { refused } from "../exam/people/refusals.ts";
import { instant, minutes } from "../exam/time/time.ts";
import type { AttemptState, Save } from "../live/contract.ts";
import { overMark } from "./over-mark.ts";
import { player } from "./player.ts";
import { tabMemory } from "./tab-memory.ts";
import { browserTimers } from "./timers.ts";
import type { Transport } from "./transport.ts";
import { nothingKept, openVault, type Remembered } from "./vault.ts";

afterEach(() => {
  backInTime();
  vi.unstubAllGlobals();
});

/** A vault in a browser's storage that can have troubles, what it says of keeping, and what came to light late. */
async function aBrowser() {
  const storage = await aStorage();
  const told: Keeping[] = [];
  const found: Remembered[] = [];
  const vault = openVault("a1", {
    changed: (keeping) => told.push(keeping),
    found: (before) => found.push(before),
    open: storage.open,
  });
  return { ...storage, vault, told, found };
}

const work = { ...nothingKept, machine: "a machine", lease: "a lease" };
const written = (seq: number): Entry => ({
  seq,
  left: minutes(60),
  kind: "answer",
  item: "q1",
  response: { RESPONSE: [`version ${seq}`] },
});

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
});

test.each([
  ["takes eleven seconds to open", { slow: 11_000, trouble: "none" }],
  ["fails for two seconds", { slow: 0, trouble: "unreadable" }],
] as const)("a computer whose storage %s after a crash is waited for, for it may hold answers", async (_what, how) => {
  const { vault, open, become, opensAfter } = await aBrowser();
  await vault.write(work);
  vault.close();
  ownTime();
  become(how.trouble);
  opensAfter(how.slow);
  const reading = openVault("a1", { changed() {}, open }).read();
  await pass(2_000);
  become("none");
  await pass(10_000);
  expect(await reading).toEqual(work);
});

test("a browser that will keep nothing for this page is not waited for", async () => {
  ownTime();
  const open = () => Promise.reject(new DOMException("Not here.", "SecurityError"));
  const reading = openVault("a1", { changed() {}, open }).read();
  await pass(50);
  expect(await Promise.race([reading, "waits"])).toBeNull();
});

test("a record that the storage kept waiting never lands on a newer one", async () => {
  const { vault, opensAfter } = await aBrowser();
  ownTime();
  opensAfter(8_000);
  const older = vault.write({ ...work, seq: 1 });
  await pass(7_100);
  const newer = vault.write({ ...work, seq: 2 });
  await pass(200);
  await Promise.all([older, newer]);
  expect((await vault.read())?.seq).toBe(2);
  await pass(3_000);
  expect((await vault.read())?.seq).toBe(2);
});

test("a storage that was emptied is written anew, and is not trusted again for half a minute", async () => {
  const { vault, told, empty } = await aBrowser();
  ownTime();
  const writing = async () => {
    const written = vault.write(work);
    await pass(100);
    await written;
  };
  await writing();
  empty();
  await writing();
  expect(told).toEqual(["cleared"]);
  expect(await vault.read()).toEqual(work);
  await pass(29_000);
  await writing();
  expect(told).toEqual(["cleared"]);
  await pass(1_000);
  await writing();
  expect(told).toEqual(["cleared", "kept"]);
});

/** What the tab keeps for itself. */
function aTab() {
  const tab = new Map<string, string>();
  vi.stubGlobal("sessionStorage", {
    getItem: (name: string) => tab.get(name) ?? null,
    setItem: (name: string, value: string) => tab.set(name, value),
    removeItem: (name: string) => tab.delete(name),
  });
}

test("where the tab remembers the seat, because the storage has failed before, nobody waits for the storage", async () => {
  aTab();
  const { vault, open, become } = await aBrowser();
  become("full");
  await vault.write(work);
  vault.close();
  become("unreadable");
  ownTime();
  const reading = openVault("a1", { changed() {}, open }).read();
  await pass(50);
  expect(await Promise.race([reading, "waits"])).toEqual(work);
});

test("the tab remembers the seat of one test only", async () => {
  aTab();
  const { vault, open, become } = await aBrowser();
  become("full");
  await vault.write(work);
  become("none");
  expect(await openVault("a2", { changed() {}, open }).read()).toBeNull();
});

test("where the storage failed after a new seat was given, the tab knows the seat, and what the storage holds is of the one before", async () => {
  aTab();
  const { vault, open, become } = await aBrowser();
  await vault.write({ ...work, lease: "l1", elsewhere: true, waiting: [written(1)] });
  become("full");
  await vault.write({ ...work, machine: "a new machine", lease: "l2", waiting: [written(1)] });
  become("none");
  expect(await openVault("a1", { changed() {}, open }).read()).toEqual({
    ...nothingKept,
    machine: "a new machine",
    lease: "l2",
    behind: [{ lease: "l1", waiting: [written(1)] }],
  });
});

test("what could not be read is not forgotten with a test that is over before somebody has seen it", async () => {
  const before = await aBrowser();
  await before.vault.write({ ...work, waiting: [written(1)] });
  before.vault.close();
  ownTime();
  before.become("unreadable");
  const found: Remembered[] = [];
  const mine = openVault("a1", { changed() {}, found: (kept) => found.push(kept), open: before.open });
  void mine.read();
  await pass(5_000);
  expect(await mine.wipe()).toBe(false);
  before.become("none");
  expect([await mine.wipe(), before.holds(), found.length]).toEqual([false, 1, 1]);
  expect([await mine.wipe(), before.holds()]).toEqual([true, 0]);
});

test("what comes to light is told once, also when a look for it and a writing come upon it together", async () => {
  const { vault, open, become, opensAfter } = await aBrowser();
  await vault.write(work);
  vault.close();
  ownTime();
  become("unreadable");
  const found: Remembered[] = [];
  const mine = openVault("a1", { changed() {}, found: (before) => found.push(before), open });
  const reading = mine.read();
  await pass(5_000);
  expect(await reading).toBeNull();
  become("none");
  await pass(4_000);
  opensAfter(1_500);
  const writing = mine.write({ ...work, lease: "a new lease" });
  await pass(2_000);
  await writing;
  expect(found).toEqual([work]);
});

/** A page that opens with answers of before in a storage that cannot be read, and the server's seats by machine. */
async function aPageThatCannotRead(
  seats: Readonly<Record<string, string>>,
  { phase = "running" as Phase, seatInTab = null as string | null } = {},
) {
  const browser = await aBrowser();
  const before = {
    ...work,
    machine: "the machine before",
    lease: "l1",
    seq: 1,
    waiting: [written(1)],
    behind: [{ lease: "l0", waiting: [written(7)] }],
  };
  await browser.vault.write(before);
  browser.vault.close();
  if (seatInTab !== null) tabMemory.write("a1", { ...before, lease: seatInTab });
  ownTime();
  const saved: Save[] = [];
  const state = { attempt: "a1", phase, left: minutes(60) } as AttemptState;
  const server: Pick<Transport, "attend" | "save"> = {
    async attend({ machine }) {
      const lease = seats[machine];
      return lease === undefined
        ? refused("seated-elsewhere")
        : {
            ok: true,
            lease,
            savedThrough: 0,
            state: { ...state, lease, at: instant(Date.now()) },
            work: noWork,
            announcements: [],
          };
    },
    async save(message) {
      if (message.entries.length > 0) saved.push(message);
      throw new Error("The network is gone again.");
    },
  };
  browser.become("unreadable");
  const mine = player({
    attempt: "a1",
    timers: browserTimers,
    connect(heard) {
      queueMicrotask(heard.connected);
      return { ...server, keeping: async () => ({ ok: true }), close() {} } as unknown as Transport;
    },
    openVault: (ways) => openVault("a1", { ...ways, open: browser.open }),
    fetchForm: () => Promise.reject(new Error("The network is gone again.")),
    openForm: () => Promise.reject(new Error("There is no form.")),
    newMachine: () => "a new machine",
    isHidden: () => false,
  });
  void mine.open();
  return {
    mine,
    become: browser.become,
    /** What each lease has tried to save, by its numbers. */
    saved: () => new Map(saved.map(({ lease, entries }) => [lease, entries.map(({ seq }) => seq)])),
    kept: () => openVault("a1", { changed() {}, open: browser.open }).read(),
  };
}

test("answers that could not be read when the page came are not written over: the page goes on from them once they can be", async () => {
  const { mine, become, saved, kept } = await aPageThatCannotRead({ "the machine before": "l1" });
  await pass(17_000);
  expect(mine.snapshot()).toMatchObject({ place: "refused" });

  become("none");
  await pass(6_000);
  expect(mine.snapshot()).toMatchObject({ place: "seated", waiting: 1 });
  expect(saved().get("l1")).toEqual([1]);
  mine.close();
  expect(await kept()).toMatchObject({ machine: "the machine before", waiting: [written(1)] });
});

test("answers that come to light when their learner has a new seat here are sent as those of the old ones, and kept until then", async () => {
  const { mine, become, saved, kept } = await aPageThatCannotRead({ "a new machine": "l2" });
  await pass(7_000);
  expect(mine.snapshot()).toMatchObject({ place: "seated" });
  expect(saved().size).toBe(0);

  become("none");
  await pass(10_000);
  expect(mine.snapshot()).toMatchObject({ place: "seated", waiting: 0 });
  expect(saved()).toEqual(
    new Map([
      ["l0", [7]],
      ["l1", [1]],
    ]),
  );
  mine.close();
  expect(await kept()).toMatchObject({
    machine: "a new machine",
    lease: "l2",
    behind: [
      { lease: "l0", waiting: [written(7)] },
      { lease: "l1", waiting: [written(1)] },
    ],
  });
});

test("answers of this very seat that come to light are done anew, with numbers that nothing else has had", async () => {
  aTab();
  sessionStorage.setItem(
    "examhall-machine a1",
    JSON.stringify({ machine: "the machine before", lease: "l1", seen: [] }),
  );
  const { mine, become, saved } = await aPageThatCannotRead({ "the machine before": "l1" }, { seatInTab: "l1" });
  await pass(7_000);
  expect(mine.snapshot()).toMatchObject({ place: "seated", waiting: 0, work: { answers: {} } });

  become("none");
  await pass(10_000);
  expect(mine.snapshot()).toMatchObject({ waiting: 1, work: { answers: { q1: { RESPONSE: ["version 1"] } } } });
  expect(saved().get("l1")).toEqual([10_001]);
  mine.close();
});

test("answers that come to light when the test is over are sent as they were, and kept until they have arrived", async () => {
  const { mine, become, saved, kept } = await aPageThatCannotRead({ "a new machine": "l1" }, { phase: "closed" });
  await pass(7_000);
  become("none");
  await pass(20_000);
  expect(saved()).toEqual(
    new Map([
      ["l0", [7]],
      ["l1", [1]],
    ]),
  );
  mine.close();
  expect(await kept()).toMatchObject({ lease: "l1", waiting: [written(1)] });
});
