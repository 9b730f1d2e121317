import path from "node:path";
import { expect, test } from "vitest";
import { folderOnDisk } from "../../app/cli/folder-on-disk.ts";
import { placesOf } from "../../app/exam/form/form.ts";
import type { Item } from "../../app/exam/item/item.ts";
import { markItem } from "../../app/exam/marking/auto-mark.ts";
import { unzip, zip } from "../../app/platform/zip.ts";
import { readBank, unitsIn } from "../../app/qti/bank-folder.ts";
import { contentOf, type PackageContent } from "../../app/qti/package-content.ts";
import { openPackage } from "../../app/qti/package-read.ts";
import { writePackage } from "../../app/qti/package-write.ts";

import { hasSchemas, schemaCheck } from "../support/qti-schema.ts";

const folder = folderOnDisk(path.resolve(import.meta.dirname, "../../question-bank"));
const banks = unitsIn(folder).flatMap((unit) => readBank(folder, unit).bank ?? []);
const exported = banks.flatMap((bank) => contentOf(bank, "all") ?? []);

test("two exports of the same bank are the same bytes", async () => {
  for (const content of exported) {
    const [one, two] = [await zip(writePackage(content)), await zip(writePackage(structuredClone(content)))];
    expect(Buffer.compare(one, two)).toBe(0);
  }
});

test("what was packed is what is unpacked", async () => {
  for (const content of exported) {
    const files = writePackage(content);
    const opened = await unzip(await zip(files));
    expect(opened).toMatchObject({ ok: true });
    const unpacked = opened.ok ? opened.files : [];
    expect(unpacked.map(({ path }) => path)).toEqual(files.map(({ path }) => path));
    const changed = files.filter(
      ({ bytes }, at) => Buffer.compare(bytes, unpacked[at]?.bytes ?? new Uint8Array()) !== 0,
    );
    expect(changed.map(({ path }) => path)).toEqual([]);
  }
});

const imported = async (content: PackageContent) => {
  const unzipped = await unzip(await zip(writePackage(content)));
  const result = openPackage(unzipped.ok ? unzipped.files : []);
  if (!result.ok) throw new Error(result.refusal.message);
  return { opened: result.opened, resources: result.opened.listed.map(result.opened.read) };
};

test("what is exported comes back as the same items, stimuli, forms and pictures, without a warning", async () => {
  for (const content of exported) {
    const { opened, resources } = await imported(content);
    expect(opened.version).toBe("3.0.1");
    expect(resources.filter(({ outcome, reasons }) => outcome !== "native" || reasons.length > 0)).toEqual([]);
    const back = resources.flatMap((resource) => resource.content ?? []);
    const items = back.flatMap((one) => (one.kind === "item" ? [one.item] : []));
    expect(items).toEqual(content.items.toSorted((a, b) => (a.id < b.id ? -1 : 1)));
    expect(back.flatMap((one) => (one.kind === "stimulus" ? [one.stimulus] : []))).toEqual(content.stimuli);
    expect(back.flatMap((one) => (one.kind === "test" ? [one.form] : []))).toEqual(content.forms);
    expect([...opened.assets.keys()]).toHaveLength(Object.keys(content.pictures).length);
  }
});

test("every worked response earns after import what it earned before export", async () => {
  for (const content of exported) {
    const { resources } = await imported(content);
    const before = new Map(content.items.map((item) => [item.id, item]));
    const changed = resources.flatMap(({ content: back }) => {
      if (back?.kind !== "item") return [];
      const original = before.get(back.item.id);
      const marks = (item: Item | undefined) =>
        item === undefined ? null : original?.worked.map(({ response }) => markItem(item, response));
      return JSON.stringify(marks(back.item)) === JSON.stringify(marks(original)) ? [] : [back.item.id];
    });
    expect(changed).toEqual([]);
  }
});

test("an export of one form holds that form and what it uses, no more", () => {
  for (const bank of banks) {
    const [form] = bank.forms;
    const part = form === undefined ? null : contentOf(bank, [form.id]);
    if (form === undefined || part === null) continue;
    const used = placesOf(form).map(({ item }) => item);
    expect(part.items.map(({ id }) => id).sort()).toEqual([...used].sort());
    expect(part.stimuli.length).toBeLessThan(bank.stimuli.length);
    expect(contentOf(bank, ["NO-SUCH-FORM"])).toBeNull();
  }
});

test("content that we only keep leaves as it came", async () => {
  const bytes = new TextEncoder().encode("<strange/>");
  const kept = [{ id: "ODD 1", title: "Odd", files: [{ path: "odd/item.xml", bytes }] }];
  for (const content of exported) {
    const files = writePackage({ ...content, kept });
    expect(files.find(({ path }) => path === "kept/odd/item.xml")?.bytes).toEqual(bytes);
    expect(new TextDecoder().decode(files[0]?.bytes)).toContain('identifier="K-ODD_1"');
  }
});

test.skipIf(!hasSchemas)(
  "every file of an export is valid QTI 3.0.1 (needs the schemas beside the project)",
  { timeout: 120_000 },
  async () => {
    const invalidItem = await schemaCheck("imsqti_asiv3p0p1_v1p0.xsd");
    const invalidManifest = await schemaCheck("imsqtiv3p0p1_imscpv1p2_v1p0.xsd");
    const written = exported.flatMap(writePackage).filter((file) => file.path.endsWith(".xml"));
    const faults = written.map(({ path: name, bytes }) => {
      const fault = name === "imsmanifest.xml" ? invalidManifest(bytes) : invalidItem(bytes);
      return fault === null ? "" : `${name}: ${fault}`;
    });
    expect(faults.filter((fault) => fault !== "")).toEqual([]);
  },
);
