import { expect, test } from "vitest";
import { pointsOf } from "../awarding/points.ts";
import { instant } from "../time/time.ts";
import { unitScale } from "./unit-scale.ts";

const november = instant(Date.UTC(2026, 10, 23));
const title = "Pearson BTEC Level 2 Technical Certificate in Customer Service Operations";

test("a unit's points slide between boundaries and are cut down, as the rule book of the day says", () => {
  expect(pointsOf(28, { P: 24, M: 35, D: 46 }, unitScale(title, november))).toBe(18);
});

test("a qualification without points cannot be awarded", () => {
  expect(() => unitScale("AIM Qualifications Level 2 Award in Customer Service", november)).toThrow("No unit points");
});
