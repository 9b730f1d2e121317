import type { InteractionType } from "../../item/body.ts";
import { type Objective, objectives } from "../../item/item.ts";
import type { Blueprint } from "../blueprint.ts";
import { byScenario, type Candidate, chosenFrom, marksOf, type Pool } from "./candidate.ts";
import { usualItems } from "./form-model.ts";

/** What a choice of items comes to: marks by area letter and by objective, minutes to expect, words to read. */
export type FormFigures = {
  readonly items: number;
  readonly marks: number;
  readonly minutes: number;
  readonly autoMarks: number;
  readonly areas: Readonly<Record<string, number>>;
  readonly objectives: Readonly<Record<Objective, number>>;
  readonly types: readonly InteractionType[];
  readonly scenarios: number;
  readonly words: number;
};

export function figuresOf(pool: Pool, ids: readonly string[]): FormFigures {
  const chosen = chosenFrom(pool, ids);
  const used = new Set(chosen.flatMap(({ scenario }) => scenario ?? []));
  const read = pool.scenarios.filter(({ id }) => used.has(id));
  return {
    items: chosen.length,
    marks: marksOf(chosen),
    minutes: Math.round(10 * total(chosen, ({ minutes }) => minutes)) / 10,
    autoMarks: marksOf(chosen.filter(({ auto }) => auto)),
    areas: Object.fromEntries(
      lettersIn(pool).map((letter) => [letter, marksOf(chosen.filter(({ area }) => area.startsWith(letter)))]),
    ),
    objectives: Object.fromEntries(
      objectives.map((objective) => [objective, total(chosen, (item) => item.objectives[objective] ?? 0)]),
    ) as Record<Objective, number>,
    types: [...new Set(chosen.flatMap(({ types }) => types))].sort(),
    scenarios: used.size,
    words: total(chosen, ({ words }) => words) + read.reduce((sum, { words }) => sum + words, 0),
  };
}

/** Marks of the items that two forms have in common. */
export const sharedMarks = (pool: Pool) => (one: readonly string[], other: readonly string[]) =>
  marksOf(
    chosenFrom(
      pool,
      one.filter((id) => other.includes(id)),
    ),
  );

/** Of each form against each: what they share as a percentage of the first one's marks, to one decimal. */
export const overlapOf = (pool: Pool, forms: readonly (readonly string[])[]): readonly (readonly number[])[] => {
  const shared = sharedMarks(pool);
  return forms.map((one) =>
    forms.map((other) => Math.round((1000 * shared(one, other)) / Math.max(1, marksOf(chosenFrom(pool, one)))) / 10),
  );
};

const total = (items: readonly Candidate[], of: (item: Candidate) => number) =>
  items.reduce((sum, item) => sum + of(item), 0);

const lettersIn = ({ candidates }: Pool) => [...new Set(candidates.map(({ area }) => area.slice(0, 1)))].sort();

export type ThinScenario = { readonly title: string; readonly items: number; readonly least: number };

/** Scenarios that a form uses for fewer items than the blueprint wants of them: a long read for few marks. */
export const thinScenarios = (pool: Pool, blueprint: Blueprint, ids: readonly string[]): readonly ThinScenario[] => {
  const wanted = blueprint.scenarios?.leastItems ?? usualItems;
  const there = byScenario(pool.candidates);
  return [...byScenario(chosenFrom(pool, ids))].flatMap(([id, items]) => {
    const least = Math.min(wanted, there.get(id)?.length ?? 0);
    const title = pool.scenarios.find((scenario) => scenario.id === id)?.title ?? id;
    return items.length < least ? [{ title, items: items.length, least }] : [];
  });
};
