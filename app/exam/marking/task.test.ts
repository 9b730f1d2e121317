import { expect, test } from "vitest";
import { after, instant, minutes } from "../time/time.ts";
import type { Examiner } from "./allocation.ts";
import { isHeldBy, mayDecide, type Task } from "./task.ts";

const nine = instant(Date.parse("2026-11-23T09:00:00Z"));
const noor: Examiner = { id: "noor", centres: ["Riverside"], relatives: [] };
const held = { examiner: "noor", until: after(nine, minutes(15)) };

const aTask = (over: Partial<Task> = {}): Task => ({
  id: "t1",
  item: "Q1",
  response: "r1",
  attempt: "a1",
  centre: "Hillcrest",
  learner: "learner-1",
  purpose: "first",
  markedBy: [],
  waitingSince: nine,
  lock: held,
  queue: "examiner",
  isDone: false,
  why: null,
  raisedBy: null,
  ...over,
});

test.each<[string, Partial<Task>, string | null]>([
  ["a response they hold", {}, null],
  ["a response nobody holds", { lock: null }, "not-your-task"],
  ["a response a colleague holds", { lock: { ...held, examiner: "sam" } }, "not-your-task"],
  ["a response already marked", { isDone: true }, "not-your-task"],
  ["a response of a centre they came to work for while they held it", { centre: "Riverside" }, "own-centre"],
  ["their own mark, taken back", { markedBy: ["noor"] }, null],
  ["a colleague's doubt, as a senior", { queue: "senior", raisedBy: "sam" }, null],
  ["their own doubt, as a senior", { queue: "senior", raisedBy: "noor" }, "own-doubt"],
  [
    "a colleague's doubt about a response they marked themselves",
    { queue: "senior", raisedBy: "sam", markedBy: ["noor"] },
    "own-doubt",
  ],
])("an examiner decides on %s: refused for %s", (_, over, refusal) => {
  const may = mayDecide(noor, aTask(over));
  expect(may.ok ? null : may.refusal).toBe(refusal);
});

test("marking that took longer than the hold still counts when nobody else took the response", () => {
  const late = after(nine, minutes(40));
  expect(isHeldBy(aTask(), "noor", late)).toBe(false);
  expect(mayDecide(noor, aTask()).ok).toBe(true);
});
