import fc from "fast-check";
import { expect, test } from "vitest";
import { type Boundaries, checkBoundaries, gradeOf, proposeBoundaries } from "./boundaries.ts";
import { type Grade, isAtLeast } from "./grade.ts";

const boundaries = { P: 24, M: 35, D: 46 };

test.each<[number, Grade]>([
  [0, "U"],
  [23, "U"],
  [24, "P"],
  [34, "P"],
  [35, "M"],
  [45, "M"],
  [46, "D"],
  [60, "D"],
])("%i marks of 60 are graded %s with boundaries 24, 35 and 46", (raw, grade) => {
  expect(gradeOf(raw, boundaries)).toBe(grade);
});

test.each<[string, Boundaries, string]>([
  ["Pass at no marks", { P: 0, M: 35, D: 46 }, "pass-for-nothing"],
  ["Merit not above Pass", { P: 35, M: 35, D: 46 }, "not-in-order"],
  ["Distinction below Merit", { P: 24, M: 46, D: 35 }, "not-in-order"],
  ["Distinction above the maximum", { P: 24, M: 35, D: 61 }, "out-of-reach"],
  ["half a mark", { P: 24, M: 35.5, D: 46 }, "not-whole-marks"],
  ["no number at all", { P: Number.NaN, M: 35, D: 46 }, "not-whole-marks"],
])("boundaries with %s are refused", (_, wrong, refusal) => {
  expect(checkBoundaries(wrong, 60)).toMatchObject({ ok: false, refusal });
});

test.each<[string, Boundaries, readonly string[]]>([
  ["with room between them", boundaries, []],
  ["three marks apart", { P: 30, M: 33, D: 36 }, []],
  ["too close", { P: 30, M: 32, D: 33 }, ["Pass is only 2 marks wide.", "Merit is only 1 mark wide."]],
  ["with Distinction at the top", { P: 30, M: 40, D: 60 }, ["Distinction is only 1 mark wide."]],
])("boundaries %s are allowed, with a warning where a grade is narrow", (_, given, warnings) => {
  expect(checkBoundaries(given, 60)).toEqual({ ok: true, warnings });
});

test.each([
  [24, 46, 35],
  [24, 47, 35],
  [20, 21, 20],
])("with Pass at %i and Distinction at %i, Merit is proposed at %i", (P, D, M) => {
  expect(proposeBoundaries({ P, D })).toEqual({ P, M, D });
});

test("one more mark never lowers the grade", () => {
  const three = fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { minLength: 3, maxLength: 3 });
  fc.assert(
    fc.property(three, fc.integer({ min: 0, max: 59 }), (marks, raw) => {
      const [P, M, D] = marks.toSorted((a, b) => a - b) as [number, number, number];
      return isAtLeast(gradeOf(raw + 1, { P, M, D }), gradeOf(raw, { P, M, D }));
    }),
  );
});
