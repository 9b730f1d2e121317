import { type Grade, grades } from "../awarding/grade.ts";
import type { GradeScale } from "./grade-scale.ts";

/** `points` is given for the external unit, whose points may lie between two grades'; otherwise the grade's own count. */
export type UnitOutcome = { readonly unit: string; readonly grade: Grade | null; readonly points?: number };

export type QualificationGrade =
  | { readonly points: number; readonly grade: Grade }
  | { readonly points: null; readonly grade: null; readonly missing: readonly string[] };

/**
 * The grade of the whole qualification. Every unit must be in, or there is no grade at all; one unit below Pass makes it
 * unclassified whatever the points; otherwise the points decide (specification, section 10).
 */
export function qualificationGrade(outcomes: readonly UnitOutcome[], scale: GradeScale): QualificationGrade {
  const inHand = scale.units.map((unit) => ({
    unit,
    ...gradedOutcome(outcomes.find((outcome) => outcome.unit === unit)),
  }));
  const missing = inHand.filter(({ grade }) => grade === undefined).map(({ unit }) => unit);
  if (missing.length > 0) return { points: null, grade: null, missing };
  const total = inHand.reduce((sum, { grade, points }) => sum + (points ?? scale.unitPoints[grade!]), 0);
  return { points: total, grade: inHand.some(({ grade }) => grade === "U") ? "U" : gradeFor(total, scale) };
}

const gradedOutcome = (outcome: UnitOutcome | undefined) =>
  outcome === undefined || outcome.grade === null ? {} : { grade: outcome.grade, points: outcome.points };

const gradeFor = (points: number, { thresholds }: GradeScale): Grade =>
  grades.findLast((grade) => grade !== "U" && points >= thresholds[grade]) ?? "U";

/** Unit grades in the order of the scale's units. */
export const inUnitOrder = (given: readonly (Grade | null)[], scale: GradeScale): readonly UnitOutcome[] =>
  scale.units.map((unit, at) => ({ unit, grade: given[at] ?? null }));
