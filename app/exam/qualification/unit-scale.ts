import type { PointsScale } from "../awarding/points.ts";
import { ruleBookAt } from "../rulebook/rule-book.ts";
import type { Instant } from "../time/time.ts";
import type { Qualification } from "./qualification.ts";
import { qualifications } from "./qualifications.ts";

/** The qualification a component belongs to, by its title or id; undefined when it is none of ours. */
export const qualificationNamed = (name: string): Qualification | undefined =>
  qualifications.find(({ id, title }) => id === name || title === name);

/**
 * How a unit's marks become points: the qualification's points, and the conversion in force when the test was sat.
 * Throws for a qualification that has no points, because its tests cannot be awarded so.
 */
export function unitScale(qualification: string, satAt: Instant): PointsScale {
  const points = qualificationNamed(qualification)?.points?.unitPoints;
  if (points === undefined) throw new Error(`No unit points are known for ${qualification}`);
  return { method: ruleBookAt(satAt).pointsConversion, points };
}

/** The qualification whose units add up to a grade: the only one of the five with points. */
export const graded = qualifications.flatMap((one) =>
  one.points === null ? [] : [{ ...one, points: one.points }],
)[0]!;
