import fc from "fast-check";
import { expect, test } from "vitest";
import { correlation, mean, median, standardDeviation, variance } from "./moments.ts";

test.each<[string, readonly number[], number | null, number | null, number | null]>([
  ["no candidates", [], null, null, null],
  ["one candidate", [40], 40, 40, null],
  ["everybody alike", [7, 7, 7], 7, 7, 0],
  ["an odd number", [1, 9, 2], 4, 2, Math.sqrt(19)],
  ["an even number", [2, 4, 4, 6], 4, 4, Math.sqrt(8 / 3)],
])("mean, median and spread of the marks of %s", (_, marks, average, middle, spread) => {
  expect([mean(marks), median(marks), standardDeviation(marks)]).toEqual([average, middle, spread]);
});

test("two marks have the variance worked out by hand", () => {
  expect(variance([1, 4])).toBe(4.5);
});

test.each<[string, readonly number[], readonly number[], number | null]>([
  ["in step", [1, 2, 3], [2, 4, 6], 1],
  ["opposed", [1, 2, 3], [3, 2, 1], -1],
  ["half in step", [1, 2, 3], [1, 3, 2], 0.5],
  ["one of them constant", [1, 1, 1], [1, 2, 3], null],
  ["nobody", [], [], null],
  ["one candidate", [1], [1], null],
])("marks that are %s correlate as worked out by hand", (_, xs, ys, expected) => {
  const found = correlation(xs, ys);
  if (expected === null) expect(found).toBeNull();
  else expect(found).toBeCloseTo(expected, 12);
});

test("a correlation is never outside −1 to 1 and never NaN", () => {
  const pair = fc.tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 60 }));
  fc.assert(
    fc.property(fc.array(pair, { maxLength: 40 }), (pairs) => {
      const found = correlation(
        pairs.map(([x]) => x),
        pairs.map(([, y]) => y),
      );
      return found === null || (found >= -1 && found <= 1);
    }),
  );
});
