import fc from "fast-check";
import { expect, test } from "vitest";
import { gradeOf } from "../awarding/boundaries.ts";
import { type Grade, grades } from "../awarding/grade.ts";
import { pointsOf } from "../awarding/points.ts";
import { type GradeScale, latinised, readThresholds } from "./grade-scale.ts";
import { pearsonCustomerServiceOperations } from "./pearson-customer-service-operations.ts";
import { qualification } from "./qualification.ts";
import { inUnitOrder, qualificationGrade } from "./qualification-grade.ts";

const scale = qualification.parse(pearsonCustomerServiceOperations).points as GradeScale;
const flat = (given: readonly Grade[]) => qualificationGrade(inUnitOrder(given, scale), scale);

/** Passing combinations in any order, with their total and grade. */
const vectors: Readonly<Record<string, readonly [number, Grade]>> = {
  PPPP: [64, "P"],
  PPPM: [72, "P"],
  PPMM: [80, "P"],
  PPPD: [80, "P"],
  PMMM: [88, "M"],
  PPMD: [88, "M"],
  MMMM: [96, "M"],
  PMMD: [96, "M"],
  PPDD: [96, "M"],
  MMMD: [104, "M"],
  PMDD: [104, "M"],
  MMDD: [112, "D"],
  PDDD: [112, "D"],
  MDDD: [120, "D"],
  DDDD: [128, "D"],
};
const all = grades.flatMap((a) =>
  grades.flatMap((b) => grades.flatMap((c) => grades.map((d) => [a, b, c, d] as const))),
);

test("every one of the 256 combinations of unit grades has the grade the table gives", () => {
  const counts = { U: 0, P: 0, M: 0, D: 0 };
  for (const given of all) {
    const found = flat(given);
    const sorted = given.toSorted((a, b) => grades.indexOf(a) - grades.indexOf(b)).join("");
    const points = given.reduce((sum, grade) => sum + { U: 0, P: 16, M: 24, D: 32 }[grade], 0);
    expect([given, found]).toEqual([
      given,
      vectors[sorted] ? { points: vectors[sorted][0], grade: vectors[sorted][1] } : { points, grade: "U" },
    ]);
    if (found.grade !== null) counts[found.grade] += 1;
  }
  expect(counts).toEqual({ U: 256 - 81, P: 15, M: 51, D: 15 });
});

test.each<[readonly Grade[], number, Grade]>([
  [["P", "P", "P", "P"], 64, "P"],
  [["M", "D", "D", "D"], 120, "D"],
  [["M", "D", "U", "D"], 88, "U"],
])("the specification's example %j has %i points and is graded %s", (given, points, grade) => {
  expect(flat(given)).toEqual({ points, grade });
});

test("no grade is given until all four units are in, not even an unclassified one", () => {
  expect(qualificationGrade(inUnitOrder(["M", null, "U", null], scale), scale)).toEqual({
    points: null,
    grade: null,
    missing: ["2", "4"],
  });
  expect(qualificationGrade([{ unit: "1", grade: "D", points: 32 }], scale)).toMatchObject({
    grade: null,
    missing: ["2", "3", "4"],
  });
});

const slidingPoints = { method: "sliding", points: scale.unitPoints } as const;
const withExternal = (raw: number, boundaries: { P: number; M: number; D: number }, internal: readonly Grade[]) => {
  const grade = gradeOf(raw, boundaries);
  const points = pointsOf(raw, boundaries, slidingPoints);
  return qualificationGrade(
    [{ unit: "1", grade, points }, ...internal.map((one, at) => ({ unit: String(at + 2), grade: one }))],
    scale,
  );
};
const passing = ["P", "M", "D"] as const;
const internals = passing.flatMap((a) => passing.flatMap((b) => passing.map((c) => [a, b, c] as const)));

test("none of 999 combinations of raw mark and internal grades gets another grade from sliding points than from flat ones", () => {
  const boundaries = { P: 24, M: 35, D: 46 };
  let tried = 0;
  for (let raw = 24; raw <= 60; raw += 1)
    for (const internal of internals) {
      tried += 1;
      expect(withExternal(raw, boundaries, internal).grade).toBe(flat([gradeOf(raw, boundaries), ...internal]).grade);
    }
  expect(tried).toBe(999);
});

test("44 marks with Merit at 45 do not lift Pass, Pass, Merit, Merit to a Merit, as rounding up would", () => {
  const found = withExternal(44, { P: 20, M: 45, D: 55 }, ["P", "M", "M"]);
  expect(found).toEqual({ points: 23 + 64, grade: "P" });
});

test("whatever the boundaries, sliding points never change the qualification grade", () => {
  const legal = fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { minLength: 3, maxLength: 3 });
  fc.assert(
    fc.property(legal, fc.integer({ min: 0, max: 60 }), fc.constantFrom(...internals), (marks, raw, internal) => {
      const [P, M, D] = marks.toSorted((a, b) => a - b) as [number, number, number];
      return withExternal(raw, { P, M, D }, internal).grade === flat([gradeOf(raw, { P, M, D }), ...internal]).grade;
    }),
  );
});

test("one unit graded better never lowers the qualification grade", () => {
  const four = fc.tuple(...Array.from({ length: 4 }, () => fc.constantFrom(...grades)));
  fc.assert(
    fc.property(four, fc.integer({ min: 0, max: 3 }), (given, at) => {
      const raised = given.map((grade, n) => (n === at ? (grades[grades.indexOf(grade) + 1] ?? "D") : grade));
      return grades.indexOf(flat(raised).grade!) >= grades.indexOf(flat(given).grade!);
    }),
  );
});

test("the threshold table is read although its letters are Cyrillic", () => {
  expect(readThresholds("Grade Points threshold\nР\t64\nМ\t88\nD\t112")).toEqual({
    ok: true,
    thresholds: { P: 64, M: 88, D: 112 },
  });
  expect(latinised("С.МЗ")).toBe("C.M3");
});

test("a table that lost a grade is refused by name", () => {
  expect(readThresholds("P 64\nD 112")).toMatchObject({ ok: false, refusal: "incomplete-scale", missing: ["M"] });
});
