import fc from "fast-check";
import { expect, test } from "vitest";
import { type Area, shapes } from "../area.ts";
import { boxOf, movedBy, reshaped, resizedBy, withCorner } from "./shapes.ts";

const size = { width: 300, height: 200 };

test.each<[string, Area, Area]>([
  ["a rectangle", { shape: "rect", coords: [10, 10, 60, 50] }, { shape: "rect", coords: [15, 7, 65, 47] }],
  ["a circle", { shape: "circle", coords: [50, 50, 20] }, { shape: "circle", coords: [55, 47, 20] }],
  ["an ellipse", { shape: "ellipse", coords: [50, 50, 20, 10] }, { shape: "ellipse", coords: [55, 47, 20, 10] }],
  ["a polygon", { shape: "poly", coords: [5, 5, 20, 5, 10, 30] }, { shape: "poly", coords: [10, 2, 25, 2, 15, 27] }],
])("%s moves without changing its size", (_, area, moved) => {
  expect(movedBy(area, { x: 5, y: -3 }, size)).toEqual(moved);
});

test("a place stops at the edge of the picture", () => {
  const area: Area = { shape: "rect", coords: [10, 10, 60, 50] };
  expect(movedBy(area, { x: -40, y: 1_000 }, size).coords).toEqual([0, 160, 50, 200]);
  expect(resizedBy(area, { x: 1_000, y: 1_000 }, size).coords).toEqual([10, 10, 300, 200]);
});

test("a place never becomes too small to press", () => {
  expect(resizedBy({ shape: "rect", coords: [10, 10, 60, 50] }, { x: -500, y: -500 }, size).coords).toEqual([
    10, 10, 18, 18,
  ]);
});

test("one corner of a polygon moves alone", () => {
  const area: Area = { shape: "poly", coords: [5, 5, 20, 5, 10, 30] };
  expect(withCorner(area, 2, { x: -9, y: 40 }, size).coords).toEqual([5, 5, 20, 5, 0, 40]);
});

const within = fc
  .tuple(fc.nat(280), fc.nat(180))
  .chain(([left, top]) =>
    fc
      .tuple(fc.integer({ min: 10, max: 300 - left }), fc.integer({ min: 10, max: 200 - top }))
      .map(([wide, high]): Area => ({ shape: "rect", coords: [left, top, left + wide, top + high] })),
  );
const push = fc.record({ x: fc.integer({ min: -400, max: 400 }), y: fc.integer({ min: -400, max: 400 }) });

test("whatever is done to a place, it stays on the picture", () => {
  fc.assert(
    fc.property(within, fc.constantFrom(...shapes), fc.array(push, { maxLength: 6 }), (start, shape, pushes) => {
      const area = pushes.reduce(
        (now, by, at) => (at % 2 === 0 ? movedBy(now, by, size) : resizedBy(now, by, size)),
        reshaped(start, shape, size),
      );
      const [left, top, right, bottom] = boxOf(area, size);
      expect(left >= 0 && top >= 0 && right <= size.width && bottom <= size.height).toBe(true);
      expect(right > left && bottom > top).toBe(true);
    }),
  );
});
