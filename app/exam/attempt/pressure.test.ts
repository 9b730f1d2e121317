import fc from "fast-check";
import { expect, test } from "vitest";
import { duration, instant, seconds } from "../time/time.ts";
import { easeFor, turnAfter, weightOf } from "./pressure.ts";

test.each([
  ["no wait", 0, 0],
  ["half a second, as a busy room has it", 500, 0],
  ["a little more", 501, 1_002],
  ["three seconds", 3_000, 6_000],
  ["a minute", 60_000, 10_000],
])("with %s, computers are asked to gather for so many milliseconds", (_, behind, ease) => {
  expect(easeFor(duration(behind))).toBe(ease);
});

test("the further behind, the longer the gathering, and never longer than ten seconds", () => {
  const wait = fc.integer({ min: 0, max: 600_000 }).map(duration);
  fc.assert(
    fc.property(wait, wait, (one, other) => {
      const [less, more] = one < other ? [one, other] : [other, one];
      expect(easeFor(less)).toBeLessThanOrEqual(easeFor(more));
      expect(easeFor(more)).toBeLessThanOrEqual(seconds(10));
    }),
  );
});

test("machines that find no room are given turns one after the other, at most ten seconds ahead", () => {
  const now = instant(1_000_000);
  const first = turnAfter(null, now);
  const second = turnAfter(first, now);
  expect([first - now, second - now]).toEqual([210, 220]);
  expect(turnAfter(first, instant(now + 60_000)) - now).toBe(60_210);
  expect(turnAfter(instant(now + 60_000), now) - now).toBe(seconds(10));
});

const answer = (response: Record<string, string[]>) =>
  ({ seq: 1, left: seconds(1), kind: "answer", item: "q", response }) as const;

test("an essay weighs what it is long, twice, and a look at a question next to nothing", () => {
  const essay = answer({ RESPONSE: ["x".repeat(9_000)] });
  expect(weightOf([essay, { seq: 2, left: seconds(1), kind: "visit", item: "q" }])).toBe(18_448);
});

test("an answer of very many empty parts weighs what they take up, too", () => {
  const names = Array.from({ length: 50_000 }, (_, at) => `part-${String(at).padStart(5, "0")}`);
  const empty = answer(Object.fromEntries(names.map((name) => [name, []])));
  expect(weightOf([empty])).toBeGreaterThan(1_500_000);
});
