import type { Grade } from "../../exam/awarding/grade.ts";
import { better } from "../../exam/awarding/result.ts";
import { type QualificationGrade, qualificationGrade } from "../../exam/qualification/qualification-grade.ts";
import { graded } from "../../exam/qualification/unit-scale.ts";
import { type Instant, instant } from "../../exam/time/time.ts";
import type { Client } from "../store.ts";

/** One unit of a learner's qualification. An external unit has points that may lie between two grades'. */
export type UnitLine = {
  readonly unit: string;
  readonly title: string;
  readonly external: boolean;
  readonly grade: Grade | null;
  readonly points: number | null;
  /** Who reported an internal grade and when; null for the external unit. */
  readonly by: string | null;
  readonly at: Instant | null;
};

export type LearnerUnits = {
  readonly title: string;
  readonly units: readonly UnitLine[];
  readonly whole: QualificationGrade;
};

/** A learner's units as they stand: the best released result of the external one, and what the centre reported of the others. */
export async function learnerUnits(client: Client, learnerId: string): Promise<LearnerUnits> {
  const { title, units, points: scale } = graded;
  const external = await bestExternal(client, learnerId);
  const internal = await newestInternal(client, learnerId);
  const lines = units.map(({ ref, title, assessment }): UnitLine => {
    const isExternal = assessment === "external-onscreen";
    const reported = internal.get(ref);
    const grade = isExternal ? (external?.grade ?? null) : (reported?.grade ?? null);
    return {
      unit: ref,
      title,
      external: isExternal,
      grade,
      points: isExternal ? (external?.points ?? null) : grade && scale.unitPoints[grade],
      by: isExternal ? null : (reported?.by ?? null),
      at: isExternal ? (external?.at ?? null) : (reported?.at ?? null),
    };
  });
  const outcomes = lines.map(({ unit, grade, points }) => ({ unit, grade, ...(points === null ? {} : { points }) }));
  return { title, units: lines, whole: qualificationGrade(outcomes, scale) };
}

async function bestExternal(client: Client, learnerId: string) {
  const attempts = await client.attempt.findMany({
    where: { phase: "closed", booking: { learnerId, component: { qualification: graded.title } } },
    select: { results: { orderBy: { version: "desc" }, take: 1 } },
    orderBy: { booking: { attemptNumber: "asc" } },
  });
  const last = attempts.flatMap(({ results }) => results);
  return better(
    last.map(({ grade, points, releasedAt }) => ({ grade: grade as Grade, points, at: instant(releasedAt.getTime()) })),
  );
}

async function newestInternal(client: Client, learnerId: string) {
  const rows = await client.internalGrade.findMany({ where: { learnerId }, orderBy: [{ at: "asc" }, { id: "asc" }] });
  return new Map(
    rows.map(({ unit, grade, byName, at }) => [
      String(unit),
      { grade: grade as Grade, by: byName, at: instant(at.getTime()) },
    ]),
  );
}
