import type { Body } from "../body.ts";
import { namesIn } from "../content.ts";
import type { Item } from "../item.ts";
import type { ResponseId } from "../response.ts";
import { interactionFor, withInteraction } from "./interactions.ts";
import { listNames, withList } from "./lists.ts";
import { renaming } from "./named-values.ts";
import { freshName } from "./names.ts";

/** Calls a choice, gap or hottext by another identifier, wherever it is named. A name that is taken changes nothing. */
export const renameChoice = (item: Item, response: ResponseId, { from, to }: { from: string; to: string }): Item => {
  const interaction = interactionFor(item, response);
  if (interaction === null || namesIn(interaction).includes(to)) return item;
  return renameAll(item, response, (name) => (name === from ? to : name));
};

/** Lets two choices change their identifiers. */
export const swapNames = (item: Item, response: ResponseId, [a, b]: readonly [string, string]): Item =>
  renameAll(item, response, (name) => (name === a ? b : name === b ? a : name));

/** Lettered from A in the order they stand in, after some were removed or moved. */
export const relettered = (item: Item, response: ResponseId): Item => {
  const interaction = interactionFor(item, response);
  if (interaction === null) return item;
  const names = namesIn(interaction);
  const fresh = names.reduce<readonly string[]>((made) => [...made, freshName(made, "")], []);
  return renameAll(item, response, (name) => fresh[names.indexOf(name)] ?? name);
};

/** Renames by a rule that gives different names to different choices. */
const renameAll = (item: Item, response: ResponseId, rename: (name: string) => string): Item => {
  const renamed = withInteraction(item, response, (interaction) => {
    const lists = listNames.reduce(
      (changed, list) => withList(changed, list, (all) => all.map((one) => ({ ...one, id: rename(one.id) }))),
      interaction,
    );
    return "content" in lists ? { ...lists, content: renamedIn(lists.content, rename) } : lists;
  });
  return renaming(renamed, response, rename);
};

const renamedIn = (body: Body, rename: (name: string) => string): Body =>
  body.map((node) => {
    if (node.kind === "gap") return { ...node, id: rename(node.id) };
    if (node.kind === "hottext") return { ...node, id: rename(node.id), children: renamedIn(node.children, rename) };
    return node.kind === "element" ? { ...node, children: renamedIn(node.children, rename) } : node;
  });
