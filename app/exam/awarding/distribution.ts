import { mean, median, standardDeviation } from "../statistics/moments.ts";

export type Distribution = {
  readonly candidates: number;
  /** A line for every mark from 0 to the maximum; the share at or above is 0 to 1. */
  readonly marks: readonly {
    readonly mark: number;
    readonly candidates: number;
    readonly atOrAbove: number;
    readonly shareAtOrAbove: number | null;
  }[];
  readonly mean: number | null;
  readonly standardDeviation: number | null;
  readonly median: number | null;
};

export function distribution(raws: readonly number[], max: number): Distribution {
  const counts = Array.from({ length: max + 1 }, () => 0);
  for (const raw of raws) {
    if (!Number.isInteger(raw) || raw < 0 || raw > max)
      throw new Error(`${raw} is not a mark of a form with ${max} marks`);
    counts[raw] = (counts[raw] ?? 0) + 1;
  }
  let above = raws.length;
  const marks = counts.map((candidates, mark) => {
    const atOrAbove = above;
    above -= candidates;
    return { mark, candidates, atOrAbove, shareAtOrAbove: raws.length === 0 ? null : atOrAbove / raws.length };
  });
  return {
    candidates: raws.length,
    marks,
    mean: mean(raws),
    standardDeviation: standardDeviation(raws),
    median: median(raws),
  };
}
