import { expect, test } from "vitest";
import { keyboardFrom, lineToType } from "./keyboard.ts";

test.each([
  [lineToType, "right"],
  ["  Send  £5 & “A” to me@home #1 ", "right"],
  ['Send #5 & @A@ to me"home £1', "wrong"],
  ['send £5 & "a" to me@home #1', "wrong"],
  ["", "untried"],
  ["   ", "untried"],
] as const)("typed as “%s” the keyboard is %s", (typed, found) => {
  expect(keyboardFrom(typed)).toBe(found);
});
