import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { unzip, usualLimits } from "../platform/zip.ts";
import type { PackageFile } from "../qti/package-content.ts";
import type { Refusal } from "../qti/package-read.ts";

type Found =
  | { readonly ok: true; readonly files: readonly PackageFile[]; readonly isFolder: boolean }
  | { readonly ok: false; readonly refusal: Refusal };

const no = (code: string, message: string, file = ""): Found => ({
  ok: false,
  refusal: { code, file, line: 1, message },
});

/** The files of a zip, of a folder and all below it, or the one file that was named. */
export const filesAt = async (path: string): Promise<Found> => {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) return no("missing-file", `There is no ${path}.`);
  if (found.isDirectory()) return { ok: true, files: filesBelow(path, path), isFolder: true };
  if (found.size > usualLimits.all) return no("too-large", `${path} is too large.`);
  const bytes = readFileSync(path);
  const isZip = bytes.subarray(0, 2).toString("latin1") === "PK" || /\.(zip|imscc)$/i.test(path);
  if (!isZip) return { ok: true, files: [{ path: path.split(sep).at(-1) ?? path, bytes }], isFolder: false };
  const unzipped = await unzip(bytes);
  return unzipped.ok ? { ...unzipped, isFolder: false } : no(unzipped.code, unzipped.cause, unzipped.file ?? "");
};

const filesBelow = (folder: string, root: string): readonly PackageFile[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const full = join(folder, entry.name);
    if (entry.isDirectory()) return filesBelow(full, root);
    return entry.isFile() ? [{ path: relative(root, full).split(sep).join("/"), bytes: readFileSync(full) }] : [];
  });
