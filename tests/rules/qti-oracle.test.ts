import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import type { Item } from "../../app/exam/item/item.ts";
import { outcomesByTheLetter, responseFrom, type WrittenOutcome } from "../../app/exam/marking/auto-outcomes.ts";
import { readForeignItem } from "../../app/qti/read-foreign-item.ts";

const corpus = resolve("../shared/qti/dev-corpus");
const oracle = `${corpus}/scoring-oracle.jsonl`;
const isThere = existsSync(oracle);

const outcome = z.union([z.number(), z.string(), z.boolean(), z.null()]);
const line = z.object({
  path: z.string(),
  cases: z.record(
    z.string(),
    z.object({
      responses: z
        .union([z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])), z.array(z.never())])
        .transform((given) => (Array.isArray(given) ? {} : given)),
      outcomes: z
        .union([z.record(z.string(), outcome), z.array(z.never())])
        .transform((found) => (Array.isArray(found) ? {} : found)),
    }),
  ),
});

/** Where the other engine and ours part, and why we stay with ours. */
const known: Readonly<Record<string, string>> = {
  "pie-qti/packages/item-player/tests/conformance/fixtures/mapResponse_mapping_caseSensitive_defaultValue/item.xml":
    "A blank response earns nothing with us; the other engine gives it what the mapping gives to strangers.",
};

/** Decimals may differ in their last digits. */
const alike = (a: WrittenOutcome, b: WrittenOutcome) =>
  typeof a === "number" && typeof b === "number" ? Math.abs(a - b) < 1e-9 : a === b;

type Compared = { readonly path: string; readonly name: string; readonly differences: readonly string[] };

const compare = (item: Item, { path, cases }: z.infer<typeof line>): readonly Compared[] =>
  Object.entries(cases).map(([name, { responses, outcomes }]) => {
    const given = Object.fromEntries(
      Object.entries(responses).map(([id, text]) => [
        id,
        responseFrom(String(text), item.responses.find((response) => response.id === id) ?? { cardinality: "single" }),
      ]),
    );
    const ours = outcomesByTheLetter(item, given);
    const differences = Object.entries(outcomes)
      .filter(([id, theirs]) => !alike(ours[id] ?? null, theirs))
      .map(([id, theirs]) => `${id}: ${JSON.stringify(theirs)} there, ${JSON.stringify(ours[id] ?? null)} here`);
    return { path, name, differences };
  });

describe.skipIf(!isThere)(
  `response processing agrees with another engine${isThere ? "" : " (skipped: the corpus is not beside the project)"}`,
  () => {
    const lines = (isThere ? readFileSync(oracle, "utf8").trim().split("\n") : []).map((text) =>
      line.parse(JSON.parse(text)),
    );
    const native = lines.flatMap((one) => {
      const read = readForeignItem(readFileSync(`${corpus}/${one.path}`, "utf8"), one.path);
      return read.kind === "native" ? [{ one, item: read.item }] : [];
    });
    const compared = native.flatMap(({ one, item }) => compare(item, one));
    const apart = compared.filter(({ differences }) => differences.length > 0);

    test("on every outcome of every case but those we know and can explain", () => {
      expect(apart.filter(({ path }) => known[path] === undefined)).toEqual([]);
    });

    test("and what is explained is still so", () => {
      expect([...new Set(apart.map(({ path }) => path))].toSorted()).toEqual(Object.keys(known).toSorted());
    });

    test("over enough items and cases to mean something", () => {
      expect(native.length).toBeGreaterThanOrEqual(300);
      expect(compared.length).toBeGreaterThanOrEqual(1_350);
    });
  },
);
