import fc from "fast-check";
import { expect, test } from "vitest";
import { normalise } from "./normalise.ts";

test.each([
  ["limited liability", "limited liability", []],
  ["Limited Liability", "limited liability", ["case"]],
  ["  limited   liability\n", "limited liability", ["spaces"]],
  ["Limited.", "limited", ["case", "ending"]],
  ["limited liability,", "limited liability", ["ending"]],
  ["“mission statement”", "mission statement", ["quotes", "surroundings"]],
  ["The mission statement", "mission statement", ["case", "article"]],
  ["an apology", "apology", ["article"]],
  ["customer’s", "customer's", ["quotes"]],
  ["ﬁnance", "finance", ["characters"]],
  ["½ hour", "1⁄2 hour", ["characters"]],
  ["'the refund.'", "refund", ["surroundings", "ending", "article"]],
  ["a", "a", []],
  ["theatre", "theatre", []],
  ["24.5", "24.5", []],
  ["limitted", "limitted", []],
  ["", "", []],
])("%j is compared as %j", (given, text, steps) => {
  const normal = normalise(given);
  expect(normal.text).toBe(text);
  expect(normal.steps.toSorted()).toEqual(steps.toSorted());
});

test("capitals can be made to matter", () => {
  expect(normalise("The APR.", { keepCase: true }).text).toBe("APR");
});

test("the plain form of a plain form is itself", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 40 }), (text) => {
      const once = normalise(text).text;
      expect(normalise(once).text).toBe(once);
    }),
  );
});
