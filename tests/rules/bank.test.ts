import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { reportOn } from "../../app/cli/bank-report.ts";
import { folderOnDisk } from "../../app/cli/folder-on-disk.ts";
import { learnerForm } from "../../app/exam/form/for-learner.ts";
import { wordsOf } from "../../app/exam/item/content.ts";
import { forLearner } from "../../app/exam/item/for-learner.ts";
import type { Item } from "../../app/exam/item/item.ts";
import { criteriaOf } from "../../app/exam/item/knowledge-specification.ts";
import { markItem } from "../../app/exam/marking/auto-mark.ts";
import { biiabCustomerServiceDiploma } from "../../app/exam/qualification/biiab-customer-service-diploma.ts";
import { readBank, unitsIn } from "../../app/qti/bank-folder.ts";

const folder = folderOnDisk("question-bank");
const banks = unitsIn(folder).flatMap((unit) => readBank(folder, unit).bank ?? []);
const items = banks.flatMap((bank) => bank.items.map((item) => [item.id, item] as const));

test("nothing is wrong with the question bank", () => {
  const { items: count, violations } = reportOn(folder);
  expect(violations).toEqual([]);
  expect(count).toBeGreaterThan(0);
});

describe("a unit that is answered criterion by criterion", () => {
  const units = banks.flatMap((bank) => (bank.blueprint === null ? [bank] : []));

  test("is one of the diploma's knowledge modules, with as many outcomes and criteria as it has there", () => {
    const inDiploma = biiabCustomerServiceDiploma.units.filter(({ assessment }) => assessment === "assessed-knowledge");
    expect(units.map(({ specification: { unit } }) => unit).sort()).toEqual(["BA38", "CS8", "CS9"]);
    for (const { specification } of units) {
      const found = inDiploma.find(({ ref }) => ref === specification.unit);
      const outcomes = {
        learning: Object.keys(specification.outcomes).length,
        criteria: criteriaOf(specification).length,
      };
      expect({ title: specification.title, outcomes }).toEqual({ title: found?.title, outcomes: found?.outcomes });
    }
  });

  test.each(units.map((bank) => [bank.specification.unit, bank] as const))(
    "%s has at least twenty items",
    (_, bank) => {
      expect(bank.items.length).toBeGreaterThanOrEqual(20);
    },
  );

  test.each(units.flatMap(({ items }) => items.map((item) => [item.id, item] as const)))(
    "%s tells the assessor what to look for, what to ask, and how answers of different worth read",
    (_, { scheme, worked, maxMark }) => {
      const guidance = scheme?.notes.filter(({ kind }) => kind === "guidance").map(({ content }) => wordsOf(content));
      expect(guidance).toEqual([expect.stringMatching(/^Look for: /), expect.stringMatching(/^If .* ask: /)]);
      expect(scheme?.indicative).not.toEqual([]);
      expect(worked.length).toBeGreaterThanOrEqual(4);
      expect(new Set(worked.map(({ marks }) => marks)).size).toBeGreaterThanOrEqual(Math.min(4, maxMark + 1));
    },
  );
});

describe("every worked response gets the mark its writer gave it", () => {
  test.each(items)("%s", (_, item) => {
    for (const worked of item.worked) {
      const marking = markItem(item, worked.response);
      const goesToPerson = worked.toPerson || (item.marking === "person" && Object.keys(worked.response).length > 0);
      expect(marking).toMatchObject(goesToPerson ? { kind: "to-person" } : { kind: "marked", marks: worked.marks });
    }
  });
});

/** Everything in an item that only markers may see, as it would look inside JSON. */
const secretsOf = (item: Item): readonly string[] => {
  const { scheme, worked } = item;
  const texts = scheme === null ? [] : [...scheme.notes.map(({ content }) => content), scheme.indicative];
  const criteria =
    scheme === null
      ? []
      : scheme.kind === "points"
        ? scheme.points.map(({ content }) => content)
        : scheme.levels.map(({ descriptor }) => descriptor);
  const words = [...texts, ...criteria].map(wordsOf);
  return [...words, ...worked.map(({ why }) => why)].filter((secret) => secret.length > 24);
};

const namesNobodyMaySee =
  /"(correct|mapping|entries|scheme|points|levels|indicative|worked|why|processing|outcomes|responses|objectives|classification|key)"/;

describe("a learner's browser never gets what helps to answer", () => {
  test.each(items)("%s", (_, item) => {
    const payload = JSON.stringify(forLearner(item));
    expect(payload).not.toMatch(namesNobodyMaySee);
    for (const secret of secretsOf(item)) expect(wordsIn(payload)).not.toContain(secret);
  });

  test("an item is the same for a learner whatever its key and its mapping say", () => {
    for (const [, item] of items) {
      const responses = item.responses.map((declaration) => ({ ...declaration, correct: null, mapping: null }));
      const blank = {
        ...item,
        responses,
        scheme: null,
        worked: [],
        outcomes: [],
        processing: { kind: "none" as const },
      };
      expect(forLearner(blank)).toEqual(forLearner(item));
    }
  });

  test("every form can be sent, whole and without secrets", () => {
    for (const bank of banks) {
      for (const form of bank.forms) {
        const sent = learnerForm(form, bank);
        expect(JSON.stringify({ ...sent, pictures: {} })).not.toMatch(namesNobodyMaySee);
        expect(sent.items.length).toBeGreaterThan(0);
      }
    }
  });
});

const wordsIn = (payload: string) => payload.replace(/\\"/g, '"');

const schemas = resolve("../shared/qti/xsd");
const hasSchemas = existsSync(schemas);

describe.skipIf(!hasSchemas)(
  `every file is valid QTI 3.0.1${hasSchemas ? "" : " (skipped: the schemas are not beside the project)"}`,
  () => {
    const files = unitsIn(folder).flatMap((unit) =>
      ["items", "stimuli", "forms"].flatMap((kind) =>
        folder
          .list(`${unit}/${kind}`)
          .filter((name) => name.endsWith(".xml"))
          .map((name) => `${unit}/${kind}/${name}`),
      ),
    );

    test("by the schema of 1EdTech", async () => {
      const { XmlDocument, XsdValidator } = await import("libxml2-wasm");
      const { xmlRegisterFsInputProviders } = await import("libxml2-wasm/lib/nodejs.mjs");
      xmlRegisterFsInputProviders();
      const main = `${schemas}/imsqti_asiv3p0p1_v1p0.xsd`;
      const schema = XmlDocument.fromBuffer(readFileSync(main), { url: main });
      const validator = XsdValidator.fromDoc(schema);
      const faults = files.flatMap((file) => {
        const document = XmlDocument.fromBuffer(readFileSync(`question-bank/${file}`));
        try {
          validator.validate(document);
          return [];
        } catch (error) {
          return [`${file}: ${error instanceof Error ? error.message : error}`];
        } finally {
          document.dispose();
        }
      });
      validator.dispose();
      schema.dispose();
      expect(faults).toEqual([]);
      expect(files).not.toEqual([]);
    });
  },
);
