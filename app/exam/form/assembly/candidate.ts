import type { InteractionType } from "../../item/body.ts";
import { interactionsOf, wordsOf } from "../../item/content.ts";
import { type Item, isClassified, type ObjectiveMarks, type Stimulus } from "../../item/item.ts";
import { type Form, placesOf } from "../form.ts";

/** What assembly needs to know of an item: figures, and nothing of its text or key. */
export type Candidate = {
  readonly id: string;
  readonly title: string;
  readonly area: string;
  readonly objectives: ObjectiveMarks;
  readonly commandWord: string;
  readonly marks: number;
  readonly minutes: number;
  readonly words: number;
  readonly auto: boolean;
  readonly types: readonly InteractionType[];
  readonly scenario: string | null;
  /** Mean mark as a share of its marks; null while too few have met it. */
  readonly facility: number | null;
};

export type Scenario = { readonly id: string; readonly title: string; readonly words: number };

/** All that forms can be made of. */
export type Pool = { readonly candidates: readonly Candidate[]; readonly scenarios: readonly Scenario[] };

/** Items in the order of their identifiers, so that the same bank always gives the same forms. Unclassified ones are left out. */
export const poolOf = (
  items: readonly Item[],
  stimuli: readonly Stimulus[],
  facilities: Readonly<Record<string, number>> = {},
): Pool => ({
  candidates: items
    .filter(({ classification }) => isClassified(classification))
    .map((item) => candidateOf(item, facilities[item.id] ?? null))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1)),
  scenarios: stimuli
    .map(({ id, title, body }) => ({ id, title, words: countWords(wordsOf(body)) }))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1)),
});

/** What may be in a real form: items of a practice form are known to everybody, and some are no exam questions at all. */
export const withoutPractice = <T extends { readonly id: string }>(
  items: readonly T[],
  practice: readonly Form[],
): readonly T[] => {
  const known = new Set(practice.flatMap((form) => placesOf(form).map(({ item }) => item)));
  return items.filter(({ id }) => !known.has(id));
};

const candidateOf = (item: Item, facility: number | null): Candidate => ({
  id: item.id,
  title: item.title,
  area: item.classification.area,
  objectives: item.objectives,
  commandWord: item.classification.commandWord,
  marks: item.maxMark,
  minutes: item.classification.minutes,
  words: countWords(wordsOf(item.body)),
  auto: item.marking === "auto",
  types: [...new Set(interactionsOf(item.body).map(({ type }) => type))].sort(),
  scenario: item.stimulus,
  facility,
});

const countWords = (words: string) => (words === "" ? 0 : words.split(" ").length);

/** The candidates of these identifiers, in the order of the pool. */
export const chosenFrom = (pool: Pool, ids: readonly string[]): readonly Candidate[] => {
  const wanted = new Set(ids);
  return pool.candidates.filter(({ id }) => wanted.has(id));
};

export const marksOf = (chosen: readonly Candidate[]) => chosen.reduce((total, { marks }) => total + marks, 0);

/** The items of each scenario; those that stand alone are left out. */
export const byScenario = <T extends Pick<Candidate, "scenario">>(
  items: readonly T[],
): ReadonlyMap<string, readonly T[]> => {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    if (item.scenario === null) continue;
    const group = groups.get(item.scenario);
    if (group) group.push(item);
    else groups.set(item.scenario, [item]);
  }
  return groups;
};
