import { expect, test } from "vitest";
import { keyMeans, typedMarks } from "./keys.ts";

const plain = { where: "elsewhere", isCommand: false, isRepeat: false, lettersOn: true } as const;

test.each([
  ["3", {}, { does: "digit", digit: 3 }],
  ["Enter", {}, { does: "confirm" }],
  ["u", {}, { does: "undo" }],
  ["N", {}, { does: "doubt" }],
  ["p", {}, { does: "leave" }],
  ["?", {}, { does: "keys" }],
  ["x", {}, null],
  ["u", { where: "text" }, null],
  ["3", { where: "text" }, null],
  ["Enter", { where: "text" }, null],
  ["Enter", { where: "text", isCommand: true }, { does: "confirm" }],
  ["Escape", { where: "text" }, { does: "stop-typing" }],
  ["Enter", { where: "button" }, null],
  ["3", { where: "button" }, { does: "digit", digit: 3 }],
  ["Enter", { where: "dialog" }, null],
  ["Enter", { isRepeat: true }, null],
  ["u", { isCommand: true }, null],
  ["u", { lettersOn: false }, null],
  ["3", { lettersOn: false }, null],
  ["Enter", { lettersOn: false }, { does: "confirm" }],
] as const)("the key %s pressed %o means %o", (key, over, expected) => {
  expect(keyMeans({ ...plain, ...over, key })).toEqual(expected);
});

test.each([
  [null, 3, 6, 3],
  [3, 4, 6, 4],
  [3, 7, 6, 3],
  [1, 2, 20, 12],
  [2, 5, 20, 5],
  [0, 5, 20, 5],
  [4, 0, 6, 0],
])("after %s, the figure %i on an item of %i marks chooses %i", (before, digit, maxMark, expected) => {
  expect(typedMarks(before, { digit, maxMark })).toBe(expected);
});
