import fc from "fast-check";
import { expect, test } from "vitest";
import { itemStatistics } from "./item-statistics.ts";
import type { MarkTable } from "./mark-table.ts";
import { alpha, testStatistics } from "./test-statistics.ts";

/** Totals 6, 4, 2, 0; variances of the items 1/3, 1/3, 8/3, of the totals 20/3. */
const four: MarkTable = {
  items: [
    { id: "Q1", marks: 1 },
    { id: "Q2", marks: 1 },
    { id: "Q3", marks: 4 },
  ],
  rows: [
    [1, 1, 4],
    [1, 1, 2],
    [0, 0, 2],
    [0, null, 0],
  ],
};

test("a small test has the item figures worked out by hand", () => {
  const [first, second, third] = itemStatistics(four);
  expect(first).toMatchObject({ item: "Q1", candidates: 4, facility: 0.5, omitRate: 0 });
  expect(first?.discrimination).toBeCloseTo(3 / Math.sqrt(13), 12);
  expect(second).toMatchObject({ item: "Q2", facility: 0.5, omitRate: 0.25 });
  expect(third).toMatchObject({ item: "Q3", facility: 0.5, omitRate: 0 });
  expect(third?.discrimination).toBeCloseTo(4 / Math.sqrt(32), 12);
});

test("a small test has the reliability worked out by hand", () => {
  const { mean, median, standardDeviation, alpha: reliability, errorOfMeasurement } = testStatistics(four);
  expect([mean, median]).toEqual([3, 3]);
  expect(standardDeviation).toBeCloseTo(Math.sqrt(20 / 3), 12);
  expect(reliability).toBeCloseTo(0.75, 12);
  expect(errorOfMeasurement).toBeCloseTo(Math.sqrt(20 / 3) / 2, 12);
});

test("items that agree perfectly have an alpha of one and no error of measurement", () => {
  const table = {
    items: [
      { id: "Q1", marks: 2 },
      { id: "Q2", marks: 2 },
    ],
    rows: [
      [0, 0],
      [1, 1],
      [2, 2],
    ],
  };
  expect(testStatistics(table)).toMatchObject({ alpha: 1, errorOfMeasurement: 0 });
});

test("nothing is claimed where a figure is not defined", () => {
  const items = [
    { id: "Q1", marks: 2 },
    { id: "Q2", marks: 2 },
  ];
  expect(itemStatistics({ items, rows: [] })[0]).toEqual({
    item: "Q1",
    candidates: 0,
    facility: null,
    discrimination: null,
    omitRate: null,
  });
  expect(testStatistics({ items, rows: [[1, 2]] })).toMatchObject({
    standardDeviation: null,
    alpha: null,
    errorOfMeasurement: null,
  });
  expect(
    alpha({
      items,
      rows: [
        [1, 1],
        [1, 1],
      ],
    }),
  ).toBeNull();
  expect(alpha({ items: items.slice(1), rows: [[1], [2]] })).toBeNull();
});

test("facility and omit rate are shares, and alpha never exceeds one, whatever the marks", () => {
  const row = fc.tuple(
    fc.option(fc.integer({ min: 0, max: 1 })),
    fc.option(fc.integer({ min: 0, max: 4 })),
    fc.option(fc.integer({ min: 0, max: 6 })),
  );
  const items = [
    { id: "Q1", marks: 1 },
    { id: "Q2", marks: 4 },
    { id: "Q3", marks: 6 },
  ];
  fc.assert(
    fc.property(fc.array(row, { maxLength: 30 }), (rows) => {
      const table = { items, rows };
      for (const { facility, omitRate } of itemStatistics(table))
        for (const share of [facility, omitRate]) expect(share === null || (share >= 0 && share <= 1)).toBe(true);
      const found = alpha(table);
      expect(found === null || found <= 1 + 1e-9).toBe(true);
    }),
  );
});
