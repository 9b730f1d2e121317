import { expect, test } from "vitest";
import { liesIn } from "./area.ts";

test.each([
  ["within a rectangle", { shape: "rect", coords: [10, 10, 20, 30] }, 15, 25, true],
  ["on the edge of a rectangle", { shape: "rect", coords: [10, 10, 20, 30] }, 20, 30, true],
  ["beside a rectangle", { shape: "rect", coords: [10, 10, 20, 30] }, 21, 25, false],
  ["on the rim of a circle", { shape: "circle", coords: [50, 50, 10] }, 60, 50, true],
  ["in the corner beside a circle", { shape: "circle", coords: [50, 50, 10] }, 58, 58, false],
  ["far out in a flat ellipse", { shape: "ellipse", coords: [50, 50, 20, 5] }, 68, 50, true],
  ["above a flat ellipse", { shape: "ellipse", coords: [50, 50, 20, 5] }, 50, 56, false],
  ["within a triangle", { shape: "poly", coords: [0, 0, 10, 0, 0, 10] }, 3, 3, true],
  ["on the long side of a triangle", { shape: "poly", coords: [0, 0, 10, 0, 0, 10] }, 5, 5, true],
  ["beyond the long side of a triangle", { shape: "poly", coords: [0, 0, 10, 0, 0, 10] }, 6, 6, false],
  ["in the notch of an arrow", { shape: "poly", coords: [0, 0, 10, 0, 5, 5, 10, 10, 0, 10] }, 9, 5, false],
  ["anywhere on the whole picture", { shape: "default", coords: [] }, 999, 0, true],
  ["in a rectangle that lacks a side", { shape: "rect", coords: [10, 10, 20] }, 15, 15, false],
] as const)("a point %s", (_, area, x, y, expected) => {
  expect(liesIn(area, x, y)).toBe(expected);
});
