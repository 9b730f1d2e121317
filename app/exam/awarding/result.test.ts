import fc from "fast-check";
import { expect, test } from "vitest";
import { type AwardedForm, awardedForm } from "./awarded-form.ts";
import type { BoundarySet } from "./boundaries.ts";
import type { Grade } from "./grade.ts";
import { better, type ItemMark, result } from "./result.ts";

const scale = { method: "sliding", points: { U: 0, P: 16, M: 24, D: 32 } } as const;
const form: AwardedForm = {
  id: "A",
  items: [
    { id: "Q1", maxMark: 2, area: "B1", objectives: { AO1: 2 } },
    { id: "Q2", maxMark: 4, area: "A2", objectives: { AO1: 1, AO2: 3 } },
    { id: "Q3", maxMark: 6, area: "B1", objectives: { AO4: 6 } },
  ],
};
const boundarySet: BoundarySet = { id: "A/1", form: "A", version: 1, boundaries: { P: 4, M: 7, D: 10 } };
const marks: readonly ItemMark[] = [
  { item: "Q3", marks: 4 },
  { item: "Q1", marks: 1 },
  { item: "Q2", marks: 3, objectives: { AO1: 1, AO2: 2 } },
];
const marked = {
  raw: 8,
  byArea: [
    { name: "A2", marks: 3, of: 4 },
    { name: "B1", marks: 5, of: 8 },
  ],
  byObjective: [
    { name: "AO1", marks: 2, of: 3 },
    { name: "AO2", marks: 2, of: 3 },
    { name: "AO4", marks: 4, of: 6 },
  ],
};

test("until every item is marked there is no total, only how far marking has come", () => {
  expect(result({ marks: marks.slice(0, 2), form, boundarySet, scale })).toEqual({
    stage: "marking",
    marked: 2,
    of: 3,
  });
  expect(result({ marks: [], form, boundarySet, scale })).toEqual({ stage: "marking", marked: 0, of: 3 });
});

test("a marked attempt on a form without boundaries awaits its award and shows no grade", () => {
  expect(result({ marks, form, boundarySet: null, scale })).toEqual({ stage: "awaiting-award", ...marked });
});

test("with boundaries the result has a grade and points, and names the form and the boundaries it rests on", () => {
  expect(result({ marks, form, boundarySet, scale })).toEqual({
    stage: "graded",
    ...marked,
    grade: "M",
    points: 26,
    form: "A",
    boundarySet: "A/1",
  });
});

test("the same marks may properly get another grade on a form with other boundaries", () => {
  const other = { ...boundarySet, boundaries: { P: 5, M: 9, D: 11 } };
  expect(result({ marks, form, boundarySet: other, scale })).toMatchObject({ raw: 8, grade: "P" });
});

test("a mark for two objectives that nobody split is shown under both together", () => {
  const unsplit = marks.map(({ item, marks: given }) => ({ item, marks: given }));
  expect(result({ marks: unsplit, form, boundarySet, scale })).toMatchObject({
    byObjective: [
      { name: "AO1", marks: 1, of: 2 },
      { name: "AO1+AO2", marks: 3, of: 4 },
      { name: "AO4", marks: 4, of: 6 },
    ],
  });
});

test.each<[string, readonly ItemMark[], RegExp]>([
  ["marks for an item of another form", [{ item: "Q9", marks: 1 }], /Q9 is not on form A/],
  ["more marks than the item has", [{ item: "Q1", marks: 3 }], /3 marks for Q1/],
  ["half marks", [{ item: "Q1", marks: 0.5 }], /0.5 marks for Q1/],
  [
    "two current marks for an item",
    [
      { item: "Q1", marks: 1 },
      { item: "Q1", marks: 2 },
    ],
    /two current marks/,
  ],
])("no grade is built on %s", (_, wrong, message) => {
  expect(() => result({ marks: wrong, form, boundarySet, scale })).toThrow(message);
});

test("no grade is built on another form's boundaries", () => {
  expect(() => result({ marks, form, boundarySet: { ...boundarySet, form: "B" }, scale })).toThrow(
    /not those of form A/,
  );
});

test("areas and objectives always add up to the raw mark", () => {
  const given = fc.tuple(
    fc.integer({ min: 0, max: 2 }),
    fc.integer({ min: 0, max: 4 }),
    fc.integer({ min: 0, max: 6 }),
  );
  fc.assert(
    fc.property(given, (list) => {
      const found = result({
        marks: list.map((n, at) => ({ item: `Q${at + 1}`, marks: n })),
        form,
        boundarySet,
        scale,
      });
      if (found.stage !== "graded") throw new Error("a fully marked attempt was not graded");
      const total = (shares: typeof found.byArea) => shares.reduce((sum, share) => sum + share.marks, 0);
      return total(found.byArea) === found.raw && total(found.byObjective) === found.raw;
    }),
  );
});

const graded = (grade: Grade, points: number) => ({ grade, points });

test.each([
  ["M then P", [graded("M", 25), graded("P", 23)], graded("M", 25)],
  ["U then P", [graded("U", 0), graded("P", 16)], graded("P", 16)],
  ["P then a stronger P", [graded("P", 16), graded("P", 19)], graded("P", 19)],
  ["one attempt", [graded("U", 0)], graded("U", 0)],
  ["no attempt", [], null],
])("of %s the better result counts", (_, results, counts) => {
  expect(better(results)).toEqual(counts);
});

test("of two equal results the earlier attempt counts", () => {
  const first = { ...graded("P", 16), attempt: 1 };
  expect(better([first, { ...graded("P", 16), attempt: 2 }])).toBe(first);
});

test("a form is awarded by what its items say of themselves", () => {
  const items = form.items.map(({ area, ...item }) => ({
    ...item,
    classification: { area, commandWord: "state", minutes: 1 },
  }));
  const places = items.map(({ id }, at) => ({ ref: `P${at + 1}`, item: id, categories: [] }));
  const whole = { id: "A", title: "A", minutes: 10, marks: 12, sections: [{ id: "S-A", title: "All", items: places }] };
  expect(awardedForm(whole, items)).toEqual(form);
  expect(() => awardedForm(whole, items.slice(1))).toThrow(/names item Q1/);
});
