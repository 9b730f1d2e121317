import { expect, test } from "vitest";
import { after, instant, minutes, seconds } from "../time/time.ts";
import { type Arrival, arrival } from "./arrival.ts";
import { ruleBookOn } from "./rule-book.ts";

const rules = ruleBookOn("2026-11-23");
const nine = instant(Date.parse("2026-11-23T09:00:00Z"));

test.each<[number, number, Arrival]>([
  [75, -600, "on-time"],
  [75, 0, "on-time"],
  [75, 1, "late"],
  [75, 60 * 60, "late"],
  [75, 60 * 60 + 1, "very-late"],
  [60, 60 * 60, "late"],
  [60, 60 * 60 + 1, "very-late"],
  [59, 30 * 60 + 1, "very-late"],
  [45, 30 * 60, "late"],
  [45, 30 * 60 + 1, "very-late"],
])("for a %i-minute paper, %i seconds after the published start is %s", (paper, late, expected) => {
  expect(arrival({ scheduledStart: nine, arrived: after(nine, seconds(late)), paper: minutes(paper) }, rules)).toBe(
    expected,
  );
});
