import { expect, test } from "vitest";
import { areNeighbours, nextSeat, readSeat } from "./seat.ts";

test.each([
  ["b 12", "B12"],
  ["A01", "A1"],
  [" 7 ", "7"],
  ["A-3", "A3"],
  ["0", null],
  ["front", null],
  ["A1B", null],
  ["", null],
])("a seat written “%s” is read as %s", (text, seat) => {
  expect(readSeat(text)).toBe(seat);
});

test.each([
  ["3", "4", true],
  ["9", "10", true],
  ["3", "5", false],
  ["A3", "A4", true],
  ["A3", "B3", true],
  ["A3", "B4", false],
  ["A3", "C3", false],
  ["A3", "A3", false],
  ["3", "by the door", false],
])("whether somebody at %s can see the screen at %s", (one, other, expected) => {
  expect(areNeighbours(one, other)).toBe(expected);
});

test("the next seat offered follows the last one taken", () => {
  expect([nextSeat([]), nextSeat(["1", "2"]), nextSeat(["10", "9"]), nextSeat(["A1", "B2", "B10"])]).toEqual([
    "1",
    "3",
    "11",
    "B11",
  ]);
});
