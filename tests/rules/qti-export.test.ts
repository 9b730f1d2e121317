import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { folderOnDisk } from "../../app/cli/folder-on-disk.ts";
import { unzip, zip } from "../../app/platform/zip.ts";
import { readBank, unitsIn } from "../../app/qti/bank-folder.ts";
import { contentOf } from "../../app/qti/package-content.ts";
import { writePackage } from "../../app/qti/package-write.ts";

const schemas = path.resolve(import.meta.dirname, "../../../shared/qti/xsd");
const withSchemas = test.skipIf(!existsSync(schemas));

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

withSchemas(
  "every file of an export is valid QTI 3.0.1 (needs the schemas beside the project)",
  { timeout: 120_000 },
  async () => {
    const { XmlDocument, XsdValidator } = await import("libxml2-wasm");
    const { xmlRegisterFsInputProviders } = await import("libxml2-wasm/lib/nodejs.mjs");
    xmlRegisterFsInputProviders();
    const schema = (name: string) => {
      const file = path.join(schemas, name);
      using document = XmlDocument.fromBuffer(readFileSync(file), { url: file });
      return XsdValidator.fromDoc(document);
    };
    using items = schema("imsqti_asiv3p0p1_v1p0.xsd");
    using manifests = schema("imsqtiv3p0p1_imscpv1p2_v1p0.xsd");
    const invalid: string[] = [];
    for (const { path: name, bytes } of exported.flatMap(writePackage).filter((file) => file.path.endsWith(".xml"))) {
      using document = XmlDocument.fromBuffer(bytes);
      try {
        (name === "imsmanifest.xml" ? manifests : items).validate(document);
      } catch (error) {
        invalid.push(`${name}: ${error}`);
      }
    }
    expect(invalid).toEqual([]);
  },
);
