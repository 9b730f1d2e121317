import { expect, test } from "vitest";
import type { Entry } from "../../app/exam/attempt/entry.ts";
import { duration } from "../../app/exam/time/time.ts";
import { account } from "./account.ts";

const entry = (seq: number, text: string, item = "q1"): Entry => ({
  seq,
  left: duration(1_000 - seq),
  kind: "answer",
  item,
  response: { RESPONSE: [text] },
});
const row = (one: Entry) => ({ attempt: "a", lease: "l", entry: one });
const typed = (text: string, offline = false) => ({
  attempt: "a",
  item: "q1",
  response: { RESPONSE: [text] },
  offline,
});
const nothingWrong = { lost: 0, lostOffline: 0, duplicated: 0, lostTyped: 0 };

test("answers that were said to be safe and are stored as they were sent are all accounted for", () => {
  expect(account([row(entry(1, "x"))], [typed("x")], [row(entry(1, "x"))])).toMatchObject(nothingWrong);
});

test.each([
  ["is missing", []],
  ["has another text", [row(entry(1, "y"))]],
  ["stands under another number", [row(entry(2, "x"))]],
  ["stands under another machine's lease", [{ ...row(entry(1, "x")), lease: "other" }]],
])("an answer that was said to be safe counts as lost when it %s", (_, stored) => {
  expect(account([row(entry(1, "x"))], [], stored).lost).toBe(1);
});

test("a deed that is stored under two numbers counts as doubled", () => {
  const again = { ...entry(1, "x"), seq: 2 };
  expect(account([], [], [row(entry(1, "x")), row(again)]).duplicated).toBe(1);
});

test("what was typed without a network is lost unless it, or a later answer to the same question, is stored", () => {
  const words = [typed("a", true), typed("b", true), typed("c", true)];
  expect(account([], words, [row(entry(1, "b"))])).toMatchObject({ typedOffline: 3, lostOffline: 1, lostTyped: 1 });
  expect(account([], words, [row(entry(1, "c"))])).toMatchObject({ lostOffline: 0 });
  expect(account([], words, [])).toMatchObject({ lostOffline: 3 });
});
