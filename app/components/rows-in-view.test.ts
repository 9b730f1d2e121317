import fc from "fast-check";
import { expect, test } from "vitest";
import { allRows, rowsInView, towards } from "./rows-in-view.ts";

const ten = Array.from({ length: 10 }, () => 50);

test.each([
  ["at the top", { top: 0, bottom: 100 }, [], [{ first: 0, last: 1, gap: 0 }], 400],
  ["in the middle", { top: 200, bottom: 300 }, [], [{ first: 4, last: 5, gap: 200 }], 200],
  ["at the end", { top: 420, bottom: 700 }, [], [{ first: 8, last: 9, gap: 400 }], 0],
  ["above the list", { top: -300, bottom: -100 }, [], [], 500],
  [
    "with the focus far away",
    { top: 0, bottom: 100 },
    [7],
    [
      { first: 0, last: 1, gap: 0 },
      { first: 7, last: 7, gap: 250 },
    ],
    100,
  ],
  ["with the focus in view", { top: 0, bottom: 100 }, [1], [{ first: 0, last: 1, gap: 0 }], 400],
])("of a long list %s only what is near is drawn", (_where, view, kept, stretches, rest) => {
  expect(rowsInView({ heights: ten, view, kept })).toEqual({ stretches, rest });
});

test("a list that is drawn whole has no gaps", () => {
  expect(allRows(3)).toEqual({ stretches: [{ first: 0, last: 2, gap: 0 }], rest: 0 });
  expect(allRows(0)).toEqual({ stretches: [], rest: 0 });
});

test("whatever is in view or has the focus is drawn, and the list is as high as ever", () => {
  const heights = fc.array(fc.integer({ min: 20, max: 120 }), { minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(heights, fc.integer({ min: -500, max: 4_000 }), fc.nat(800), fc.nat(59), (rows, top, high, focus) => {
      const kept = focus < rows.length ? [focus] : [];
      const { stretches, rest } = rowsInView({ heights: rows, view: { top, bottom: top + high }, kept });
      const drawn = new Set(
        stretches.flatMap(({ first, last }) => Array.from({ length: last - first + 1 }, (_, at) => first + at)),
      );
      let from = 0;
      let total = 0;
      for (const [row, height] of rows.entries()) {
        const isInView = from + height > top && from < top + high;
        if (isInView || kept.includes(row)) expect(drawn.has(row)).toBe(true);
        if (drawn.has(row)) total += height;
        from += height;
      }
      expect(total + stretches.reduce((sum, { gap }) => sum + gap, 0) + rest).toBe(from);
    }),
  );
});

test("a screen that is opened is filled from the top, a frame's worth at a time", () => {
  const wanted = { top: 0, bottom: 1_000 };
  const first = towards({ top: 0, bottom: 450 }, wanted);
  expect(first).toEqual({ top: 0, bottom: 750 });
  expect(towards(first, wanted)).toEqual(wanted);
  expect(towards(wanted, wanted)).toBe(wanted);
});

test("a leap to the end begins in the middle of what is looked at", () => {
  expect(towards({ top: 0, bottom: 1_000 }, { top: 8_000, bottom: 9_600 })).toEqual({ top: 8_500, bottom: 9_100 });
});

test("however somebody scrolls, no frame draws more than six hundred pixels of new rows, and what is wanted is soon there", () => {
  const view = fc.tuple(fc.nat(9_000), fc.integer({ min: 600, max: 2_000 }));
  fc.assert(
    fc.property(view, view, ([top, high], [wantedTop, wantedHigh]) => {
      const wanted = { top: wantedTop, bottom: wantedTop + wantedHigh };
      let now = { top, bottom: top + high };
      for (let frame = 0; frame < 8; frame += 1) {
        const next = towards(now, wanted);
        const seen = Math.max(0, Math.min(now.bottom, next.bottom) - Math.max(now.top, next.top));
        expect(next.bottom - next.top - seen).toBeLessThanOrEqual(600);
        now = next;
      }
      expect(Math.abs(now.top - wanted.top)).toBeLessThan(100);
      expect(Math.abs(now.bottom - wanted.bottom)).toBeLessThan(100);
    }),
  );
});
