import { namesIn } from "../content.ts";
import type { Item } from "../item.ts";
import type { ResponseId } from "../response.ts";
import { interactionFor, withInteraction } from "./interactions.ts";
import { type EntryChange, type ListName, withEntry, withMoved, withNewEntry, withoutEntry } from "./lists.ts";
import { isOrder, orderIn, withOrder } from "./order.ts";

/** Where an entry is: in which list of which interaction. */
export type Place = { readonly response: ResponseId; readonly list: ListName };

export const addChoice = (item: Item, { response, list }: Place): Item => {
  const added = withInteraction(item, response, (interaction) => withNewEntry(interaction, list));
  const [before, now] = [interactionFor(item, response), interactionFor(added, response)];
  if (before === null || now === null || !isOrder(now)) return added;
  const known = namesIn(before);
  return withOrder(added, response, [...orderIn(item, response), ...namesIn(now).filter((id) => !known.includes(id))]);
};

export const removeChoice = (item: Item, { response, list }: Place, id: string): Item =>
  withInteraction(item, response, (interaction) => {
    const left = withoutEntry(interaction, list, id);
    const most = namesIn(left).length;
    return "maxChoices" in left &&
      left.maxChoices !== undefined &&
      left.type !== "select-point" &&
      left.maxChoices > most
      ? { ...left, maxChoices: most }
      : left;
  });

export const moveChoice = (item: Item, { response, list }: Place, move: { readonly id: string; readonly to: number }) =>
  withInteraction(item, response, (interaction) => withMoved(interaction, list, move));

export const changeChoice = (item: Item, { response, list }: Place, change: EntryChange & { readonly id: string }) =>
  withInteraction(item, response, (interaction) => withEntry(interaction, list, change));
