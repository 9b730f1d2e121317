/** One place in a form. `item` is the item's identifier; `categories` is what the form claims about it. */
export type FormItem = { readonly ref: string; readonly item: string; readonly categories: readonly string[] };

/** A scenario with its items, or items that stand alone. */
export type Section = { readonly id: string; readonly title: string; readonly items: readonly FormItem[] };

/** One fixed arrangement of items for a component. */
export type Form = {
  readonly id: string;
  readonly title: string;
  readonly minutes: number;
  readonly marks: number;
  readonly sections: readonly Section[];
};

/** The form's places in the order of the test. */
export const placesOf = (form: Form): readonly FormItem[] => form.sections.flatMap((section) => section.items);
