import { createContext, useContext } from "react";
import type { Fault } from "../../exam/item/fault.ts";
import type { Item, Stimulus } from "../../exam/item/item.ts";
import type { ItemResponse } from "../../exam/item/response.ts";
import type { UnitSpecification } from "../../exam/item/specification.ts";
import type { Pictures } from "../../player/interactions/interaction-props.ts";

/** Changes the item. Changes of one `group` that follow each other closely, as in typing, are undone together. */
export type Edit = (change: (item: Item) => Item, group?: string) => void;

/** What every part of the editor may use. */
export type Author = {
  readonly item: Item;
  readonly edit: Edit;
  readonly specification: UnitSpecification;
  readonly stimuli: readonly Stimulus[];
  readonly pictures: Pictures;
  /** Keeps a picture with the unit and gives the name by which items know it, or null when it was refused. */
  readonly addPicture: (file: File) => Promise<string | null>;
  readonly faults: readonly Fault[];
  /** What was answered in the preview. */
  readonly tried: ItemResponse;
  readonly tryOut: (response: ItemResponse) => void;
};

const AuthorContext = createContext<Author | null>(null);
export const AuthorProvider = AuthorContext.Provider;

export function useAuthor(): Author {
  const author = useContext(AuthorContext);
  if (author === null) throw new Error("Only the editor of an item has an author.");
  return author;
}
