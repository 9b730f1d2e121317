import fc from "fast-check";
import { expect, test } from "vitest";
import { compareBoundaries, whoGetsWhat } from "./compare-boundaries.ts";

const raws = [
  { candidate: "Amira", raw: 23 },
  { candidate: "Ben", raw: 24 },
  { candidate: "Chidi", raw: 35 },
  { candidate: "Dana", raw: 46 },
];
const now = { P: 24, M: 35, D: 46 };

test("the awarder sees each candidate's grade and how many get which", () => {
  expect(whoGetsWhat(raws, now)).toEqual({
    candidates: [
      { candidate: "Amira", raw: 23, grade: "U" },
      { candidate: "Ben", raw: 24, grade: "P" },
      { candidate: "Chidi", raw: 35, grade: "M" },
      { candidate: "Dana", raw: 46, grade: "D" },
    ],
    counts: { U: 1, P: 1, M: 1, D: 1 },
  });
});

test("moving two boundaries names exactly the candidates whose grade changes, up and down", () => {
  expect(compareBoundaries(now, { P: 23, M: 36, D: 46 }, raws)).toEqual({
    before: { U: 1, P: 1, M: 1, D: 1 },
    after: { U: 0, P: 3, M: 0, D: 1 },
    changes: [
      { candidate: "Amira", raw: 23, from: "U", to: "P" },
      { candidate: "Chidi", raw: 35, from: "M", to: "P" },
    ],
    up: 1,
    down: 1,
  });
});

test("leaving the boundaries alone changes nobody, and raising them lifts nobody", () => {
  const many = fc.array(fc.record({ candidate: fc.uuid(), raw: fc.integer({ min: 0, max: 60 }) }));
  fc.assert(
    fc.property(many, fc.integer({ min: 0, max: 5 }), (all, by) => {
      expect(compareBoundaries(now, now, all).changes).toEqual([]);
      expect(compareBoundaries(now, { P: 24 + by, M: 35 + by, D: 46 + by }, all).up).toBe(0);
    }),
  );
});
