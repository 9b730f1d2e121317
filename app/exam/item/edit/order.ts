import type { Interaction } from "../body.ts";
import { namesIn } from "../content.ts";
import type { Item } from "../item.ts";
import type { ResponseId, Value } from "../response.ts";
import { interactionFor } from "./interactions.ts";
import { withKey } from "./key.ts";
import { moved } from "./lists.ts";
import { swapNames } from "./rename.ts";

export const isOrder = (interaction: Interaction) =>
  interaction.type === "order" || interaction.type === "graphic-order";

/** The right order: first what the key says, then whatever it leaves out. */
export const orderIn = (item: Item, response: ResponseId): Value => {
  const interaction = interactionFor(item, response);
  const names = interaction === null ? [] : namesIn(interaction);
  const key = item.responses.find(({ id }) => id === response)?.correct ?? [];
  return [...key, ...names.filter((name) => !key.includes(name))];
};

/**
 * Says which order is right. Choices that are shuffled travel sorted by their identifiers, so that when those happen to be in
 * the order of the key, two of them change names.
 */
export const withOrder = (item: Item, response: ResponseId, order: Value): Item => {
  const keyed = withKey(item, response, order);
  const [first, second] = order;
  const shows = order.join(" ") === order.toSorted().join(" ");
  return shows && first !== undefined && second !== undefined ? swapNames(keyed, response, [first, second]) : keyed;
};

export const moveInOrder = (item: Item, response: ResponseId, { id, to }: { id: string; to: number }): Item => {
  const order = orderIn(item, response);
  return withOrder(item, response, moved(order, order.indexOf(id), to));
};
