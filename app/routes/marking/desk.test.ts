import { expect, test } from "vitest";
import type { ResponseToMark } from "../../exam/marking/response-to-mark.ts";
import {
  acknowledge,
  arrive,
  choose,
  comeBack,
  type Desk,
  decide,
  emptyDesk,
  lose,
  takeBack,
  togglePoint,
  wantsMore,
} from "./desk.ts";

const response = (task: string): ResponseToMark => ({
  task,
  queue: "examiner",
  value: { RESPONSE: [task] },
  why: null,
  suggested: null,
  parts: [],
  same: [],
});
const counts = { waiting: 5, markedToday: 2 };
const arrived = (...tasks: string[]) => ({ ...counts, responses: tasks.map(response) });
const aDesk = (...tasks: string[]) => arrive(emptyDesk(counts, []), arrived(...tasks));
const tasks = (desk: Desk) => desk.pile.map((one) => one.response.task);

test("a decided response leaves the desk at once, and the next is in sight", () => {
  const desk = decide(choose(aDesk("a", "b"), { marks: 1 }), "mark");
  expect(tasks(desk)).toEqual(["b"]);
  expect(desk).toMatchObject({ marked: 3, left: 4, unsent: ["a"] });
  expect(acknowledge(desk, "a").unsent).toEqual([]);
});

test("a response decided while others were fetched does not come to the desk a second time", () => {
  const desk = decide(choose(aDesk("a", "b"), { marks: 1 }), "mark");
  expect(tasks(arrive(desk, arrived("a", "b", "c")))).toEqual(["b", "c"]);
  expect(tasks(arrive(acknowledge(desk, "a"), arrived("a", "b", "c")))).toEqual(["b", "c"]);
});

test("a refused mark comes back as the next response, with its marks and the words, never in place of the one being read", () => {
  const desk = comeBack(decide(choose(aDesk("a", "b", "c"), { marks: 1 }), "mark"), "a", "The marks do not agree.");
  expect(tasks(desk)).toEqual(["b", "a", "c"]);
  expect(desk.pile[1]).toMatchObject({ choice: { marks: 1 }, words: "The marks do not agree." });
  expect(desk).toMatchObject({ marked: 2, left: 5, unsent: [] });
});

test("a mark that somebody else has overtaken is not dropped in silence", () => {
  const desk = lose(decide(choose(aDesk("a", "b"), { marks: 1 }), "mark"), "a", "No longer yours.");
  expect(tasks(desk)).toEqual(["b"]);
  expect(desk.lost).toEqual([{ task: "a", words: "No longer yours." }]);
  expect(desk.marked).toBe(2);
});

test("undo brings back the last response with the marks it had, before the one in sight", () => {
  const desk = takeBack(decide(choose(aDesk("a", "b"), { marks: 3 }), "mark"), "a", null);
  expect(tasks(desk)).toEqual(["a", "b"]);
  expect(desk.pile[0]?.choice.marks).toBe(3);
  expect(desk).toMatchObject({ marked: 2, left: 5 });
});

test("a mark from before the page was opened comes back as the server hands it out", () => {
  const before = arrive(emptyDesk(counts, ["old"]), arrived("a"));
  expect(takeBack(before, "old", null)).toBe(before);
  expect(tasks(takeBack(before, "old", response("old")))).toEqual(["old", "a"]);
});

test("ticking points adds up their marks, an extension only with its point, and no tick is no decision", () => {
  const scheme = {
    maxMark: 2,
    points: [
      { id: "P1", marks: 1, content: [], needs: null },
      { id: "P2", marks: 1, content: [], needs: "P1" },
    ],
  };
  const marksAfter = (...ids: string[]) =>
    ids.reduce((desk, id) => togglePoint(desk, id, scheme), aDesk("a")).pile[0]?.choice.marks;
  expect(marksAfter("P2")).toBe(0);
  expect(marksAfter("P2", "P1")).toBe(2);
  expect(marksAfter("P1", "P1")).toBeNull();
});

test("more responses are fetched before the last is reached, and not again while nothing new comes", () => {
  const desk = aDesk("a", "b");
  expect(wantsMore(desk)).toBe(true);
  expect(wantsMore(aDesk("a", "b", "c"))).toBe(false);
  const dry = arrive(desk, arrived("a", "b"));
  expect(wantsMore(dry)).toBe(false);
  expect(wantsMore(acknowledge(dry, "x"))).toBe(true);
});
