import { checkResponses } from "./check-responses.ts";
import { checkScheme, checkWorkedResponses } from "./check-scheme.ts";
import { type Fault, fault } from "./fault.ts";
import type { Item } from "./item.ts";
import { criteriaOf, type KnowledgeSpecification } from "./knowledge-specification.ts";
import { partsOf, type Specification, type UnitSpecification } from "./specification.ts";

/** All that makes an item unfit for use, short of running its worked responses (`marking/auto-check` does that). */
export const checkItem = (item: Item, specification: UnitSpecification): readonly Fault[] => [
  ...checkMarks(item),
  ...(specification.assessment === "knowledge"
    ? checkCriterion(item, specification)
    : [...checkShares(item), ...checkPlace(item, specification)]),
  ...checkResponses(item),
  ...checkScheme(item),
  ...checkWorkedResponses(item),
];

/** SCORE and MAXSCORE tell the same story in whole marks. */
const checkMarks = (item: Item): readonly Fault[] => {
  const score = item.outcomes.find(({ id }) => id === "SCORE");
  const most = item.outcomes.find(({ id }) => id === "MAXSCORE");
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
  ];
};

/** Every mark is for one objective. */
const checkShares = (item: Item): readonly Fault[] => {
  const shared = partsOf(item).reduce((total, [, marks]) => total + marks, 0);
  const declared = item.outcomes.some(({ id }) => id === "SCORE");
  return shared === item.maxMark || !declared
    ? []
    : [fault("marks-disagree", "item", `The objectives share ${shared} marks, but the item has ${item.maxMark}.`)];
};

/** Its criterion, command word and marks are what the unit allows; there are no objectives to share the marks. */
const checkCriterion = (item: Item, specification: KnowledgeSpecification): readonly Fault[] => {
  const { area, commandWord } = item.classification;
  const at = "classification";
  const known = criteriaOf(specification).find(({ criterion }) => criterion === area);
  const { least, most } = specification.marks;
  const served = partsOf(item).map(([objective]) => objective);
  return [
    ...(known === undefined
      ? [fault("unknown-criterion", at, `The specification has no assessment criterion ${area}.`)]
      : known.commands.includes(commandWord)
        ? []
        : [fault("illegal-command-word", at, `${area} does not allow the command word "${commandWord}".`)]),
    ...(item.maxMark >= least && item.maxMark <= most
      ? []
      : [fault("illegal-marks", at, `The unit allows ${least} to ${most} marks, not ${item.maxMark}.`)]),
    ...(served.length === 0
      ? []
      : [fault("illegal-objective", "item", `The unit has no objectives, but the item serves ${served.join(", ")}.`)]),
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
