import fc from "fast-check";
import { expect, test } from "vitest";
import { distribution } from "./distribution.ts";

test("five candidates on a three-mark form are counted from the top down", () => {
  expect(distribution([3, 1, 1, 0, 0], 3)).toEqual({
    candidates: 5,
    marks: [
      { mark: 0, candidates: 2, atOrAbove: 5, shareAtOrAbove: 1 },
      { mark: 1, candidates: 2, atOrAbove: 3, shareAtOrAbove: 0.6 },
      { mark: 2, candidates: 0, atOrAbove: 1, shareAtOrAbove: 0.2 },
      { mark: 3, candidates: 1, atOrAbove: 1, shareAtOrAbove: 0.2 },
    ],
    mean: 1,
    standardDeviation: Math.sqrt(1.5),
    median: 1,
  });
});

test("a form nobody has sat has a line for every mark and no figures", () => {
  expect(distribution([], 1)).toEqual({
    candidates: 0,
    marks: [
      { mark: 0, candidates: 0, atOrAbove: 0, shareAtOrAbove: null },
      { mark: 1, candidates: 0, atOrAbove: 0, shareAtOrAbove: null },
    ],
    mean: null,
    standardDeviation: null,
    median: null,
  });
});

test("a mark the form does not have is a fault", () => {
  expect(() => distribution([61], 60)).toThrow(/61/);
});

test("every candidate is counted once, and everybody has at least no marks", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 60 })), (raws) => {
      const { marks } = distribution(raws, 60);
      return (
        marks.reduce((sum, line) => sum + line.candidates, 0) === raws.length && marks[0]?.atOrAbove === raws.length
      );
    }),
  );
});
