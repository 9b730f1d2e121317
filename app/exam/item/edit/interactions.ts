import type { Body, Interaction, Node } from "../body.ts";
import { interactionsOf } from "../content.ts";
import type { Item } from "../item.ts";
import type { ResponseId } from "../response.ts";

export type Change<T> = (from: T) => T;

/** The body with each of its interactions changed. */
export const mapInteractions = (body: Body, change: Change<Interaction>): Body =>
  body.map((node) => {
    if (node.kind === "interaction") return { ...node, interaction: change(node.interaction) };
    return node.kind === "element" ? { ...node, children: mapInteractions(node.children, change) } : node;
  });

export const withInteraction = (item: Item, response: ResponseId, change: Change<Interaction>): Item => ({
  ...item,
  body: mapInteractions(item.body, (interaction) =>
    interaction.response === response ? change(interaction) : interaction,
  ),
});

export const interactionFor = (item: Item, response: ResponseId): Interaction | null =>
  interactionsOf(item.body).find((interaction) => interaction.response === response) ?? null;

/** The body without the nodes that are not to stay, however deep they lie. */
export const pruned = (body: Body, stays: (node: Node) => boolean): Body =>
  body
    .filter(stays)
    .map((node) =>
      node.kind === "element" || node.kind === "hottext" ? { ...node, children: pruned(node.children, stays) } : node,
    );
