import type { InteractionType } from "../item/body.ts";
import { interactionsOf } from "../item/content.ts";
import type { Item, Objective } from "../item/item.ts";
import { type Form, placesOf } from "./form.ts";

/** What a form adds up to. `areas` and `objectives` are marks. */
export type FormProfile = {
  readonly id: string;
  readonly marks: number;
  readonly minutes: number;
  readonly items: number;
  readonly autoMarks: number;
  readonly areas: Readonly<Record<string, number>>;
  readonly objectives: Readonly<Record<Objective, number>>;
  readonly interactionTypes: readonly InteractionType[];
};

/** The items of a form in its order; places whose item is not in the bank are left out. */
export const itemsOf = (form: Form, items: readonly Item[]): readonly Item[] =>
  placesOf(form).flatMap((place) => items.find((item) => item.id === place.item) ?? []);

const marksOf = (items: readonly Item[]) => items.reduce((total, item) => total + item.maxMark, 0);

export const profileOf = (form: Form, bank: readonly Item[]): FormProfile => {
  const items = itemsOf(form, bank);
  const areas = [...new Set(items.map((item) => item.classification.area))].sort();
  return {
    id: form.id,
    marks: marksOf(items),
    minutes: form.minutes,
    items: items.length,
    autoMarks: marksOf(items.filter((item) => item.marking === "auto")),
    areas: Object.fromEntries(
      areas.map((area) => [area, marksOf(items.filter((item) => item.classification.area === area))]),
    ),
    objectives: {
      AO1: servedBy(items, "AO1"),
      AO2: servedBy(items, "AO2"),
      AO3: servedBy(items, "AO3"),
      AO4: servedBy(items, "AO4"),
    },
    interactionTypes: [
      ...new Set(items.flatMap((item) => interactionsOf(item.body).map((interaction) => interaction.type))),
    ].sort(),
  };
};

const servedBy = (items: readonly Item[], objective: Objective) =>
  items.reduce((total, item) => total + (item.objectives[objective] ?? 0), 0);
