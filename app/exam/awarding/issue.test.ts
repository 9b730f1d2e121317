import { expect, test } from "vitest";
import { direction, type Held, toReissue, toRelease } from "./issue.ts";
import type { Graded, Result } from "./result.ts";

const graded = (raw: number, grade: Graded["grade"], points: number): Result => ({
  stage: "graded",
  raw,
  grade,
  points,
  byArea: [],
  byObjective: [],
  form: "form",
  boundarySet: "set",
});
const marking: Result = { stage: "marking", marked: 3, of: 24 };
const waiting: Result = { stage: "awaiting-award", raw: 30, byArea: [], byObjective: [] };
const pass = { raw: 30, grade: "P", points: 20 } as const;

const held = (attempt: string, result: Result, issued: Held["issued"] = null): Held => ({ attempt, result, issued });
const names = (some: readonly Held[]) => some.map(({ attempt }) => attempt);

test("a release issues what is graded and nothing that is out already, unmarked, or without boundaries", () => {
  const all = [
    held("new", graded(30, "P", 20)),
    held("out already", graded(30, "P", 20), pass),
    held("unmarked", marking),
    held("no boundaries", waiting),
  ];
  expect(names(toRelease(all))).toEqual(["new"]);
});

test("issuing again touches only those whose result has changed", () => {
  const all = [
    held("same", graded(30, "P", 20), pass),
    held("better grade", graded(30, "M", 24), pass),
    held("more points", graded(30, "P", 21), pass),
    held("another mark", graded(29, "P", 20), pass),
    held("opened for marking", marking, pass),
    held("never released", graded(30, "M", 24)),
  ];
  expect(names(toReissue(all))).toEqual(["better grade", "more points", "another mark"]);
});

test.each([
  [{ grade: "P", points: 20 }, { grade: "M", points: 24 }, "up"],
  [{ grade: "M", points: 24 }, { grade: "P", points: 23 }, "down"],
  [{ grade: "P", points: 20 }, { grade: "P", points: 19 }, "down"],
  [{ grade: "P", points: 20 }, { grade: "P", points: 20 }, "level"],
] as const)("from %o to %o is %s", (from, to, way) => {
  expect(direction(from, to)).toBe(way);
});
