import type { GroupRule, Qualification, Unit } from "./qualification.ts";

export type CombinationCheck =
  | { readonly ok: true; readonly credit: number; readonly guidedHours: number }
  | { readonly ok: false; readonly problems: readonly CombinationProblem[] };

export type CombinationProblem = {
  readonly refusal:
    | "no-such-unit"
    | "unit-twice"
    | "unit-missing"
    | "too-little-credit"
    | "too-much-credit"
    | "barred-together";
  readonly why: string;
};

/** Whether the units chosen, by their references, make up the qualification. All problems are found at once. */
export function checkCombination(qualification: Qualification, chosen: readonly string[]): CombinationCheck {
  const units = qualification.units.filter(({ ref }) => chosen.includes(ref));
  const problems = [
    ...unknown(qualification, chosen),
    ...totalCredit(qualification, units),
    ...qualification.combination.rules.flatMap((rule) => broken(rule, qualification.units, units)),
    ...barred(qualification, chosen),
  ];
  return problems.length > 0
    ? { ok: false, problems }
    : { ok: true, credit: creditOf(units), guidedHours: hoursOf(units) };
}

function unknown({ units, title }: Qualification, chosen: readonly string[]): readonly CombinationProblem[] {
  return chosen.flatMap((ref, at): readonly CombinationProblem[] => {
    if (!units.some((unit) => unit.ref === ref))
      return [{ refusal: "no-such-unit", why: `${ref} is not a unit of ${title}.` }];
    return chosen.indexOf(ref) === at ? [] : [{ refusal: "unit-twice", why: `${ref} is chosen twice.` }];
  });
}

function totalCredit({ combination }: Qualification, units: readonly Unit[]): readonly CombinationProblem[] {
  const credit = creditOf(units);
  return combination.creditMin !== null && credit < combination.creditMin
    ? [
        {
          refusal: "too-little-credit",
          why: `The units come to ${credit} credits; at least ${combination.creditMin} are needed.`,
        },
      ]
    : [];
}

function broken(rule: GroupRule, all: readonly Unit[], chosen: readonly Unit[]): readonly CombinationProblem[] {
  const isIn = ({ group }: Unit) => rule.of.includes(group);
  const units = chosen.filter(isIn);
  const credit = creditOf(units);
  const where = rule.of.length === 1 ? `group ${rule.of[0]}` : `groups ${rule.of.join(", ")} together`;
  const missing = rule.all ? all.filter((unit) => isIn(unit) && !units.includes(unit)) : [];
  return [
    ...missing.map(
      ({ ref, title }): CombinationProblem => ({ refusal: "unit-missing", why: `${ref}, ${title}, must be taken.` }),
    ),
    ...(rule.creditMin !== null && credit < rule.creditMin
      ? [
          {
            refusal: "too-little-credit" as const,
            why: `${credit} credits from ${where}; at least ${rule.creditMin} are needed.`,
          },
        ]
      : []),
    ...(rule.creditMax !== null && credit > rule.creditMax
      ? [
          {
            refusal: "too-much-credit" as const,
            why: `${credit} credits from ${where}; at most ${rule.creditMax} are allowed.`,
          },
        ]
      : []),
  ];
}

const barred = ({ barredCombinations }: Qualification, chosen: readonly string[]): readonly CombinationProblem[] =>
  barredCombinations
    .filter((together) => together.every((ref) => chosen.includes(ref)))
    .map((together) => ({ refusal: "barred-together", why: `${together.join(" and ")} may not be taken together.` }));

const creditOf = (units: readonly Unit[]) => units.reduce((total, { credit }) => total + (credit ?? 0), 0);
const hoursOf = (units: readonly Unit[]) => units.reduce((total, { guidedHours }) => total + guidedHours, 0);
