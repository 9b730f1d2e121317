import { type Fault, fault, repeatedIn } from "../item/fault.ts";
import type { Item, Stimulus } from "../item/item.ts";
import { partsOf, type Specification } from "../item/specification.ts";
import { poolOf } from "./assembly/candidate.ts";
import { missesIn } from "./assembly/rule.ts";
import { meetingEnemies, rulesOf } from "./assembly/rules.ts";
import type { Blueprint } from "./blueprint.ts";
import { type Form, type FormItem, placesOf } from "./form.ts";
import { itemsOf } from "./profile.ts";

export type Plan = {
  readonly specification: Specification;
  readonly blueprint: Blueprint;
  readonly stimuli?: readonly Stimulus[];
};

/** All that makes a form unfit for use, in words. A form that the blueprint exempts must still be sound in itself. */
export const checkForm = (form: Form, items: readonly Item[], plan: Plan): readonly Fault[] => [
  ...checkSoundness(form, items),
  ...placesOf(form).flatMap((place) => checkPlace(place, items)),
  ...(plan.blueprint.exempt.includes(form.id) ? [] : checkBlueprint(form, items, plan)),
];

const checkSoundness = (form: Form, items: readonly Item[]): readonly Fault[] => {
  const places = placesOf(form);
  const marks = itemsOf(form, items).reduce((total, item) => total + item.maxMark, 0);
  return [
    ...(places.length === 0 ? [fault("empty-form", "form", "The form has no items.")] : []),
    ...(marks === form.marks
      ? []
      : [fault("marks-disagree", "marks", `The form says ${form.marks} marks, but its items add up to ${marks}.`)]),
    ...repeatedIn(places.map(({ item }) => item)).map((item) =>
      fault(
        "item-twice",
        `ref ${places.findLast((place) => place.item === item)?.ref}`,
        `${item} is in the form twice.`,
      ),
    ),
    ...repeatedIn(places.map(({ ref }) => ref)).map((ref) =>
      fault("ref-twice", `ref ${ref}`, `Two places are called ${ref}.`),
    ),
    ...repeatedIn(form.sections.map(({ title }) => title)).map((title) =>
      fault("section-twice", "form", `Two sections are called “${title}”.`),
    ),
  ];
};

/** The categories a place must have, no more and no fewer. */
export const categoriesOf = (item: Item): readonly string[] => [
  ...partsOf(item).map(([objective]) => objective),
  `area-${item.classification.area}`,
  `cmd-${item.classification.commandWord}`,
  `tariff-${item.maxMark}`,
];

const checkPlace = (place: FormItem, items: readonly Item[]): readonly Fault[] => {
  const at = `ref ${place.ref}`;
  const item = items.find(({ id }) => id === place.item);
  if (item === undefined) return [fault("unknown-item", at, `The bank has no item ${place.item}.`)];
  const expected = categoriesOf(item);
  const missing = expected.filter((category) => !place.categories.includes(category));
  const strange = place.categories.filter((category) => !expected.includes(category));
  if (missing.length + strange.length === 0) return [];
  const parts = [
    ...(missing.length > 0 ? [`lacks ${missing.join(" ")}`] : []),
    ...(strange.length > 0 ? [`wrongly has ${strange.join(" ")}`] : []),
  ];
  return [fault("category-disagrees", at, `${place.ref} (${item.id}) ${parts.join(" and ")}.`)];
};

/** The stimuli are needed only where the blueprint counts words. */
const checkBlueprint = (form: Form, items: readonly Item[], plan: Plan): readonly Fault[] => {
  const pool = poolOf(itemsOf(form, items), plan.stimuli ?? []);
  const words = [
    ...(form.minutes === plan.blueprint.minutes
      ? []
      : [`${form.minutes} minutes; the blueprint asks for ${plan.blueprint.minutes}.`]),
    ...missesIn(rulesOf(plan), pool.candidates, pool).map(({ rule, found }) => rule.says(found)),
    ...meetingEnemies(
      plan.blueprint,
      pool.candidates.map(({ id }) => id),
    ),
  ];
  return words.map((cause) => fault("blueprint-missed", "form", cause));
};
