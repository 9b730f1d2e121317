import { existsSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { parse } from "papaparse";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { wordsOf } from "../../app/exam/item/content.ts";
import { forLearner } from "../../app/exam/item/for-learner.ts";
import type { Item } from "../../app/exam/item/item.ts";
import { markItem } from "../../app/exam/marking/auto-mark.ts";
import { inNewNames } from "../../app/qti/names.ts";
import { readForeignItem } from "../../app/qti/read-foreign-item.ts";
import {
  descendantsNamed,
  elementsIn,
  foreign,
  isElement,
  parseXml,
  textOf,
  type XmlElement,
  type XmlNode,
} from "../../app/qti/xml.ts";

const corpus = resolve("../shared/qti/dev-corpus");
const isThere = existsSync(`${corpus}/manifest.csv`);

const row = z.object({ path: z.string(), doctype: z.string(), version: z.string(), interactions: z.string() });

const listed = isThere
  ? parse(readFileSync(`${corpus}/manifest.csv`, "utf8"), { header: true, skipEmptyLines: true }).data.map((one) =>
      row.parse(one),
    )
  : [];

/** Only files of the corpus, as a package would hand out its own. */
const beside = (path: string) => (name: string) => {
  const file = join(dirname(join(corpus, path)), name);
  return file.startsWith(corpus) && existsSync(file) ? readFileSync(file, "utf8") : null;
};

const files = listed
  .filter(({ path }) => existsSync(`${corpus}/${path}`) && /\.(xml|qti)$/.test(path))
  .map((one) => {
    const xml = readFileSync(`${corpus}/${one.path}`, "utf8");
    return { ...one, xml, read: readForeignItem(xml, one.path, beside(one.path)) };
  });
const items = files.filter(({ doctype }) => doctype === "item");
const native = items.flatMap(({ path, xml, read }) => (read.kind === "native" ? [{ path, xml, item: read.item }] : []));

const special = new Set(["adaptive", "template-processing"]);
const beyond = /\b(custom|drawing|position-object|portable-custom|end-attempt)\b/;

/** Items with something to answer that are neither adaptive nor made from a template. */
const answerable = items.filter(
  ({ interactions, read }) =>
    interactions !== "" && !(read.kind === "opaque" && read.reasons.some(({ code }) => special.has(code))),
);
const shareOf = (some: typeof items) => some.filter(({ read }) => read.kind === "native").length / some.length;
const ofVersion = (version: string) => answerable.filter((one) => one.version.startsWith(version));
const withoutOwnControls = (some: typeof items) =>
  some.filter(({ read }) => read.kind === "rejected" || !read.interactions.some((name) => beyond.test(name)));

describe.skipIf(!isThere)(`items of others${isThere ? "" : " (skipped: the corpus is not beside the project)"}`, () => {
  test("each file is one of the three, with a reason where it cannot be used", () => {
    for (const { path, read } of files) {
      if (read.kind === "rejected")
        expect(read.problems[0], path).toMatchObject({ file: path, line: expect.any(Number) });
      if (read.kind === "opaque") expect(read.words, path).not.toBe("");
    }
    expect(items.length).toBeGreaterThan(600);
  });

  test("most can be delivered", () => {
    expect(shareOf(ofVersion("2"))).toBeGreaterThanOrEqual(0.85);
    expect(shareOf(withoutOwnControls(ofVersion("2")))).toBeGreaterThanOrEqual(0.91);
    expect(shareOf(withoutOwnControls(ofVersion("3")))).toBe(1);
  });

  test("QTI 1.2 is refused with a word about what to do", () => {
    const old = files.filter(({ doctype }) => doctype === "qti1");
    expect(old).toMatchObject([{ read: { kind: "rejected", problems: [{ code: "old-version" }] } }]);
  });

  test("a blank response earns nothing, and no response more than the item has", () => {
    for (const { path, item } of native) {
      expect(markItem(item, {}), path).toMatchObject({ kind: "marked", marks: 0 });
      const marking = markItem(item, Object.fromEntries(item.responses.map(({ id, correct }) => [id, correct ?? []])));
      if (marking.kind === "marked") expect(marking.marks, path).toBeLessThanOrEqual(item.maxMark);
    }
  });
});

/** Names that only markers' data has. */
const forMarkers = new Set([
  "correct",
  "mapping",
  "areas",
  "entries",
  "initial",
  "lookup",
  "processing",
  "rules",
  "scheme",
  "points",
  "levels",
  "worked",
  "outcomes",
  "responses",
  "objectives",
  "classification",
  "title",
]);

const keysIn = (value: unknown): readonly string[] => {
  if (Array.isArray(value)) return value.flatMap(keysIn);
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => (name === "attributes" ? [] : [name, ...keysIn(inner)]));
};

const hiddenNames = ["qti-feedback-inline", "qti-feedback-block", "qti-modal-feedback", "qti-rubric-block"];
const isHidden = ({ name, attributes }: XmlElement) =>
  hiddenNames.includes(name) &&
  !(name === "qti-rubric-block" && (attributes.view ?? "candidate").split(/\s+/).includes("candidate"));

const shownPart = (element: XmlElement): XmlElement => ({
  ...element,
  children: element.children.flatMap((child): readonly XmlNode[] => {
    if (!isElement(child)) return [child];
    return isHidden(child) ? [] : [shownPart(child)];
  }),
});

const hiddenIn = (element: XmlElement): readonly XmlElement[] =>
  elementsIn(element).flatMap((child) => (isHidden(child) ? [child] : hiddenIn(child)));

/** Texts that only markers may see: feedback, notes for scorers, and the typed answers the item accepts. */
const secretsOf = (xml: string, item: Item): readonly string[] => {
  const parsed = parseXml(xml, "", foreign);
  if (!parsed.ok) return [];
  const root = inNewNames(parsed.root);
  const shown = descendantsNamed(shownPart(root), "qti-item-body").map(textOf).join(" ");
  const accepted = item.responses
    .filter(({ baseType }) => baseType === "string")
    .flatMap(({ correct, mapping }) => [...(correct ?? []), ...(mapping?.entries ?? []).map(({ key }) => key)]);
  return [...hiddenIn(root).map(textOf), ...accepted].filter((text) => text.length > 3 && !shown.includes(text));
};

describe.skipIf(!isThere)("what a learner's browser gets of an item of others", () => {
  test("has no place for keys, mappings, rules or mark schemes", () => {
    for (const { path, item } of native) {
      expect(
        keysIn(forLearner(item)).filter((name) => forMarkers.has(name)),
        path,
      ).toEqual([]);
    }
  });

  test("is the same whatever the key, the mapping and the rules say", () => {
    for (const { path, item } of native) {
      const responses = item.responses.map(({ id, cardinality, baseType }) => ({
        id,
        cardinality,
        baseType,
        correct: null,
        mapping: null,
      }));
      const blank: Item = { ...item, responses, outcomes: [], processing: { kind: "none" }, scheme: null, worked: [] };
      expect(forLearner(blank), path).toEqual(forLearner(item));
    }
  });

  test("holds no feedback, no note for scorers and no accepted answer", () => {
    let found = 0;
    for (const { path, xml, item } of native) {
      const payload = forLearner(item);
      const words = `${wordsOf(payload.body)} ${JSON.stringify(payload)}`;
      for (const secret of secretsOf(xml, item)) {
        found += 1;
        expect(words.includes(secret), `${path}: ${secret}`).toBe(false);
      }
    }
    expect(found).toBeGreaterThan(100);
  });
});
