import { expect, test } from "vitest";
import { unitPlan } from "../../../tests/support/generated-bank.ts";
import { anItem } from "../../../tests/support/items.ts";
import { poolOf } from "../../exam/form/assembly/candidate.ts";
import { rulesOf } from "../../exam/form/assembly/rules.ts";
import { alternativesFor, matching } from "./alternatives.ts";

const { blueprint, specification } = unitPlan();
const plan = {
  specification,
  blueprint: {
    ...blueprint,
    marks: 4,
    areas: { A: { marks: 4, tolerance: 0 } },
    objectives: {
      AO1: { marks: 4, tolerance: 0 },
      AO2: { marks: 0, tolerance: 0 },
      AO3: { marks: 0, tolerance: 0 },
      AO4: { marks: 0, tolerance: 0 },
    },
    everyArea: false,
    autoMarks: { least: 0, most: 4 },
    interactionTypes: { least: 1 },
    enemies: [["I-1", "I-6"]],
  },
};
const two = (id: string, more = {}) => anItem({ id, maxMark: 2, ...more });
const pool = poolOf(
  [
    two("I-1"),
    two("I-2"),
    two("I-3"),
    two("I-4"),
    anItem({ id: "I-5" }),
    two("I-6"),
    two("I-7", { stimulus: "SHOP" }),
    two("I-8", { stimulus: "SHOP" }),
  ],
  [{ id: "SHOP", title: "A shop", body: [] }],
);
const found = { pool, plan, items: ["I-1", "I-2"], others: [{ name: "X-A", items: ["I-3"] }] };
const insteadOf = (id: string) =>
  alternativesFor(found, rulesOf(plan), pool.candidates.find((item) => item.id === id) ?? null);

test("what keeps the blueprint comes first, then what no other form holds, then what needs more of its scenario", () => {
  expect(insteadOf("I-2").map(({ item }) => item.id)).toEqual(["I-4", "I-3", "I-7", "I-8", "I-6", "I-5"]);
});

test("each alternative says what the blueprint would then say", () => {
  const says = (id: string) => insteadOf("I-2").find(({ item }) => item.id === id);
  expect(says("I-4")).toMatchObject({ misses: [], thin: false, uses: [], sameKind: true });
  expect(says("I-3")?.uses).toEqual(["X-A"]);
  expect(says("I-7")?.thin).toBe(true);
  expect(says("I-5")).toMatchObject({ sameKind: false });
  expect(says("I-5")?.misses).toContain("3 marks; the blueprint asks for 4.");
  expect(says("I-6")?.misses).toEqual(["I-1 and I-6 must not be in one form."]);
});

test("an item is found by its scenario as well as by its name", () => {
  const hits = (words: string) => insteadOf("I-2").filter((one) => matching(one, words));
  expect(hits("a SHOP").map(({ item }) => item.id)).toEqual(["I-7", "I-8"]);
  expect(hits("i-4")).toHaveLength(1);
});
