import { expect, test } from "vitest";
import { seatAfter } from "./seat-keys.ts";

test.each([
  ["ArrowRight", 0, 1],
  ["ArrowRight", 9, null],
  ["ArrowLeft", 4, 3],
  ["ArrowLeft", 0, null],
  ["ArrowDown", 1, 5],
  ["ArrowDown", 7, null],
  ["ArrowUp", 5, 1],
  ["ArrowUp", 3, null],
  ["Home", 6, 0],
  ["Home", 0, null],
  ["End", 2, 9],
  ["PageDown", 1, 9],
  ["PageDown", 9, null],
  ["PageUp", 9, 0],
  ["Enter", 3, null],
  ["a", 3, null],
])("%s at seat %i of ten in rows of four leads to %s", (key, at, to) => {
  expect(seatAfter(key, { at, count: 10, columns: 4 })).toBe(to);
});

test("in a list of rows only up and down lead from seat to seat", () => {
  const keys = ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "PageDown"];
  expect(keys.map((key) => seatAfter(key, { at: 3, count: 20, columns: 1 }))).toEqual([null, null, 2, 4, 8]);
});
