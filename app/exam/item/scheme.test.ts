import { expect, test } from "vitest";
import { levelOf, marksForPoints } from "./scheme.ts";

const point = (id: string, marks = 1, needs: string | null = null) => ({ id, marks, needs, content: [] });
const points = [point("P1"), point("P2", 1, "P1"), point("P3"), point("P4", 1, "P3")];

test.each([
  ["nothing", [], 4, 0],
  ["a point", ["P1"], 4, 1],
  ["a point with its link", ["P1", "P2"], 4, 2],
  ["a link without its point", ["P2"], 4, 0],
  ["the link of another point", ["P3", "P2"], 4, 1],
  ["all, up to what the item has", ["P1", "P2", "P3", "P4"], 3, 3],
  ["the same point twice", ["P1", "P1"], 4, 1],
  ["a point that does not exist", ["P9"], 4, 0],
])("%s earns what the scheme says", (_, earned, maxMark, marks) => {
  expect(marksForPoints(points, earned, maxMark)).toBe(marks);
});

test("a mark lies in one level", () => {
  const levels = [
    { level: 0, min: 0, max: 0, descriptor: [] },
    { level: 1, min: 1, max: 2, descriptor: [] },
    { level: 2, min: 3, max: 4, descriptor: [] },
  ];
  expect([0, 2, 3, 5].map((marks) => levelOf(levels, marks)?.level ?? null)).toEqual([0, 1, 2, null]);
});
