import { expect, test } from "vitest";
import { ruleBookOn } from "../rulebook/rule-book.ts";
import { type EarlierEntry, mayEnter } from "./may-enter.ts";

const rules = ruleBookOn("2026-11-23");

test.each<[string, readonly EarlierEntry[], number]>([
  ["a first entry", [], 1],
  ["an entry after an absence", ["absent"], 1],
  ["an entry after a cancelled booking", ["cancelled"], 1],
  ["an entry after an attempt was voided", ["voided"], 1],
  ["a resit once the first result exists", ["resulted"], 2],
  ["a resit after missing the first date set for it", ["resulted", "absent"], 2],
])("%s is allowed", (_, history, attemptNumber) => {
  expect(mayEnter(history, rules)).toEqual({ ok: true, attemptNumber });
});

test.each<[string, readonly EarlierEntry[], string, string]>([
  ["a resit before the first result", ["sat"], "result-awaited", "resultBeforeResit"],
  ["a third attempt", ["resulted", "resulted"], "no-attempt-left", "attemptsAllowed"],
  ["a third attempt while the second is being marked", ["resulted", "sat"], "no-attempt-left", "attemptsAllowed"],
  ["a second booking beside the first", ["open"], "already-entered", "attemptsAllowed"],
  ["a second booking of the resit", ["resulted", "open"], "already-entered", "attemptsAllowed"],
])("%s is refused, with the rule and a reason", (_, history, refusal, rule) => {
  expect(mayEnter(history, rules)).toMatchObject({ ok: false, refusal, rule, why: expect.stringMatching(/\.$/) });
});

test("a product with other rules is decided by the same function", () => {
  const unlimited = { attemptsAllowed: Number.MAX_SAFE_INTEGER, resultBeforeResit: false };
  expect(mayEnter(["resulted", "resulted", "sat"], unlimited)).toEqual({ ok: true, attemptNumber: 4 });
});
