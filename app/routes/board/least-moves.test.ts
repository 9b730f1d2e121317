import fc from "fast-check";
import { expect, test } from "vitest";
import { inPlace, keyOf, keysAfter, noKeys } from "./least-moves.ts";

const nobody = () => false;
const anew = (before: string, after: string, stays: (one: string) => boolean = nobody) => {
  const first = keysAfter(noKeys, before.split(""), nobody);
  const next = keysAfter(first, after.split(""), stays);
  return after.split("").filter((one) => before.includes(one) && keyOf(first, one) !== keyOf(next, one));
};

test.each([
  ["a learner in trouble comes to the top of the room", "abcdef", "eabcdf", "e"],
  ["and goes back to their place", "eabcdf", "abcdef", "e"],
  ["one comes to the top as another leaves", "abcdef", "eabcf", "e"],
  ["two come to the top in the same moment", "abcdef", "cfabde", "cf"],
  ["somebody comes into the room and somebody leaves it", "abcdef", "abxcef", ""],
  ["nobody moves", "abc", "abc", ""],
  ["a room that was empty", "", "abc", ""],
])("%s: only they are drawn anew", (_what, before, after, moved) => {
  expect(anew(before, after).join("")).toBe(moved);
});

test("whoever has the focus is not drawn anew, wherever they go", () => {
  expect(anew("abcdef", "eabcdf", (one) => one === "e")).toEqual([]);
});

test("who stays in place stands in the old order, and one more would break it", () => {
  const places = fc.uniqueArray(fc.nat(60), { maxLength: 12 });
  fc.assert(
    fc.property(places, (list) => {
      const run = [...inPlace(list)].toSorted((a, b) => a - b).map((position) => list[position] ?? 0);
      expect(run).toEqual(run.toSorted((a, b) => a - b));
      expect(run.length).toBe(longest(list));
    }),
  );
});

/** By trying every end. */
const longest = (list: readonly number[]): number => {
  const lengths: number[] = [];
  for (const [at, value] of list.entries())
    lengths[at] = 1 + Math.max(0, ...lengths.filter((_, before) => (list[before] ?? 0) < value));
  return Math.max(0, ...lengths);
};
