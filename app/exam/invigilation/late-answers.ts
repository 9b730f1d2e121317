import type { Duration, Instant } from "../time/time.ts";

/**
 * What arrives after the end is kept and not marked, also when it was written in time on a computer without a network. The
 * invigilator, who was there, writes down whether it should count; the awarding organisation reads it in the sitting's report.
 */
export const lateChoices = ["should-count", "should-not-count"] as const;
export type LateChoice = (typeof lateChoices)[number];

export const lateChoiceWords: Record<LateChoice, string> = {
  "should-count": "It should count: the learner wrote it in time",
  "should-not-count": "It should not count",
};

/** One question answered too late for the server; `left` is the time left when it was written, as the computer showed it. */
export type LateAnswer = { readonly number: number; readonly left: Duration; readonly arrivedAt: Instant };

export type LateAnswers = {
  readonly answers: readonly LateAnswer[];
  /** How many of them nobody has decided about. */
  readonly undecided: number;
  /** The newest decision. */
  readonly decision: {
    readonly choice: LateChoice;
    readonly why: string;
    readonly by: string;
    readonly at: Instant;
  } | null;
};

export const noneLate: LateAnswers = { answers: [], undecided: 0, decision: null };

/** How the decision reads among the sitting's incidents. */
export function lateNarrative(answers: readonly LateAnswer[], choice: LateChoice, why: string): string {
  const numbers = answers.map(({ number }) => number).join(", ");
  const which = answers.length === 1 ? `An answer to question ${numbers}` : `Answers to questions ${numbers}`;
  return `${which} arrived after the end of the test. ${lateChoiceWords[choice]}. ${why}`;
}
