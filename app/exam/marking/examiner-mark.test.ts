import { expect, test } from "vitest";
import type { MarkScheme } from "../item/scheme.ts";
import { checkMark, type GivenMark, isSameMark } from "./examiner-mark.ts";

const points: MarkScheme = {
  kind: "points",
  points: [
    { id: "P1", marks: 1, content: [], needs: null },
    { id: "P2", marks: 1, content: [], needs: "P1" },
    { id: "P3", marks: 2, content: [], needs: null },
  ],
  notes: [],
  indicative: [],
};
const levels: MarkScheme = {
  kind: "levels",
  levels: [
    { level: 1, min: 1, max: 2, descriptor: [] },
    { level: 2, min: 3, max: 4, descriptor: [] },
  ],
  notes: [],
  indicative: [],
};

test.each<[string, GivenMark, MarkScheme | null, string | null]>([
  ["no marks", { marks: 0 }, points, null],
  ["full marks", { marks: 4 }, points, null],
  ["one mark too many", { marks: 5 }, points, "marks-out-of-range"],
  ["less than none", { marks: -1 }, points, "marks-out-of-range"],
  ["half a mark", { marks: 1.5 }, points, "marks-out-of-range"],
  ["points that add up", { marks: 2, points: ["P1", "P2"] }, points, null],
  ["points that come to something else", { marks: 3, points: ["P1", "P2"] }, points, "marks-disagree-with-scheme"],
  ["an extension without its point", { marks: 1, points: ["P2"] }, points, "marks-disagree-with-scheme"],
  ["a point that is not in the scheme", { marks: 1, points: ["P9"] }, points, "marks-disagree-with-scheme"],
  ["points where the scheme has levels", { marks: 1, points: ["P1"] }, levels, "marks-disagree-with-scheme"],
  ["a level that holds the mark", { marks: 3, level: 2 }, levels, null],
  ["a level that does not hold the mark", { marks: 3, level: 1 }, levels, "marks-disagree-with-scheme"],
  ["no level at all for nought", { marks: 0 }, levels, null],
  ["a level where the scheme has points", { marks: 1, level: 1 }, points, "marks-disagree-with-scheme"],
  ["an item without a scheme", { marks: 1 }, null, null],
])("an examiner gives %s: refused for %s", (_, given, scheme, refusal) => {
  const check = checkMark(given, { scheme, maxMark: 4 });
  expect(check.ok ? null : check.refusal).toBe(refusal);
});

test("a mark by levels is kept with its level, and an empty comment is not kept", () => {
  expect(checkMark({ marks: 4, comment: "  " }, { scheme: levels, maxMark: 4 })).toEqual({
    ok: true,
    detail: { level: 2 },
  });
});

test("the same mark sent again is known as the same, in whatever order its points come", () => {
  const once = { marks: 2, detail: { points: ["P1", "P2"] } };
  expect(isSameMark(once, { marks: 2, detail: { points: ["P2", "P1"] } })).toBe(true);
  expect(isSameMark(once, { marks: 2, detail: {} })).toBe(false);
});
