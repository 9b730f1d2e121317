import { interactionsOf } from "./content.ts";
import type { Item } from "./item.ts";
import type { ItemResponse } from "./response.ts";

/** As a word processor counts them. */
export const wordCount = (text: string) => text.split(/\s+/).filter((word) => word !== "").length;

/** How many words a response has; null for an item that asks for no text. */
export function wordsGiven({ body }: Pick<Item, "body">, response: ItemResponse): number | null {
  const asked = interactionsOf(body).filter(({ type }) => type === "text-entry" || type === "extended-text");
  if (asked.length === 0) return null;
  return asked.reduce((total, { response: id }) => total + wordCount((response[id] ?? []).join(" ")), 0);
}
