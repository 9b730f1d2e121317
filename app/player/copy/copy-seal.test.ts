import { expect, test } from "vitest";
import { copyKey, fromText, newSalt, openCopy, sealCopy, slipSecret, toText } from "./copy-seal.ts";

const label = { attempt: "a1", lease: "l1", turn: 3 };
const work = { answers: { q1: { RESPONSE: ["An answer"] } } };
const slip = ["1004", "3467-9CDF"] as const;

test("what the learner's page seals opens with the slip, and every key made for it stays in the browser", async () => {
  const salt = newSalt();
  const key = await copyKey(await slipSecret(...slip), salt);
  const sealed = await sealCopy(key, label, work);
  expect(new TextDecoder().decode(sealed)).not.toContain("answer");
  const again = await copyKey(await slipSecret(...slip), fromText(toText(salt)));
  expect(await openCopy(again, label, sealed)).toEqual(work);
  expect([key.extractable, again.extractable]).toEqual([false, false]);
  await expect(crypto.subtle.exportKey("raw", key)).rejects.toThrow();
});

test.each([
  ["another learner's number", ["1005", "3467-9CDF"]],
  ["another keycode", ["1004", "3467-9CDG"]],
] as const)("it does not open with %s", async (_, [number, keycode]) => {
  const salt = newSalt();
  const sealed = await sealCopy(await copyKey(await slipSecret(...slip), salt), label, work);
  expect(await openCopy(await copyKey(await slipSecret(number, keycode), salt), label, sealed)).toBeNull();
});

test("it cannot be passed off as another attempt's, another computer's or a newer one, nor be changed by a byte", async () => {
  const key = await copyKey(await slipSecret(...slip), newSalt());
  const sealed = await sealCopy(key, label, work);
  for (const other of [{ attempt: "a2" }, { lease: "l2" }, { turn: 4 }])
    expect(await openCopy(key, { ...label, ...other }, sealed)).toBeNull();
  for (const at of [0, 12, sealed.length - 1]) {
    const changed = sealed.map((byte, index) => (index === at ? byte ^ 1 : byte));
    expect(await openCopy(key, label, changed)).toBeNull();
  }
  expect(await openCopy(key, label, sealed.slice(0, 5))).toBeNull();
});
