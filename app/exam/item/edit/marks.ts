import type { OutcomeDeclaration } from "../declaration.ts";
import { type Item, type Objective, type ObjectiveMarks, objectives } from "../item.ts";
import { partsOf } from "../specification.ts";

const isObjectiveOutcome = (id: string) => objectives.some((name) => id === `SCORE_${name}`);

const outcome = (
  id: string,
  rest: Pick<OutcomeDeclaration, "initial" | "least" | "most" | "byPerson">,
): OutcomeDeclaration => ({ id, cardinality: "single", baseType: "float", ...rest });

/** The outcomes that tell the marks, written from the item's own figures; whatever else it declares stays. */
const outcomesFor = (item: Item): readonly OutcomeDeclaration[] => {
  const { maxMark: most, marking } = item;
  const byPerson = marking === "person";
  const score = item.outcomes.find(({ id }) => id === "SCORE");
  return [
    outcome("SCORE", { initial: score === undefined ? ["0"] : score.initial, least: 0, most, byPerson }),
    outcome("MAXSCORE", { initial: [String(most)], least: null, most: null, byPerson: false }),
    ...partsOf(item).map(([name, marks]) =>
      outcome(`SCORE_${name}`, { initial: null, least: 0, most: marks, byPerson }),
    ),
    ...item.outcomes.filter(({ id }) => id !== "SCORE" && id !== "MAXSCORE" && !isObjectiveOutcome(id)),
  ];
};

const told = (item: Item): Item => ({ ...item, outcomes: outcomesFor(item) });

/** Marks for the item: SCORE and MAXSCORE follow, and so does its objective when it serves only one. */
export const withMarks = (item: Item, marks: number): Item => {
  const served = partsOf(item);
  const [only] = served;
  const shares = only !== undefined && served.length === 1 ? { [only[0]]: marks } : item.objectives;
  return told({ ...item, maxMark: marks, objectives: shares });
};

/** Which objectives the item serves, with the marks for each; the item's marks stay, so that a wrong sum can be seen. */
export const withObjectives = (item: Item, shares: ObjectiveMarks): Item => told({ ...item, objectives: shares });

/** Adds or takes away an objective. The first one gets all marks, a further one what the others leave, at least 1. */
export const withObjective = (item: Item, name: Objective, serves: boolean): Item => {
  const { [name]: _, ...others } = item.objectives;
  if (!serves) {
    const [only, ...more] = partsOf({ objectives: others });
    return withObjectives(item, only !== undefined && more.length === 0 ? { [only[0]]: item.maxMark } : others);
  }
  const taken = partsOf({ objectives: others }).reduce((sum, [, marks]) => sum + marks, 0);
  return withObjectives(item, { ...others, [name]: Math.max(1, item.maxMark - taken) });
};

export const withMarking = (item: Item, marking: Item["marking"]): Item => told({ ...item, marking });
