import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { generatedBank, unitPlan } from "../../../../tests/support/generated-bank.ts";
import { anItem, text } from "../../../../tests/support/items.ts";
import { makeSolver } from "../../../platform/solver.ts";
import type { Item, Stimulus } from "../../item/item.ts";
import type { Blueprint } from "../blueprint.ts";
import { checkForm } from "../check-form.ts";
import { arrange } from "./arrange.ts";
import { type Assembly, assemble } from "./assemble.ts";
import { poolOf } from "./candidate.ts";
import { figuresOf, overlapOf, thinScenarios } from "./compare.ts";

const solver = makeSolver();
afterAll(() => solver.close());

const patience = 120_000;
const bank = generatedBank({ items: 240 });
const pool = poolOf(bank.items, bank.stimuli);

const assembleWith = (
  changes: Partial<Blueprint>,
  more: { readonly count?: number; readonly existing?: string[][] } = {},
) =>
  assemble(
    { ...bank, pool, count: 1, existing: [], ...more, blueprint: { ...bank.blueprint, ...changes } },
    solver.solve,
  );

describe("six forms from a bank of 240 items", () => {
  let forms: Assembly["forms"] = [];
  let conflicts: Assembly["conflicts"] = [];
  beforeAll(async () => {
    ({ forms, conflicts } = await assembleWith({}, { count: 6 }));
  }, patience);

  test("are there, and nothing had to give", () => {
    expect([forms.length, conflicts]).toEqual([6, []]);
  });

  test("have exactly the marks of the paper, and each area and objective within one mark of the blueprint", () => {
    const { areas, objectives } = bank.blueprint;
    for (const form of forms.map((one) => figuresOf(pool, one))) {
      expect(form.marks).toBe(60);
      for (const [letter, { marks }] of Object.entries(areas))
        expect(Math.abs((form.areas[letter] ?? 0) - marks)).toBeLessThanOrEqual(1);
      for (const objective of ["AO1", "AO2", "AO3", "AO4"] as const)
        expect(Math.abs(form.objectives[objective] - objectives[objective].marks)).toBeLessThanOrEqual(1);
    }
  });

  test("share no more than a fifth of their marks, any two of them", () => {
    const overlap = overlapOf(pool, forms).flatMap((row, one) => row.filter((_, two) => two !== one));
    expect(Math.max(...overlap)).toBeLessThanOrEqual(20);
  });

  test("bring at least three items of every scenario that they use", () => {
    expect(forms.flatMap((form) => thinScenarios(pool, bank.blueprint, form))).toEqual([]);
  });

  test("pass the check of the bank once they are arranged", () => {
    for (const form of forms) {
      const items = bank.items.filter(({ id }) => form.includes(id));
      const arranged = arrange({ id: "GEN-A", title: "A form", minutes: 75 }, items, bank.stimuli);
      expect(checkForm(arranged, bank.items, bank)).toEqual([]);
    }
  });

  test(
    "are the same forms when it is done again",
    async () => {
      expect((await assembleWith({}, { count: 6 })).forms).toEqual(forms);
    },
    patience,
  );
});

/** Four items of two marks each in two scenarios, and two that stand alone; the paper has so many marks. */
const small = (changes: Partial<Blueprint>): Blueprint => ({
  ...unitPlan().blueprint,
  marks: 8,
  minutes: 20,
  areas: { A: { marks: 8, tolerance: 0 } },
  objectives: {
    AO1: { marks: 8, tolerance: 0 },
    AO2: { marks: 0, tolerance: 0 },
    AO3: { marks: 0, tolerance: 0 },
    AO4: { marks: 0, tolerance: 0 },
  },
  everyArea: false,
  autoMarks: { least: 0, most: 8 },
  interactionTypes: { least: 1 },
  scenarios: { leastItems: 2 },
  ...changes,
});

const two = (id: string, more: Partial<Item> = {}) => anItem({ id, maxMark: 2, ...more });
const items = [
  two("X-1", { stimulus: "SHOP" }),
  two("X-2", { stimulus: "SHOP" }),
  two("X-3", { stimulus: "SHOP" }),
  two("X-4", { stimulus: "BUS" }),
  two("X-5", { stimulus: "BUS" }),
  two("X-6"),
  two("X-7", { classification: { area: "A1", commandWord: "state", minutes: 9 } }),
];
const stimuli: readonly Stimulus[] = ["SHOP", "BUS"].map((id) => ({ id, title: id, body: [] }));

const fromSmall = (
  changes: Partial<Blueprint>,
  { count = 1, of = items, existing = [] }: { count?: number; of?: readonly Item[]; existing?: string[][] } = {},
) => assemble({ pool: poolOf(of, stimuli), ...unitPlan(), blueprint: small(changes), count, existing }, solver.solve);

test("a scenario comes whole where the blueprint says so", async () => {
  const { forms } = await fromSmall({ scenarios: { whole: true } });
  const shop = forms[0]?.filter((id) => ["X-1", "X-2", "X-3"].includes(id)) ?? [];
  expect([0, 3]).toContain(shop.length);
});

test("of items that must not meet a form has one at most", async () => {
  const { forms, conflicts } = await fromSmall({ enemies: [["X-1", "X-2", "X-3"]] });
  expect(conflicts).toEqual([]);
  expect(forms[0]?.filter((id) => ["X-1", "X-2", "X-3"].includes(id)).length).toBeLessThanOrEqual(1);
});

test("limits on tariffs, command words and expected minutes are kept", async () => {
  expect((await fromSmall({ commandWords: { state: { least: 1 } } })).forms[0]).toContain("X-7");
  expect((await fromSmall({ expectedMinutes: { most: 8 } })).forms[0]).not.toContain("X-7");
});

test("items of forms in use come last", async () => {
  const { forms } = await fromSmall({}, { existing: [["X-1", "X-2", "X-3"]] });
  expect(forms[0]?.filter((id) => ["X-1", "X-2", "X-3"].includes(id))).toEqual([]);
});

test("an item in as many forms as it may be is not used again, and the conflict says what is left", async () => {
  const { forms, conflicts } = await fromSmall({ exposure: 1 }, { count: 2 });
  expect(forms).toHaveLength(1);
  expect(conflicts.find(({ rule }) => rule === "marks")?.words).toMatch(
    /^One form can be made. For the next: .* The items that may still be used have 6; at least 8 are needed.$/,
  );
});

test("a bank that lacks something says what, and how much there is", async () => {
  const { forms, conflicts } = await fromSmall({
    objectives: {
      AO1: { marks: 4, tolerance: 0 },
      AO2: { marks: 0, tolerance: 0 },
      AO3: { marks: 0, tolerance: 0 },
      AO4: { marks: 4, tolerance: 1 },
    },
  });
  expect(forms).toEqual([]);
  expect(conflicts.find(({ rule }) => rule === "AO4")).toMatchObject({
    found: 0,
    least: 3,
    by: 3,
    words:
      "AO4 has 0 marks, 3 too few: the blueprint asks for 4, give or take 1. The whole bank has 0; at least 3 are needed.",
  });
});

test("a rule that others contradict is told with what would have to give for it", async () => {
  const { conflicts } = await fromSmall({ items: { least: 5 } });
  expect(conflicts).toMatchObject([{ rule: "items", found: 4, least: 5, by: 1 }]);
  expect(conflicts[0]?.against).toEqual(["marks", "area-A", "AO1", "auto-marks"]);
  expect(conflicts[0]?.words).toBe(
    "Items: 4, and it should be at least 5. To keep it, this would have to give: All marks, Area A, AO1, Marks given by rule.",
  );
});

test("a new form is about as long to read as those in use", async () => {
  const long = ["X-8", "X-9"].map((id) => two(id, { body: text("word ".repeat(400)) }));
  const { forms } = await fromSmall({}, { of: [...items, ...long], existing: [["X-6", "X-7", "X-8"]] });
  expect(forms[0]).toContain("X-9");
});

test("forms that share too much are told pair by pair, with what the bank is short of", async () => {
  const { forms, conflicts } = await fromSmall({ overlap: 0 }, { count: 2 });
  expect(forms).toHaveLength(2);
  expect(conflicts).toMatchObject([{ rule: "overlap", found: 2, most: 0, by: 2 }]);
  expect(conflicts[0]?.words).toContain("All marks: 16 needed, 14 there");
});
