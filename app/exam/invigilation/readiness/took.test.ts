import { expect, test } from "vitest";
import { tookWords } from "./took.ts";

test.each([
  [0, "0.0 s"],
  [1, "0.1 s"],
  [2_300, "2.3 s"],
  [59_901, "60.0 s"],
  [60_000, "1 minute"],
  [420_030, "7 minutes"],
  [7_200_000, "2 hours"],
])("%i ms is said as %s", (milliseconds, words) => {
  expect(tookWords(milliseconds)).toBe(words);
});
