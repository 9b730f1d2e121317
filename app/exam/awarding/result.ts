import type { Objective, ObjectiveMarks } from "../item/item.ts";
import type { AwardedForm } from "./awarded-form.ts";
import { type Boundaries, type BoundarySet, gradeOf } from "./boundaries.ts";
import { type Grade, rankOf } from "./grade.ts";
import { type PointsScale, pointsOf } from "./points.ts";

/** The current mark of one item. `objectives` splits it when the item serves more than one and the marker did so. */
export type ItemMark = { readonly item: string; readonly marks: number; readonly objectives?: ObjectiveMarks };

/** Marks for one content area or objective, of those the form offers. */
export type Share = { readonly name: string; readonly marks: number; readonly of: number };

type Marked = { readonly raw: number; readonly byArea: readonly Share[]; readonly byObjective: readonly Share[] };

export type Graded = Marked & {
  readonly stage: "graded";
  readonly grade: Grade;
  readonly points: number;
  readonly form: string;
  readonly boundarySet: string;
};

export type Result =
  | { readonly stage: "marking"; readonly marked: number; readonly of: number }
  | ({ readonly stage: "awaiting-award" } & Marked)
  | Graded;

/**
 * A result is computed from what it rests on and never stored over: current marks, the form, its boundaries once they
 * exist, and the scale. Throws when marks and form cannot belong together, since no grade may be built on that.
 */
export function result({
  marks,
  form,
  boundarySet,
  scale,
}: {
  readonly marks: readonly ItemMark[];
  readonly form: AwardedForm;
  readonly boundarySet: BoundarySet | null;
  readonly scale: PointsScale;
}): Result {
  believeOrThrow(marks, form);
  if (marks.length < form.items.length) return { stage: "marking", marked: marks.length, of: form.items.length };
  const marked = totals(marks, form);
  if (boundarySet === null) return { stage: "awaiting-award", ...marked };
  if (boundarySet.form !== form.id) throw new Error(`Boundaries ${boundarySet.id} are not those of form ${form.id}`);
  return {
    stage: "graded",
    ...marked,
    ...award(marked.raw, boundarySet.boundaries, scale),
    form: form.id,
    boundarySet: boundarySet.id,
  };
}

/** Grade and points for a raw mark. */
export const award = (
  raw: number,
  boundaries: Boundaries,
  scale: PointsScale,
): { readonly grade: Grade; readonly points: number } => ({
  grade: gradeOf(raw, boundaries),
  points: pointsOf(raw, boundaries, scale),
});

/** The result that counts: the better grade, then more points, then the earlier attempt. Null when there is none. */
export const better = <R extends { readonly grade: Grade; readonly points: number }>(results: readonly R[]): R | null =>
  results.toSorted((a, b) => rankOf(b.grade) - rankOf(a.grade) || b.points - a.points)[0] ?? null;

function totals(marks: readonly ItemMark[], form: AwardedForm): Marked {
  const given = new Map(marks.map((mark) => [mark.item, mark]));
  const lines = form.items.map((item) => ({ item, mark: given.get(item.id)! }));
  return {
    raw: marks.reduce((total, mark) => total + mark.marks, 0),
    byArea: gathered(lines.map(({ item, mark }) => ({ name: item.area, marks: mark.marks, of: item.maxMark }))),
    byObjective: gathered(lines.flatMap(({ item, mark }) => byObjective(item, mark))),
  };
}

/** An unsplit mark for two objectives is shown under both names together, because any split would be invented. */
function byObjective(item: AwardedForm["items"][number], mark: ItemMark): readonly Share[] {
  const served = Object.keys(item.objectives).toSorted() as Objective[];
  const split = mark.objectives;
  if (served.length === 1 || split === undefined)
    return [{ name: served.join("+"), marks: mark.marks, of: item.maxMark }];
  return served.map((name) => ({ name, marks: split[name] ?? 0, of: item.objectives[name] ?? 0 }));
}

function gathered(shares: readonly Share[]): readonly Share[] {
  const sums = new Map<string, Share>();
  for (const { name, marks, of } of shares) {
    const before = sums.get(name);
    sums.set(name, { name, marks: marks + (before?.marks ?? 0), of: of + (before?.of ?? 0) });
  }
  return [...sums.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

function believeOrThrow(marks: readonly ItemMark[], form: AwardedForm) {
  const most = new Map(form.items.map(({ id, maxMark }) => [id, maxMark]));
  if (new Set(marks.map(({ item }) => item)).size < marks.length) throw new Error("An item has two current marks");
  for (const { item, marks: given } of marks) {
    const max = most.get(item);
    if (max === undefined) throw new Error(`Item ${item} is not on form ${form.id}`);
    if (!Number.isInteger(given) || given < 0 || given > max)
      throw new Error(`${given} marks for ${item} are not within 0 to ${max}`);
  }
}
