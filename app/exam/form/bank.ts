import type { Item, Stimulus } from "../item/item.ts";
import type { KnowledgeSpecification } from "../item/knowledge-specification.ts";
import type { Specification } from "../item/specification.ts";
import type { Blueprint } from "./blueprint.ts";
import type { Form } from "./form.ts";

/** `pictures` are data URLs by the name that items use for them. */
type UnitContent = {
  readonly unit: string;
  readonly items: readonly Item[];
  readonly stimuli: readonly Stimulus[];
  readonly forms: readonly Form[];
  readonly pictures: Readonly<Record<string, string>>;
};

/** All the content of one unit that is sat as timed forms. */
export type Bank = UnitContent & { readonly specification: Specification; readonly blueprint: Blueprint };

/** All the content of one unit whose questions are answered criterion by criterion: no plan, so no form. */
export type KnowledgeBank = UnitContent & {
  readonly specification: KnowledgeSpecification;
  readonly blueprint: null;
};

export type UnitBank = Bank | KnowledgeBank;
