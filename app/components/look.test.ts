// @vitest-environment jsdom
import { readFileSync } from "node:fs";
import { afterEach, describe, expect, test } from "vitest";
import { applyLook, lookKey, readLook, textSizes, themes } from "./look.ts";

const beforePaint = readFileSync("public/look.js", "utf8");
const shown = () => ({ ...document.documentElement.dataset });

afterEach(() => {
  localStorage.clear();
  for (const name of Object.keys(shown())) delete document.documentElement.dataset[name];
});

test("nothing remembered is the computer's own look", () => {
  expect(readLook()).toEqual({ theme: "system", text: "normal" });
});

test("what somebody chose is there again on the next page, before it is drawn", () => {
  applyLook({ theme: "cream", text: "larger" });
  const chosen = shown();
  for (const name of Object.keys(chosen)) delete document.documentElement.dataset[name];
  new Function(beforePaint)();
  expect(shown()).toEqual(chosen);
});

describe.each(themes.filter((theme) => theme !== "system"))("the %s theme", (theme) => {
  test.each(textSizes.filter((text) => text !== "normal"))("with %s text is known before the first paint", (text) => {
    localStorage.setItem(lookKey, JSON.stringify({ theme, text }));
    new Function(beforePaint)();
    expect(shown()).toEqual({ theme, text });
  });
});

test("a learner's arrangement is shown and not left behind for the next learner", () => {
  applyLook({ theme: "high-contrast" }, { remember: false });
  expect(shown().theme).toBe("high-contrast");
  expect(readLook().theme).toBe("system");
});

test("a spoilt memory is no memory", () => {
  localStorage.setItem(lookKey, '{"theme":"plaid"');
  expect(readLook()).toEqual({ theme: "system", text: "normal" });
});
