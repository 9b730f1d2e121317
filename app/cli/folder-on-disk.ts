import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Folder } from "../qti/bank-folder.ts";

/** A folder of the file system. Hidden files are not seen, so that an editor's leftovers are no content. */
export const folderOnDisk = (root: string): Folder => ({
  list: (path) => {
    const full = join(root, path);
    if (!statSync(full, { throwIfNoEntry: false })?.isDirectory()) return [];
    return readdirSync(full).filter((name) => !name.startsWith("."));
  },
  read: (path) => {
    const full = join(root, path);
    return statSync(full, { throwIfNoEntry: false })?.isFile() ? readFileSync(full) : null;
  },
});
