import fc from "fast-check";
import { expect, test } from "vitest";
import { gradeOf } from "./boundaries.ts";
import { type PointsScale, pointsOf } from "./points.ts";

const points = { U: 0, P: 16, M: 24, D: 32 };
const sliding: PointsScale = { method: "sliding", points };
const step: PointsScale = { method: "step", points };
const boundaries = { P: 24, M: 35, D: 46 };

test.each([
  [0, 0, 0],
  [23, 0, 0],
  [24, 16, 16],
  [28, 18, 16],
  [29, 19, 16],
  [34, 23, 16],
  [35, 24, 24],
  [40, 27, 24],
  [45, 31, 24],
  [46, 32, 32],
  [60, 32, 32],
])(
  "%i marks with boundaries 24, 35 and 46 are %i points on the sliding scale and %i in steps",
  (raw, slid, stepped) => {
    expect(pointsOf(raw, boundaries, sliding)).toBe(slid);
    expect(pointsOf(raw, boundaries, step)).toBe(stepped);
  },
);

test("44 marks with Pass at 20 and Merit at 45 are 23 points: 23.68 is cut down, not rounded to Merit's 24", () => {
  expect(pointsOf(44, { P: 20, M: 45, D: 55 }, sliding)).toBe(23);
});

const legal = fc
  .uniqueArray(fc.integer({ min: 1, max: 60 }), { minLength: 3, maxLength: 3 })
  .map((marks) => marks.toSorted((a, b) => a - b) as [number, number, number])
  .map(([P, M, D]) => ({ P, M, D }));

test("points never reach the next grade's before the grade, and never fall as marks rise", () => {
  fc.assert(
    fc.property(legal, fc.integer({ min: 0, max: 60 }), (given, raw) => {
      const found = pointsOf(raw, given, sliding);
      const grade = gradeOf(raw, given);
      const ceiling = { U: 1, P: 24, M: 32, D: 33 }[grade];
      return found >= points[grade] && found < ceiling && pointsOf(raw + 1, given, sliding) >= found;
    }),
  );
});

test("sliding points are the exact fraction with its remainder dropped", () => {
  fc.assert(
    fc.property(legal, fc.integer({ min: 0, max: 60 }), (given, raw) => {
      const grade = gradeOf(raw, given);
      fc.pre(grade === "P" || grade === "M");
      const [low, high] = grade === "P" ? [given.P, given.M] : [given.M, given.D];
      const exact = BigInt(8 * (raw - low)) / BigInt(high - low);
      return pointsOf(raw, given, sliding) === points[grade as "P" | "M"] + Number(exact);
    }),
  );
});
