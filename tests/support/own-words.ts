import { changeWorked } from "../../app/exam/item/edit/worked.ts";
import type { Item } from "../../app/exam/item/item.ts";
import { itemShape } from "../../app/exam/item/item-shape.ts";

/** The item with no text left as a new item has it: not its title, its words, nor the response that is to earn everything. */
export const inOwnWords = (item: Item): Item => {
  const own = (_: string, value: unknown) =>
    typeof value === "object" && value !== null && "kind" in value && value.kind === "text" && "text" in value
      ? { ...value, text: `${value.text} again` }
      : value;
  const worded = itemShape.parse(JSON.parse(JSON.stringify({ ...item, title: "Written in the editor" }), own));
  return worded.marking === "auto"
    ? worded
    : changeWorked(worded, 0, { response: { RESPONSE: ["I would listen first, and put it right today."] } });
};
