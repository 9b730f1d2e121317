import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { minutes } from "../time/time.ts";
import type { Journalled } from "./entry.ts";
import { beginning, canonical, link } from "./journal.ts";

const digest = (text: string) => createHash("sha256").update(text).digest("hex");
const one = (value: string): Journalled => ({
  standing: "counted",
  entry: { seq: 1, left: minutes(1), kind: "answer", item: "q1", response: { RESPONSE: [value] } },
});
const chain = (values: readonly string[]) =>
  values.reduce((head, value) => link(head, "lease", one(value), digest), beginning("a1", digest));

test("one changed answer changes every link after it", () => {
  expect(chain(["A", "B", "C"])).not.toBe(chain(["A", "X", "C"]));
  expect(chain(["A", "B", "C"])).toBe(chain(["A", "B", "C"]));
});

test("the standing and the lease are part of the proof", () => {
  const head = beginning("a1", digest);
  const links = [
    link(head, "l1", one("A"), digest),
    link(head, "l2", one("A"), digest),
    link(head, "l1", { ...one("A"), standing: "late" }, digest),
  ];
  expect(new Set(links).size).toBe(3);
});

test("the same entry gives the same text, in whatever order its fields arrived", () => {
  expect(canonical({ b: [1, { d: null, c: "x" }], a: true })).toBe(canonical({ a: true, b: [1, { c: "x", d: null }] }));
});
