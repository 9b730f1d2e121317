import { type Form, placesOf } from "../form/form.ts";
import type { Item, ObjectiveMarks } from "../item/item.ts";

/** What awarding needs to know of a form. */
export type AwardedForm = {
  readonly id: string;
  readonly items: readonly {
    readonly id: string;
    readonly maxMark: number;
    readonly area: string;
    readonly objectives: ObjectiveMarks;
  }[];
};

/** Throws when the form names an item that is not given: a frozen form always has its items. */
export const awardedForm = (
  form: Form,
  items: readonly Pick<Item, "id" | "maxMark" | "objectives" | "classification">[],
): AwardedForm => ({
  id: form.id,
  items: placesOf(form).map((place) => {
    const item = items.find(({ id }) => id === place.item);
    if (item === undefined) throw new Error(`Form ${form.id} names item ${place.item}, which is not there`);
    const { id, maxMark, objectives, classification } = item;
    return { id, maxMark, area: classification.area, objectives };
  }),
});
