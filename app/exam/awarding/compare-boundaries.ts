import { type Boundaries, gradeOf } from "./boundaries.ts";
import { type Grade, grades, rankOf } from "./grade.ts";

export type CandidateRaw = { readonly candidate: string; readonly raw: number };
export type GradeCounts = Readonly<Record<Grade, number>>;

export type WhoGetsWhat = {
  readonly candidates: readonly (CandidateRaw & { readonly grade: Grade })[];
  readonly counts: GradeCounts;
};

export function whoGetsWhat(raws: readonly CandidateRaw[], boundaries: Boundaries): WhoGetsWhat {
  const candidates = raws.map((one) => ({ ...one, grade: gradeOf(one.raw, boundaries) }));
  return { candidates, counts: counted(candidates.map(({ grade }) => grade)) };
}

export type BoundaryComparison = {
  readonly before: GradeCounts;
  readonly after: GradeCounts;
  readonly changes: readonly (CandidateRaw & { readonly from: Grade; readonly to: Grade })[];
  readonly up: number;
  readonly down: number;
};

/** What moving the boundaries would do to every candidate, for the awarder to see before approving. */
export function compareBoundaries(
  before: Boundaries,
  after: Boundaries,
  raws: readonly CandidateRaw[],
): BoundaryComparison {
  const changes = raws
    .map((one) => ({ ...one, from: gradeOf(one.raw, before), to: gradeOf(one.raw, after) }))
    .filter(({ from, to }) => from !== to);
  return {
    before: whoGetsWhat(raws, before).counts,
    after: whoGetsWhat(raws, after).counts,
    changes,
    up: changes.filter(({ from, to }) => rankOf(to) > rankOf(from)).length,
    down: changes.filter(({ from, to }) => rankOf(to) < rankOf(from)).length,
  };
}

const counted = (given: readonly Grade[]): GradeCounts =>
  Object.fromEntries(grades.map((grade) => [grade, given.filter((one) => one === grade).length])) as GradeCounts;
