import type { Combination, Qualification, Unit } from "../../exam/qualification/qualification.ts";

/** The rules of combination, a sentence each. */
export function combinationInWords({ creditMin, rules }: Combination): readonly string[] {
  const whole = creditMin === null ? [] : [`At least ${creditMin} credits in all.`];
  return [
    ...whole,
    ...rules.flatMap(({ of, all, creditMin: least, creditMax: most }) => [
      ...(all ? [`Every unit of ${groups(of)}.`] : []),
      ...(least === null ? [] : [`At least ${least} credits from ${groups(of)}.`]),
      ...(most === null ? [] : [`At most ${most} credits from ${groups(of)}.`]),
    ]),
  ];
}

const groups = (names: readonly string[]) => {
  if (names.length === 1) return names[0]!.length === 1 ? `group ${names[0]}` : `the ${names[0]} group`;
  return `groups ${names.slice(0, -1).join(", ")} and ${names.at(-1)} together`;
};

export const assessmentWords: Readonly<Record<Unit["assessment"], string>> = {
  "external-onscreen": "Onscreen test",
  internal: "Internal",
  "internal-synoptic": "Internal, synoptic",
  portfolio: "Portfolio",
  "assessed-knowledge": "Knowledge, set by the awarding body",
};

/** The external test in a line; null where the qualification has none. */
export const testInWords = ({ externalTest: test }: Qualification) =>
  test &&
  `Unit ${test.unit}: ${test.minutes} minutes, ${test.maxMark} marks, ${test.attempts - 1 === 1 ? "one resit" : `${test.attempts - 1} resits`}`;

export const pointsInWords = ({ points }: Qualification) =>
  points &&
  `A unit counts ${points.unitPoints.P} for a Pass, ${points.unitPoints.M} for a Merit, ${points.unitPoints.D} for a Distinction. Pass from ${points.thresholds.P} points, Merit from ${points.thresholds.M}, Distinction from ${points.thresholds.D}.`;
