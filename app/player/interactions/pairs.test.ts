import { expect, test } from "vitest";
import { asValue, pairsOf, withPair } from "./pairs.ts";

const once = { most: () => 1, inAll: 0 };

test("a response of pairs is read and written alike, and half a pair is none", () => {
  expect(pairsOf(["S1 A2", "S2", ""])).toEqual([["S1", "A2"]]);
  expect(asValue(pairsOf(["S1 A2", "S2 A1"]))).toEqual(["S1 A2", "S2 A1"]);
});

test("what is used up says where it is used", () => {
  expect(withPair([["S1", "A1"]], ["S2", "A1"], once)).toEqual({
    ok: false,
    refusal: "used-up",
    used: "A1",
    by: ["S1", "A1"],
  });
});

test("what may be used without limit is never used up", () => {
  expect(withPair([["S1", "A1"]], ["S2", "A1"], { most: () => 0, inAll: 0 })).toEqual({
    ok: true,
    pairs: [
      ["S1", "A1"],
      ["S2", "A1"],
    ],
  });
});

test("no more pairs are taken than the item allows", () => {
  expect(withPair([["S1", "A1"]], ["S2", "A2"], { most: () => 1, inAll: 1 })).toEqual({
    ok: false,
    refusal: "too-many",
  });
});
