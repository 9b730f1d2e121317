import fc from "fast-check";
import { expect, test } from "vitest";
import { checkQan, checkUrn } from "./check-characters.ts";

test.each([
  "F/506/2131",
  "H/504/6147",
  "K/504/6148",
  "A/506/2130",
  "T/505/4673",
  "J/508/3109",
  "f/506/2131",
  " F 506 2131 ",
])("%s is a unit reference number", (text) => {
  expect(checkUrn(text).ok).toBe(true);
});

test.each(["601/3734/4", "603/0759/6", "600/7646/X", "601/3477/X", "601/8669/0", "6007646x"])(
  "%s is a qualification number",
  (text) => {
    expect(checkQan(text).ok).toBe(true);
  },
);

test.each([
  ["J/506/2131", "wrong-check-character"],
  ["F/506/2132", "wrong-check-character"],
  ["B/506/2131", "wrong-check-character"],
  ["F/506/213", "wrong-form"],
  ["601/3734/4", "wrong-form"],
  ["", "wrong-form"],
])("“%s” is not taken for a unit: %s", (text, refusal) => {
  expect(checkUrn(text)).toMatchObject({ ok: false, refusal });
});

test.each([
  ["601/3743/4", "wrong-check-character"],
  ["601/3734/X", "wrong-check-character"],
  ["F/506/2131", "wrong-form"],
  ["601/3734", "wrong-form"],
])("“%s” is not taken for a qualification: %s", (text, refusal) => {
  expect(checkQan(text)).toMatchObject({ ok: false, refusal });
});

test("a number is given back in its usual form, however it was typed", () => {
  expect(checkUrn("f5062131")).toEqual({ ok: true, reference: "F/506/2131" });
  expect(checkQan("600 7646 x")).toEqual({ ok: true, reference: "600/7646/X" });
});

const digits = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 7, maxLength: 7 });
const valid = (seven: readonly number[]) => {
  const text = seven.join("");
  const found = [..."0123456789X"].map((end) => text + end).find((number) => checkQan(number).ok);
  if (found === undefined) throw new Error(`No check character fits ${text}`);
  return found;
};

test("one mistyped digit never goes unnoticed", () => {
  fc.assert(
    fc.property(digits, fc.integer({ min: 0, max: 6 }), fc.integer({ min: 1, max: 9 }), (seven, at, by) => {
      const right = valid(seven);
      const wrong = right.slice(0, at) + ((seven[at]! + by) % 10) + right.slice(at + 1);
      return !checkQan(wrong).ok;
    }),
  );
});

test("two neighbouring digits changed about never go unnoticed", () => {
  fc.assert(
    fc.property(digits, fc.integer({ min: 0, max: 5 }), (seven, at) => {
      fc.pre(seven[at] !== seven[at + 1]);
      const right = valid(seven);
      const wrong = right.slice(0, at) + seven[at + 1] + seven[at] + right.slice(at + 2);
      return !checkQan(wrong).ok;
    }),
  );
});
