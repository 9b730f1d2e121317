import type { Item } from "../../exam/item/item.ts";

/** What writes items as files and looks at pictures for a command: QTI is no business of a rule or a table. */
export type ItemFiles = {
  /** The text of the item's file, and the item that reading it gives; null with the reasons when it cannot be read. */
  write(item: Item): { readonly xml: string; readonly read: Item | null; readonly problems: readonly string[] };
  /** What kind of picture these bytes are, or why they cannot be used. */
  judgePicture(
    name: string,
    bytes: Uint8Array,
  ): { readonly ok: true; readonly type: string } | { readonly ok: false; readonly why: string };
  /** Which file of a package an item at some path means by a name; null when it is none of the package's. */
  placeOf(itemPath: string, name: string): string | null;
};
