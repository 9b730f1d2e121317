import { afterEach, expect, test } from "vitest";
import { aStorage, backInTime, ownTime, pass } from "../../../tests/support/browser-storage.ts";
import type { Entry } from "../../exam/attempt/entry.ts";
import { minutes } from "../../exam/time/time.ts";
import type { Room } from "../room.ts";
import { nothingKept, openVault, type Remembered } from "../vault.ts";
import { keepHere } from "./keep-here.ts";

afterEach(backInTime);

const flag = (seq: number): Entry => ({ seq, left: minutes(60), kind: "flag", item: "q1", flagged: true });
const left = (lease: string) => ({ lease, waiting: [flag(1)] });

/** What this computer kept when its learner sat here, and what the room's copy holds of the work done elsewhere since. */
const before: Remembered = {
  ...nothingKept,
  machine: "this computer",
  lease: "first seat",
  seq: 1,
  waiting: [flag(1)],
  behind: [left("a seat before that")],
};
const remembered: Remembered = {
  ...nothingKept,
  machine: "this computer as a spare",
  lease: "seat by copy",
  behind: [left("second seat")],
};
const goesOnWith = { ...remembered, behind: ["second seat", "a seat before that", "first seat"].map(left) };

const copied = { room: { attempt: "a1" } as Room, remembered, form: new Uint8Array([1, 2, 3]) };
const vaultIn = (open: Awaited<ReturnType<typeof aStorage>>["open"]) => openVault("a1", { changed() {}, open });

test("what did not leave this computer when its learner sat here before is still sent, beside what the room's copy brings", async () => {
  const { open } = await aStorage();
  await vaultIn(open).write(before);
  expect(await keepHere(copied, open)).toBe(true);
  expect(await vaultIn(open).read()).toEqual(goesOnWith);
  expect(await vaultIn(open).readForm("a1")).toEqual(copied.form);
});

test("also where the storage says only in the last moment what it still holds", async () => {
  const { open } = await aStorage();
  await vaultIn(open).write(before);
  ownTime();
  const answers = performance.now() + 21_000;
  const late = () =>
    new Promise<void>((opened) => setTimeout(opened, Math.max(0, answers - performance.now()))).then(() => open());
  const keeping = keepHere(copied, late);
  await pass(25_000);
  expect(await keeping).toBe(true);
  expect(await vaultIn(open).read()).toEqual(goesOnWith);
});

test("a computer that keeps nothing takes no test over", async () => {
  const { open, become } = await aStorage();
  become("full");
  expect(await keepHere(copied, open)).toBe(false);
});
