import type { ItemFiles } from "./commands/authoring/item-files.ts";
import { judgeAsset } from "./qti/package-asset.ts";
import { placeNamed } from "./qti/package-content.ts";
import { readItem } from "./qti/read-item.ts";
import { writeItem } from "./qti/write-item.ts";

const pictureTypes: Readonly<Record<string, string>> = {
  png: "image/png",
  jpeg: "image/jpeg",
  gif: "image/gif",
  webp: "image/webp",
  svg: "image/svg+xml",
};

/** The writer and reader of items that an installation works with. */
export const itemFiles: ItemFiles = {
  write(item) {
    const xml = writeItem(item);
    const found = readItem(xml, `${item.id}.xml`);
    return found.ok
      ? { xml, read: found.value, problems: [] }
      : { xml, read: null, problems: found.problems.map(({ cause }) => cause) };
  },
  judgePicture(name, bytes) {
    const verdict = judgeAsset(name, bytes);
    if (verdict.verdict !== "kept") return { ok: false, why: verdict.cause };
    const type = pictureTypes[verdict.type];
    return type === undefined ? { ok: false, why: `${name} is not a picture.` } : { ok: true, type };
  },
  placeOf: placeNamed,
};
