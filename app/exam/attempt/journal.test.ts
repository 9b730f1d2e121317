import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { instant, minutes } from "../time/time.ts";
import { beginning, canonical, link, type Sealed } from "./journal.ts";

const digest = (text: string) => createHash("sha256").update(text).digest("hex");
const one = (value: string): Sealed => ({
  standing: "counted",
  lease: "l1",
  receivedAt: instant(1_000),
  entry: { seq: 1, left: minutes(1), kind: "answer", item: "q1", response: { RESPONSE: [value] } },
});
const chain = (values: readonly string[]) =>
  values.reduce((head, value) => link(head, one(value), digest), beginning("a1", digest));

test("one changed answer changes every link after it", () => {
  expect(chain(["A", "B", "C"])).not.toBe(chain(["A", "X", "C"]));
  expect(chain(["A", "B", "C"])).toBe(chain(["A", "B", "C"]));
});

test("the standing, the lease and the time of arrival are part of the proof", () => {
  const head = beginning("a1", digest);
  const links = [
    link(head, one("A"), digest),
    link(head, { ...one("A"), lease: "l2" }, digest),
    link(head, { ...one("A"), standing: "late" }, digest),
    link(head, { ...one("A"), receivedAt: instant(1_001) }, digest),
  ];
  expect(new Set(links).size).toBe(4);
});

test("the same entry gives the same text, in whatever order its fields arrived", () => {
  expect(canonical({ b: [1, { d: null, c: "x" }], a: true })).toBe(canonical({ a: true, b: [1, { c: "x", d: null }] }));
  expect(canonical({ a: undefined, b: 1 })).toBe(canonical({ b: 1 }));
});

test("whatever an entry may hold, it is sealed with the keys of all its parts sorted", () => {
  const sorted = (value: unknown): string => {
    if (Array.isArray(value)) return `[${value.map(sorted)}]`;
    if (value === null || typeof value !== "object") return JSON.stringify(value);
    const parts = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${parts.map(([key, part]) => `${JSON.stringify(key)}:${sorted(part)}`)}}`;
  };
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 3 }), (value) => {
      expect(canonical(value)).toBe(sorted(value));
    }),
  );
});
