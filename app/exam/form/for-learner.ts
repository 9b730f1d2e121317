import { picturesOf } from "../item/content.ts";
import { forLearner, stimulusForLearner } from "../item/for-learner.ts";
import type { Item, Stimulus } from "../item/item.ts";
import type { LearnerForm } from "../item/learner-item.ts";
import type { Form } from "./form.ts";

/** What a form is made of, by identifier or, for pictures (data URLs), by the name items use. */
export type Material = {
  readonly items: readonly Item[];
  readonly stimuli: readonly Stimulus[];
  readonly pictures: Readonly<Record<string, string>>;
};

/**
 * The whole form as a learner's browser gets it: only what this form uses, and nothing that helps to answer it. The form
 * must have passed `checkForm`; a missing item, stimulus or picture is a fault of the program.
 */
export const learnerForm = (form: Form, { items, stimuli, pictures }: Material): LearnerForm => {
  const placed = form.sections.flatMap((section) =>
    section.items.map((place) => ({ section: section.title, item: found(items, place.item) })),
  );
  const used = [...new Set(placed.flatMap(({ item }) => item.stimulus ?? []))].map((id) => found(stimuli, id));
  const shown = [...placed.map(({ item }) => item.body), ...used.map(({ body }) => body)].flatMap(picturesOf);
  return {
    id: form.id,
    title: form.title,
    minutes: form.minutes,
    marks: form.marks,
    items: placed.map(({ item, section }, index) => ({
      ...forLearner(item),
      number: index + 1,
      stimulus: item.stimulus,
      section,
    })),
    stimuli: used.map(stimulusForLearner),
    pictures: Object.fromEntries([...new Set(shown)].map((name) => [name, pictureNamed(pictures, name)])),
  };
};

const found = <T extends { readonly id: string }>(all: readonly T[], id: string): T => {
  const one = all.find((candidate) => candidate.id === id);
  if (one === undefined) throw new Error(`The form uses ${id}, which is not in the bank.`);
  return one;
};

const pictureNamed = (pictures: Readonly<Record<string, string>>, name: string) => {
  const data = Object.hasOwn(pictures, name) ? pictures[name] : undefined;
  if (data === undefined) throw new Error(`The form shows ${name}, which is not in the bank.`);
  return data;
};
