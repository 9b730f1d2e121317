import { checkResponses } from "./check-responses.ts";
import { checkScheme, checkWorkedResponses } from "./check-scheme.ts";
import { type Fault, fault } from "./fault.ts";
import type { Item } from "./item.ts";
import { partsOf, type Specification } from "./specification.ts";

/** All that makes an item unfit for use, short of running its worked responses (`marking/auto-check` does that). */
export const checkItem = (item: Item, specification: Specification): readonly Fault[] => [
  ...checkMarks(item),
  ...checkPlace(item, specification),
  ...checkResponses(item),
  ...checkScheme(item),
  ...checkWorkedResponses(item),
];

/** SCORE, MAXSCORE and the objectives tell the same story in whole marks. */
const checkMarks = (item: Item): readonly Fault[] => {
  const score = item.outcomes.find(({ id }) => id === "SCORE");
  const most = item.outcomes.find(({ id }) => id === "MAXSCORE");
  const parts = partsOf(item);
  const shared = parts.reduce((total, [, marks]) => total + marks, 0);
  if (score === undefined) return [fault("no-marks", "item", "The item does not declare SCORE.")];
  return [
    ...(Number.isInteger(item.maxMark) && item.maxMark > 0
      ? []
      : [fault("bad-marks", "outcome SCORE", `${score.most ?? "No"} marks: an item has one or more whole marks.`)]),
    ...((score.least ?? 0) === 0 ? [] : [fault("bad-marks", "outcome SCORE", "The lowest mark of an item is 0.")]),
    ...(most === undefined || Number(most.initial?.[0]) !== item.maxMark
      ? [
          fault(
            "marks-disagree",
            most === undefined ? "item" : "outcome MAXSCORE",
            `MAXSCORE says ${most?.initial?.[0] ?? "nothing"}, but SCORE goes up to ${item.maxMark}.`,
          ),
        ]
      : []),
    ...(shared === item.maxMark
      ? []
      : [fault("marks-disagree", "item", `The objectives share ${shared} marks, but the item has ${item.maxMark}.`)]),
  ];
};

/** Its area, command word and marks are what the specification allows for each objective it serves. */
const checkPlace = (item: Item, specification: Specification): readonly Fault[] => {
  const { area, commandWord } = item.classification;
  const known = specification.areas[area];
  const at = "classification";
  if (known === undefined) return [fault("unknown-area", at, `The specification has no content area ${area}.`)];
  return partsOf(item).flatMap(([objective, marks]) => {
    const { commands, marks: range } = specification.objectives[objective];
    return [
      ...(known.objectives.includes(objective)
        ? []
        : [fault("illegal-objective", at, `${area} may not be tested by ${objective}.`)]),
      ...(commands.includes(commandWord)
        ? []
        : [fault("illegal-command-word", at, `${objective} does not allow the command word "${commandWord}".`)]),
      ...(marks >= range.least && marks <= range.most
        ? []
        : [fault("illegal-marks", at, `${objective} allows ${range.least} to ${range.most} marks, not ${marks}.`)]),
    ];
  });
};
