import { expect, test } from "vitest";
import { ruleBookOn } from "../rulebook/rule-book.ts";
import { isWithinTolerance, tolerance } from "./tolerance.ts";

const rules = ruleBookOn("2026-11-23");

test.each([
  [1, 0],
  [2, 0],
  [3, 1],
  [4, 1],
  [6, 1],
  [7, 1],
  [8, 2],
  [12, 2],
  [14, 2],
  [15, 3],
  [20, 3],
])("on an item of %i marks two examiners may differ by %i", (tariff, marks) => {
  expect(tolerance(tariff, rules)).toBe(marks);
});

test.each([
  [3, 4, 6, true],
  [5, 4, 6, true],
  [2, 4, 6, false],
  [1, 2, 2, false],
  [2, 2, 2, true],
])("%i against an agreed %i of %i marks: within tolerance is %s", (marks, agreed, tariff, expected) => {
  expect(isWithinTolerance({ marks, agreed, tariff }, rules)).toBe(expected);
});
