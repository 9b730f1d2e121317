import type { Item, Stimulus } from "../item/item.ts";
import type { Specification } from "../item/specification.ts";
import type { Blueprint } from "./blueprint.ts";
import type { Form } from "./form.ts";

/** All the content of one unit. `pictures` are data URLs by the name that items use for them. */
export type Bank = {
  readonly unit: string;
  readonly specification: Specification;
  readonly blueprint: Blueprint;
  readonly items: readonly Item[];
  readonly stimuli: readonly Stimulus[];
  readonly forms: readonly Form[];
  readonly pictures: Readonly<Record<string, string>>;
};
