import { rankOf } from "./grade.ts";
import type { Graded, Result } from "./result.ts";

/** The part of a result that a learner can tell apart. */
type Outcome = Pick<Graded, "raw" | "grade" | "points">;

/** An attempt with what its marks and boundaries come to now, and what was last released for it. */
export type Held<Issued extends Outcome = Outcome> = {
  readonly attempt: string;
  readonly result: Result;
  readonly issued: Issued | null;
};

/** Graded and not yet released: what a release would issue. */
export const toRelease = <H extends Held>(held: readonly H[]): readonly (H & { readonly result: Graded })[] =>
  held.filter((one): one is H & { readonly result: Graded } => one.issued === null && one.result.stage === "graded");

export type Change<H extends Held> = H & { readonly result: Graded; readonly issued: NonNullable<H["issued"]> };

/**
 * Released results that would come out differently now, because a boundary or a mark has changed since. They stay as they
 * are until an awarder issues them again; whoever would get the same keeps the result they have.
 */
export const toReissue = <H extends Held>(held: readonly H[]): readonly Change<H>[] =>
  held.filter(
    (one): one is Change<H> => one.issued !== null && one.result.stage === "graded" && !isSame(one.issued, one.result),
  );

const isSame = (a: Outcome, b: Outcome) => a.raw === b.raw && a.grade === b.grade && a.points === b.points;

/** Whether a change is for better or worse: by grade first, then by points. */
export const direction = (from: Omit<Outcome, "raw">, to: Omit<Outcome, "raw">): "up" | "down" | "level" => {
  const step = rankOf(to.grade) - rankOf(from.grade) || to.points - from.points;
  if (step === 0) return "level";
  return step > 0 ? "up" : "down";
};
