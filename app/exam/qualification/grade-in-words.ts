import { gradeNames, grades } from "../awarding/grade.ts";
import type { GradeScale } from "./grade-scale.ts";
import type { QualificationGrade, UnitOutcome } from "./qualification-grade.ts";

/** Why the qualification has the grade it has, or has none yet: for whoever asks at the counter. */
export function gradeInWords(
  whole: QualificationGrade,
  outcomes: readonly UnitOutcome[],
  { thresholds }: GradeScale,
): string {
  if (whole.grade === null)
    return `There is no grade yet: ${units(whole.missing)} ${whole.missing.length === 1 ? "is" : "are"} missing.`;
  const failed = outcomes.filter(({ grade }) => grade === "U").map(({ unit }) => unit);
  if (failed.length > 0)
    return `Every unit must be at least a Pass. ${capital(units(failed))} ${failed.length === 1 ? "is" : "are"} Unclassified, so the qualification is too, whatever the points.`;
  if (whole.grade === "U") return `${whole.points} points; a Pass needs ${thresholds.P}.`;
  const reached = `${whole.points} points; ${gradeNames[whole.grade]} needs ${thresholds[whole.grade]}`;
  const next = grades[grades.indexOf(whole.grade) + 1];
  return next === undefined || next === "U"
    ? `${reached}.`
    : `${reached}, and ${gradeNames[next]} would need ${thresholds[next]}.`;
}

const units = (some: readonly string[]) =>
  some.length === 1 ? `unit ${some[0]}` : `units ${some.slice(0, -1).join(", ")} and ${some.at(-1)}`;

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);
