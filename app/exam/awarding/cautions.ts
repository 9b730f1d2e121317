import { type Boundaries, checkBoundaries } from "./boundaries.ts";

/** Fewer candidates than this say little about a form. */
export const enoughCandidates = 30;

/**
 * What an awarder should know before deciding on these boundaries. None of it forbids them: what is forbidden is found by
 * `checkBoundaries`. `raws` are the marks of the attempts that are wholly marked.
 */
export function cautions({
  boundaries,
  max,
  raws,
  stillMarking,
}: {
  readonly boundaries: Boundaries;
  readonly max: number;
  readonly raws: readonly number[];
  readonly stillMarking: number;
}): readonly string[] {
  const check = checkBoundaries(boundaries, max);
  const best = Math.max(...raws);
  return [
    ...(raws.length < enoughCandidates ? [fewCandidates(raws.length)] : []),
    ...(stillMarking > 0 ? [`${attempts(stillMarking)} still being marked and not in these figures.`] : []),
    ...(check.ok ? check.warnings : []),
    ...(raws.length > 0 && boundaries.D > best ? [`Nobody has reached Distinction: the highest mark is ${best}.`] : []),
  ];
}

const fewCandidates = (n: number) =>
  n === 0
    ? "Nobody's marks are complete yet, so the boundaries rest on judgement alone."
    : `Only ${n} ${n === 1 ? "candidate" : "candidates"}: the figures may look quite different with ${enoughCandidates} or more.`;

const attempts = (n: number) => (n === 1 ? "1 attempt is" : `${n} attempts are`);
