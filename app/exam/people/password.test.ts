import { expect, test } from "vitest";
import { strengthOf } from "./password.ts";

test.each([
  ["", false],
  ["eleven char", false],
  ["twelve chars", true],
  ["aaaaaaaaaaaaaaaa", false],
  ["abababababab", false],
  ["abcdefghijklm", false],
  ["9876543210987", false],
  ["copper kettle moss", true],
])("whether “%s” will do as a password", (password, fit) => {
  expect(strengthOf(password).fit).toBe(fit);
});

test("a password made of the person's own name will not do", () => {
  const person = ["Olu Officer", "olu.officer@centre.example"];
  expect(strengthOf("OfficerCentre1", person).fit).toBe(false);
  expect(strengthOf("Officer likes plum jam", person).fit).toBe(true);
});

test("longer is said to be stronger", () => {
  expect(["twelve chars", "sixteen chars ok", "twenty characters long"].map((one) => strengthOf(one).words)).toEqual([
    "Good enough.",
    "Strong.",
    "Very strong.",
  ]);
});
