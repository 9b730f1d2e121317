import { existsSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { filesAt } from "../../app/cli/package-on-disk.ts";
import { openPackage } from "../../app/qti/package-read.ts";
import { readForeignItem } from "../../app/qti/read-foreign-item.ts";
import { writeItem } from "../../app/qti/write-item.ts";
import { hasSchemas, schemaCheck } from "../support/qti-schema.ts";

const corpus = path.resolve(import.meta.dirname, "../../../shared/qti/dev-corpus");
const withCorpus = test.skipIf(!existsSync(corpus) || !hasSchemas);

withCorpus(
  "items from elsewhere leave as valid QTI 3.0.1 that reads and writes the same again (needs the corpus beside the project)",
  { timeout: 180_000 },
  async () => {
    const invalidIn = await schemaCheck("imsqti_asiv3p0p1_v1p0.xsd");
    const found = await filesAt(corpus);
    const result = openPackage(found.ok ? found.files : [], { loose: true });
    const resources = result.ok ? result.opened.listed.map(result.opened.read) : [];
    const faults: string[] = [];
    let items = 0;
    for (const { path: name, content } of resources) {
      if (content?.kind !== "item") continue;
      items += 1;
      const text = writeItem(content.item);
      const invalid = invalidIn(new TextEncoder().encode(text));
      if (invalid !== null) faults.push(`${name}: ${invalid}`);
      const again = readForeignItem(text, name);
      if (again.kind !== "native" || writeItem(again.item) !== text) faults.push(`${name}: reads back differently`);
    }
    expect(faults).toEqual([]);
    expect(items).toBeGreaterThan(400);
  },
);
