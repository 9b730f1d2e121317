import { expect, test } from "vitest";
import { inBrief, notOurs } from "./log.ts";

test("a request for a page there is not is no error of ours, and is told in words", () => {
  const answer = { status: 404, statusText: "Not Found", internal: true, data: "No route matches URL" };
  expect(notOurs(answer)).toEqual({ status: 404, words: "404 Not Found" });
  expect(inBrief(answer)).toBe("404 Not Found");
  expect(notOurs(new Error("the disk is full"))).toBeNull();
  expect(notOurs(null)).toBeNull();
});
