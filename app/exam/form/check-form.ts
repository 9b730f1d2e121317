import { type Fault, fault, repeatedIn } from "../item/fault.ts";
import { type Item, objectives } from "../item/item.ts";
import { partsOf, type Specification } from "../item/specification.ts";
import type { Blueprint } from "./blueprint.ts";
import { type Form, type FormItem, placesOf } from "./form.ts";
import { type FormProfile, itemsOf, profileOf } from "./profile.ts";

export type Plan = { readonly specification: Specification; readonly blueprint: Blueprint };

/** All that makes a form unfit for use, in words. A form that the blueprint exempts must still be sound in itself. */
export const checkForm = (form: Form, items: readonly Item[], plan: Plan): readonly Fault[] => [
  ...checkSoundness(form, items),
  ...placesOf(form).flatMap((place) => checkPlace(place, items)),
  ...(plan.blueprint.exempt.includes(form.id) ? [] : checkBlueprint(profileOf(form, items), plan)),
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

const checkBlueprint = (profile: FormProfile, { blueprint, specification }: Plan): readonly Fault[] => {
  const missed = (cause: string) => fault("blueprint-missed", "form", cause);
  const { autoMarks, interactionTypes } = blueprint;
  const untested = Object.keys(specification.areas).filter((area) => profile.areas[area] === undefined);
  return [
    ...(profile.marks === blueprint.marks
      ? []
      : [missed(`${profile.marks} marks; the blueprint asks for ${blueprint.marks}.`)]),
    ...(profile.minutes === blueprint.minutes
      ? []
      : [missed(`${profile.minutes} minutes; the blueprint asks for ${blueprint.minutes}.`)]),
    ...Object.entries(blueprint.areas).flatMap(([letter, share]) => {
      const cause = missedBy(marksInArea(profile, letter), share);
      return cause === null ? [] : [missed(`Area ${letter} has ${cause}.`)];
    }),
    ...objectives.flatMap((objective) => {
      const cause = missedBy(profile.objectives[objective], blueprint.objectives[objective]);
      return cause === null ? [] : [missed(`${objective} has ${cause}.`)];
    }),
    ...(blueprint.everyArea && untested.length > 0 ? [missed(`Nothing tests ${untested.join(", ")}.`)] : []),
    ...(profile.autoMarks < autoMarks.least || profile.autoMarks > autoMarks.most
      ? [missed(`${profile.autoMarks} marks are given by rule; it should be ${autoMarks.least} to ${autoMarks.most}.`)]
      : []),
    ...(profile.interactionTypes.length < interactionTypes.least
      ? [
          missed(
            `${profile.interactionTypes.length} kinds of interaction; it should be at least ${interactionTypes.least}.`,
          ),
        ]
      : []),
  ];
};

const marksInArea = (profile: FormProfile, letter: string) =>
  Object.entries(profile.areas)
    .filter(([area]) => area.startsWith(letter))
    .reduce((total, [, marks]) => total + marks, 0);

const missedBy = (found: number, { marks, tolerance }: { readonly marks: number; readonly tolerance: number }) => {
  const beyond = Math.abs(found - marks) - tolerance;
  if (beyond <= 0) return null;
  const side = found < marks ? "too few" : "too many";
  return `${found} marks, ${beyond} ${side}: the blueprint asks for ${marks}, give or take ${tolerance}`;
};
