import fc from "fast-check";
import { expect, test } from "vitest";
import { columnsIn } from "./use-columns.ts";

test.each([
  { width: 1872, gap: 8, least: 145.6, count: 12, each: 148.65625 },
  { width: 1440, gap: 8, least: 208, count: 6, each: 233.328125 },
  { width: 288, gap: 8, least: 145.6, count: 1, each: 288 },
  { width: 100, gap: 8, least: 145.6, count: 1, each: 100 },
])("a board $width pixels wide shows $count seats of $each pixels side by side", ({ count, each, ...space }) => {
  expect(columnsIn(space)).toMatchObject({ count, width: each });
});

test("however wide a board is, its seats fill it, none is too narrow, and no other would fit", () => {
  const pixels = fc.double({ min: 60, max: 5_000, noNaN: true });
  fc.assert(
    fc.property(pixels, fc.double({ min: 0, max: 40, noNaN: true }), pixels, (width, gap, least) => {
      const { count, width: each } = columnsIn({ width, gap, least });
      const filled = count * each + gap * (count - 1);
      expect(filled).toBeLessThanOrEqual(width + 1e-6);
      expect(width - filled).toBeLessThan(count / 64 + 1e-6);
      expect((count + 1) * least + gap * count).toBeGreaterThan(width - 1e-6);
      if (count > 1) expect(each).toBeGreaterThan(least - 1 / 64 - 1e-6);
    }),
  );
});
