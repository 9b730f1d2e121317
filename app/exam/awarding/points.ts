import type { PointsConversion } from "../rulebook/settings.ts";
import { type Boundaries, gradeOf } from "./boundaries.ts";
import type { Grade } from "./grade.ts";

/** How marks become points: the points each grade begins with, and what happens between two boundaries. */
export type PointsScale = { readonly method: PointsConversion; readonly points: Readonly<Record<Grade, number>> };

/**
 * Points for a raw mark. Sliding points are cut down, never rounded up, so no mark gets a grade's points before the grade.
 * Below Pass and from Distinction up the grade's own points hold: a paper cannot count for more than Distinction.
 */
export function pointsOf(raw: number, boundaries: Boundaries, { method, points }: PointsScale): number {
  const grade = gradeOf(raw, boundaries);
  if (method === "step" || grade === "U" || grade === "D") return points[grade];
  const next = grade === "P" ? "M" : "D";
  const width = boundaries[next] - boundaries[grade];
  return points[grade] + wholePart((points[next] - points[grade]) * (raw - boundaries[grade]), width);
}

/** Division of whole numbers with the remainder dropped, exact because no fraction is ever formed. */
const wholePart = (numerator: number, denominator: number) => (numerator - (numerator % denominator)) / denominator;
