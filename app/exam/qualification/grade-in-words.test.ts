import { expect, test } from "vitest";
import type { Grade } from "../awarding/grade.ts";
import { gradeInWords } from "./grade-in-words.ts";
import { inUnitOrder, qualificationGrade } from "./qualification-grade.ts";
import { graded } from "./unit-scale.ts";

const cases: readonly (readonly [readonly (Grade | null)[], string])[] = [
  [["P", "P", "P", "P"], "64 points; Pass needs 64, and Merit would need 88."],
  [["P", "P", "P", "D"], "80 points; Pass needs 64, and Merit would need 88."],
  [["P", "M", "M", "M"], "88 points; Merit needs 88, and Distinction would need 112."],
  [["D", "D", "D", "D"], "128 points; Distinction needs 112."],
  [["M", "D", null, "D"], "There is no grade yet: unit 3 is missing."],
  [[null, "D", null, null], "There is no grade yet: units 1, 3 and 4 are missing."],
  [
    ["M", "D", "U", "D"],
    "Every unit must be at least a Pass. Unit 3 is Unclassified, so the qualification is too, whatever the points.",
  ],
];

test.each(cases)("why the units %j come to what they come to", (given, words) => {
  const outcomes = inUnitOrder(given, graded.points);
  expect(gradeInWords(qualificationGrade(outcomes, graded.points), outcomes, graded.points)).toBe(words);
});
