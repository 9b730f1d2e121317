import { expect, test } from "vitest";
import { instant } from "../time/time.ts";
import type { Task } from "./task.ts";
import { countingMark, undoing } from "./undo.ts";

const mark = (id: string, staff: string | null, at: number, supersedes: string | null = null) => ({
  id,
  staff,
  at: instant(at),
  supersedes,
});
const done: Task = {
  id: "t1",
  item: "Q1",
  response: "r1",
  attempt: "a1",
  centre: "Hillcrest",
  learner: "learner-1",
  purpose: "first",
  markedBy: ["noor"],
  waitingSince: instant(0),
  lock: null,
  queue: "examiner",
  isDone: true,
  why: null,
  raisedBy: null,
};
const mine = mark("m1", "noor", 1);
const asked = { task: done, marks: [mine], by: "noor", recent: ["m1"], isReleased: false };
const tenOthers = Array.from({ length: 10 }, (_, n) => `other-${n}`);
const open = { ...done, isDone: false };

test.each<[string, Partial<typeof asked>, string | null]>([
  ["their latest mark", {}, "reopen"],
  ["their tenth last", { recent: [...tenOthers.slice(1), "m1"] }, "reopen"],
  ["their eleventh last", { recent: [...tenOthers, "m1"] }, null],
  ["a mark whose result is out", { isReleased: true }, null],
  ["a colleague's mark", { marks: [mark("m1", "sam", 1)] }, null],
  ["a mark a senior has superseded", { marks: [mine, mark("m2", "sam", 2, "m1")] }, null],
  ["a mark a rule gave", { marks: [mark("m1", null, 1)] }, null],
  ["one they have taken back already", { task: { ...open, lock: { examiner: "noor", until: instant(9) } } }, "nothing"],
  ["one a colleague is marking now", { task: { ...open, lock: { examiner: "sam", until: instant(9) } } }, null],
  ["their doubt that waits for a senior", { task: { ...open, queue: "senior", raisedBy: "noor" } }, "withdraw"],
  ["a colleague's doubt", { task: { ...open, queue: "senior", raisedBy: "sam" } }, null],
  [
    "their doubt that a senior is reading",
    { task: { ...open, queue: "senior", raisedBy: "noor", lock: { examiner: "sam", until: instant(9) } } },
    null,
  ],
])("an examiner takes back %s: %s", (_, over, expected) => {
  expect(undoing({ ...asked, ...over })).toBe(expected);
});

test("a mark that was taken back counts for nothing until there is a new one, and both stay on record", () => {
  const again = mark("m2", "noor", 2, "m1");
  expect(countingMark({ marks: [mine], hasOpenTask: true })).toBeNull();
  expect(countingMark({ marks: [mine, again], hasOpenTask: false })).toBe(again);
});
