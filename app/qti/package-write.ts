import type { PackageContent, PackageFile } from "./package-content.ts";
import { blueprintPath, keptPath, picturePath, writeManifest } from "./package-manifest.ts";
import { fileNameOf, writeItem, writeStimulus } from "./write-item.ts";
import { writeTest } from "./write-test.ts";

/** The files of a QTI 3.0.1 package, manifest first, else in the order of their paths; the same content is always the same bytes. */
export const writePackage = (content: PackageContent): readonly PackageFile[] => {
  const sorted = inOrder(content);
  const encoder = new TextEncoder();
  const text = (path: string, written: string): PackageFile => ({ path, bytes: encoder.encode(written) });
  const files = [
    ...sorted.items.map((item) => text(`items/${fileNameOf(item.id)}`, writeItem(item))),
    ...sorted.stimuli.map((stimulus) => text(`stimuli/${fileNameOf(stimulus.id)}`, writeStimulus(stimulus))),
    ...sorted.forms.map((form) => text(`tests/${fileNameOf(form.id)}`, writeTest(form))),
    ...Object.entries(sorted.pictures).map(([name, url]) => ({ path: picturePath(name), bytes: bytesOf(url) })),
    ...(sorted.blueprint === null ? [] : [text(blueprintPath, `${JSON.stringify(sorted.blueprint, null, 2)}\n`)]),
    ...sorted.kept.flatMap((kept) => kept.files.map(({ path, bytes }) => ({ path: keptPath(path), bytes }))),
  ];
  return [text("imsmanifest.xml", writeManifest(sorted)), ...unique(files).toSorted(byPath)];
};

const byPath = (a: PackageFile, b: PackageFile) => (a.path < b.path ? -1 : 1);
const byId = (a: { readonly id: string }, b: { readonly id: string }) => (a.id < b.id ? -1 : 1);

const inOrder = (content: PackageContent): PackageContent => ({
  ...content,
  items: content.items.toSorted(byId),
  stimuli: content.stimuli.toSorted(byId),
  forms: content.forms.toSorted(byId),
  pictures: Object.fromEntries(Object.entries(content.pictures).sort(([a], [b]) => (a < b ? -1 : 1))),
  kept: content.kept.toSorted(byId),
});

/** Two kept items may need the same file. */
const unique = (files: readonly PackageFile[]) => [...new Map(files.map((file) => [file.path, file])).values()];

const bytesOf = (url: string): Uint8Array =>
  Uint8Array.from(atob(url.slice(url.indexOf(",") + 1)), (character) => character.charCodeAt(0));
