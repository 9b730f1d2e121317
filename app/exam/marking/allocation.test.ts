import fc from "fast-check";
import { expect, test } from "vitest";
import { after, instant, minutes } from "../time/time.ts";
import { type Examiner, type MarkingPurpose, type MarkingTask, mayMark, nextTask } from "./allocation.ts";

const nine = instant(Date.parse("2026-11-23T09:00:00Z"));
const at = (n: number) => after(nine, minutes(n));
const noor: Examiner = { id: "noor", centres: ["Riverside"], relatives: ["learner-7"] };

const aTask = (over: Partial<MarkingTask> = {}): MarkingTask => ({
  id: "t1",
  item: "Q1",
  centre: "Hillcrest",
  learner: "learner-1",
  purpose: "first",
  markedBy: [],
  waitingSince: at(0),
  lock: null,
  ...over,
});

test.each<[string, Partial<MarkingTask>, string | null]>([
  ["a stranger's response", {}, null],
  ["a response somebody else marked, to review it", { purpose: "review", markedBy: ["sam"] }, null],
  ["their own first mark, to correct it", { markedBy: ["noor"] }, null],
  ["a response of their own centre", { centre: "Riverside" }, "own-centre"],
  ["a relative's response", { learner: "learner-7" }, "relative"],
  ["their own marking, as its reviewer", { purpose: "review", markedBy: ["noor"] }, "own-marking"],
  ["their own marking, as its second marker", { purpose: "second", markedBy: ["sam", "noor"] }, "own-marking"],
  ["their own marking, as adjudicator", { purpose: "adjudication", markedBy: ["noor", "sam"] }, "own-marking"],
])("an examiner is offered %s: refused for %s", (_, over, refusal) => {
  const decision = mayMark(noor, aTask(over));
  expect(decision.ok ? null : decision.refusal).toBe(refusal);
});

test.each<[string, readonly MarkingTask[], string | null, string | null]>([
  ["nothing waits", [], null, null],
  ["the oldest response first", [aTask({ id: "new", waitingSince: at(2) }), aTask({ id: "old" })], null, "old"],
  [
    "the item they are at before an older response to another",
    [aTask({ id: "other" }), aTask({ id: "same", item: "Q2", waitingSince: at(2) })],
    "Q2",
    "same",
  ],
  ["another item once theirs is done", [aTask({ id: "other" })], "Q2", "other"],
  [
    "not what a colleague is marking",
    [aTask({ id: "held", lock: { examiner: "sam", until: at(20) } }), aTask({ id: "free", waitingSince: at(5) })],
    null,
    "free",
  ],
  ["what a colleague let lapse", [aTask({ id: "lapsed", lock: { examiner: "sam", until: at(10) } })], null, "lapsed"],
  [
    "what they already hold",
    [aTask({ id: "older" }), aTask({ id: "mine", waitingSince: at(5), lock: { examiner: "noor", until: at(20) } })],
    "Q1",
    "mine",
  ],
  ["not what they may not mark", [aTask({ centre: "Riverside" })], null, null],
])("the next task is %s", (_, tasks, item, expected) => {
  expect(nextTask(tasks, { examiner: noor, item, now: at(10) })?.id ?? null).toBe(expected);
});

test("no examiner is ever given a response they may not mark or somebody else holds", () => {
  const task = fc.record({
    id: fc.uuid(),
    item: fc.constantFrom("Q1", "Q2"),
    centre: fc.constantFrom("Riverside", "Hillcrest"),
    learner: fc.constantFrom("learner-1", "learner-7"),
    purpose: fc.constantFrom<MarkingPurpose>("first", "second", "adjudication", "review"),
    markedBy: fc.subarray(["noor", "sam"]),
    waitingSince: fc.integer({ min: 0, max: 20 }).map(at),
    lock: fc.option(
      fc.record({ examiner: fc.constantFrom("noor", "sam"), until: fc.integer({ min: 0, max: 20 }).map(at) }),
    ),
  });
  fc.assert(
    fc.property(fc.array(task, { maxLength: 12 }), (tasks) => {
      const next = nextTask(tasks, { examiner: noor, item: "Q1", now: at(10) });
      if (next === null) return true;
      return (
        mayMark(noor, next).ok && (next.lock === null || next.lock.examiner === "noor" || next.lock.until <= at(10))
      );
    }),
  );
});
