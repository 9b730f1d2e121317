import { describe, expect, test } from "vitest";
import { blankItem } from "../../../../tests/support/blank-items.ts";
import { checkScheme } from "../check-scheme.ts";
import type { Item } from "../item.ts";
import {
  addLevel,
  addNote,
  addPoint,
  changeNote,
  changePoint,
  levelsFor,
  movePoint,
  removeLevel,
  removeNote,
  removePoint,
  withIndicative,
  withSchemeKind,
} from "./scheme-edit.ts";
import { addWorked, changeWorked, withExpected, withPoints } from "./worked.ts";

const byPoints = blankItem("open-points", "X-1");
const byLevels = blankItem("open-levels", "X-2");
const pointsOf = ({ scheme }: Item) => (scheme?.kind === "points" ? scheme.points : []);
const levelsIn = ({ scheme }: Item) => (scheme?.kind === "levels" ? scheme.levels : []);
const words = (text: string) => [{ kind: "text", text } as const];

describe("a scheme of points", () => {
  test("a new point has the first free number and is worth a mark", () => {
    expect(pointsOf(addPoint(removePoint(addPoint(byPoints), "P2"))).map(({ id }) => id)).toEqual(["P1", "P3", "P2"]);
  });

  test("a point that is removed is needed by no other and earned by nobody", () => {
    const worked = withPoints(addWorked(byPoints, { response: { RESPONSE: ["x"] }, marks: 0 }), 1, ["P2", "P1"]);
    expect(worked.worked[1]).toMatchObject({ points: ["P1", "P2"], marks: 2, kind: "full" });
    const left = removePoint(worked, "P1");
    expect(pointsOf(left)).toEqual([{ id: "P2", marks: 1, content: [], needs: null }]);
    expect(left.worked[1]?.points).toEqual(["P2"]);
  });

  test("points move and change by their names", () => {
    const moved = movePoint(changePoint(byPoints, "P2", { marks: 2, content: words("Why") }), { id: "P2", to: 0 });
    expect(pointsOf(moved)[0]).toEqual({ id: "P2", marks: 2, content: words("Why"), needs: "P1" });
  });
});

describe("a scheme of levels", () => {
  test.each([1, 2, 3, 4, 5, 6, 8, 9, 12])(
    "%i marks are divided into levels that follow on from each other",
    (marks) => {
      const scheme = { kind: "levels" as const, levels: levelsFor(marks), notes: [], indicative: [] };
      expect(checkScheme({ ...byLevels, maxMark: marks, scheme, worked: [] })).toEqual([]);
    },
  );

  test("a level that is removed leaves the others numbered through", () => {
    expect(levelsIn(removeLevel(byLevels, 2)).map(({ level, min }) => [level, min])).toEqual([
      [2, 5],
      [1, 1],
      [0, 0],
    ]);
  });

  test("a level is added on top, up to the marks of the item", () => {
    expect(levelsIn(addLevel({ ...byLevels, maxMark: 8 }))[0]).toMatchObject({ level: 4, min: 7, max: 8 });
  });

  test("a worked response lies in the level of its marks", () => {
    const item = withExpected(addWorked(byLevels, { response: { RESPONSE: ["x"] }, marks: 0 }), 1, 4);
    expect(item.worked[1]).toMatchObject({ marks: 4, level: 2, kind: "partial" });
  });
});

test("the other kind of scheme keeps the notes and what a response may hold", () => {
  const noted = withIndicative(changeNote(addNote(byPoints, "accept"), 0, { content: words("Any") }), words("Say"));
  const changed = withSchemeKind(noted, "levels");
  expect(changed.scheme).toMatchObject({ kind: "levels", notes: [{ kind: "accept" }], indicative: words("Say") });
  expect(removeNote(changed, 0).scheme?.notes).toEqual([]);
  expect(withSchemeKind(changed, null).scheme).toBe(null);
});

test("a typical mistake stays one whatever marks it gets", () => {
  const item = changeWorked(addWorked(byPoints, { response: {}, marks: 0 }), 1, { kind: "typical-mistake" });
  expect(withExpected(item, 1, 1).worked[1]).toMatchObject({ kind: "typical-mistake", marks: 1 });
});
