import type { Interaction, InteractionType } from "../../exam/item/body.ts";
import type { Value } from "../../exam/item/response.ts";

/** Puts choices into the order this learner sees, the same for the same seed; fixed ones keep their place. */
export type Shuffle = <One extends { readonly id: string; readonly fixed: boolean }>(
  choices: readonly One[],
  seed: string,
) => readonly One[];

/** What the interactions of one item share. */
export type Surroundings = {
  readonly disabled: boolean;
  readonly seed: string;
  readonly shuffle: Shuffle;
  /** Sources of pictures by the name the item uses for them. */
  readonly pictures: Pictures;
  /** The id of the words that name an interaction without a prompt of its own. */
  readonly labelledBy: string | undefined;
};

export type Pictures = Readonly<Record<string, string>>;

export type InteractionProps<Type extends InteractionType> = Surroundings & {
  readonly interaction: Extract<Interaction, { readonly type: Type }>;
  readonly value: Value;
  readonly give: (value: Value) => void;
};
