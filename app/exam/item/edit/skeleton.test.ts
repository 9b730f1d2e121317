import { describe, expect, test } from "vitest";
import { checkResponses } from "../check-responses.ts";
import { checkScheme } from "../check-scheme.ts";
import { itemKinds } from "./kinds.ts";
import { wayOf } from "./marking-way.ts";
import { edited } from "./settle.ts";
import { skeletonOf } from "./skeleton.ts";

describe.each(itemKinds)("an item begun as %s", (kind) => {
  const item = skeletonOf(kind, "CSE-900");

  test("has controls, declarations and marks that fit together; only what a writer must say is missing", () => {
    const missing = checkResponses(item).filter(({ code }) => code !== "no-key");
    expect([...missing, ...checkScheme(item)]).toEqual([]);
  });

  test("tells the same marks everywhere", () => {
    const told = new Map(item.outcomes.map((outcome) => [outcome.id, outcome]));
    expect(told.get("SCORE")?.most).toBe(item.maxMark);
    expect(told.get("MAXSCORE")?.initial).toEqual([String(item.maxMark)]);
  });

  test("is marked in a way the editor knows, and stays as it is when nothing is changed", () => {
    expect(wayOf(item).kind).not.toBe("own");
    expect(edited(item, (same) => same)).toEqual(item);
  });
});
