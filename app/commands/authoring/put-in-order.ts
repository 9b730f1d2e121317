import { differingParts } from "../../exam/authoring/gist.ts";
import { sameContent } from "../../exam/authoring/same-content.ts";
import type { Item } from "../../exam/item/item.ts";
import { type Refused, refused } from "../../exam/people/refusals.ts";
import type { ItemFiles } from "./item-files.ts";

/**
 * The item as its file gives it, so that what is reviewed is word for word what will be published: spaces and paragraphs are
 * put in order, and nothing that is said, shown or marked may be lost.
 */
export function putInOrder(item: Item, files: ItemFiles): { readonly ok: true; readonly item: Item } | Refused {
  const { read, problems } = files.write(item);
  if (read === null) return refused("item-unfit", problems.join(" "));
  const lost = differingParts(item, read);
  if (lost.length > 0) return refused("item-unfit", `A file cannot hold this as it is: ${lost.join(", ")}.`);
  const again = files.write(read).read;
  if (again === null || !sameContent(again, read))
    throw new Error(`The file of ${item.id} does not keep what it says.`);
  return { ok: true, item: read };
}
