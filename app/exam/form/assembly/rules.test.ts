import { expect, test } from "vitest";
import { unitPlan } from "../../../../tests/support/generated-bank.ts";
import { anItem, text } from "../../../../tests/support/items.ts";
import type { Item } from "../../item/item.ts";
import { type Blueprint, blueprint as shape } from "../blueprint.ts";
import { poolOf, withoutPractice } from "./candidate.ts";
import { missesIn } from "./rule.ts";
import { meetingEnemies, rulesOf } from "./rules.ts";

const { specification } = unitPlan();
const none = { marks: 0, tolerance: 0 };

/** Asks for nothing but what the test says. */
const asking = (changes: Partial<Blueprint>): Blueprint => ({
  marks: 4,
  minutes: 75,
  areas: {},
  objectives: { AO1: { marks: 4, tolerance: 0 }, AO2: none, AO3: none, AO4: none },
  everyArea: false,
  autoMarks: { least: 0, most: 60 },
  interactionTypes: { least: 1 },
  exempt: [],
  ...changes,
});

const items = [
  anItem({ id: "I-1", maxMark: 2, stimulus: "SHOP", body: text("one two three") }),
  anItem({
    id: "I-2",
    maxMark: 2,
    stimulus: "SHOP",
    classification: { area: "C4", commandWord: "state", minutes: 2.5 },
  }),
];
const stimuli = [{ id: "SHOP", title: "A shop", body: text("four words of source") }];

const saysOf = (changes: Partial<Blueprint>, of: readonly Item[] = items, facilities: Record<string, number> = {}) => {
  const pool = poolOf(of, stimuli, facilities);
  const misses = missesIn(rulesOf({ blueprint: asking(changes), specification }), pool.candidates, pool);
  return misses.map(({ rule, found }) => rule.says(found));
};

test("a form that holds what is asked for misses nothing", () => {
  expect(saysOf({})).toEqual([]);
});

test.each<[string, Partial<Blueprint>, string]>([
  ["marks", { marks: 5 }, "4 marks; the blueprint asks for 5."],
  [
    "marks of an area",
    { areas: { C: { marks: 4, tolerance: 1 } } },
    "Area C has 2 marks, 1 too few: the blueprint asks for 4, give or take 1.",
  ],
  [
    "marks of an objective within an area",
    { areaObjectives: { C: { AO1: { marks: 1, tolerance: 0 } } } },
    "AO1 in area C has 2 marks, 1 too many: the blueprint asks for 1, give or take 0.",
  ],
  ["marks by rule", { autoMarks: { least: 0, most: 3 } }, "4 marks are given by rule; it should be 0 to 3."],
  ["kinds of interaction", { interactionTypes: { least: 2 } }, "1 kinds of interaction; it should be at least 2."],
  [
    "items with one kind of interaction",
    { interactionTypes: { least: 1, each: { order: { least: 1 } } } },
    "Items with order: 0, and it should be at least 1.",
  ],
  ["items", { items: { least: 3, most: 5 } }, "Items: 2, and it should be 3 to 5."],
  ["items of a tariff", { tariffs: { "2": { most: 1 } } }, "Items of 2 marks: 2, and it should be at most 1."],
  [
    "items of a command word",
    { commandWords: { state: { least: 2 } } },
    "Items that say “state”: 1, and it should be at least 2.",
  ],
  ["expected minutes", { expectedMinutes: { most: 3 } }, "Expected minutes: 3.5, and it should be at most 3."],
  ["time of the test", { minutes: 3 }, "Expected minutes: 3.5, and it should be at most 3."],
  // Three words, three choices of two words each, and the source once.
  ["words to read", { words: { most: 12 } }, "Words to read: 13, and it should be at most 12."],
  ["scenarios", { scenarios: { least: 2 } }, "Scenarios: 1, and it should be at least 2."],
])("%s are counted, and what is wrong is said in words", (_, changes, words) => {
  expect(saysOf(changes)).toEqual([words]);
});

test("every content area that nothing tests is named", () => {
  const says = saysOf({ everyArea: true });
  expect(says).toHaveLength(Object.keys(specification.areas).length - 2);
  expect(says).toContain("Nothing tests B1.");
});

test("how hard a form is counts over the items of which it is known, by their marks", () => {
  const facility = { aim: 0.6, tolerance: 0.1 };
  expect(saysOf({ facility }, items, { "I-1": 0.65 })).toEqual([]);
  expect(saysOf({ facility }, items, { "I-1": 0.4, "I-2": 0.8 })).toEqual([]);
  expect(saysOf({ facility }, items, { "I-1": 0.4 })).toEqual([
    "The form is too hard: the mean mark to expect should be 60 %, give or take 10 %.",
  ]);
  expect(saysOf({ facility }, items, { "I-1": 0.9 })).toEqual([
    "The form is too easy: the mean mark to expect should be 60 %, give or take 10 %.",
  ]);
});

test("enemies in one form are named", () => {
  const enemies = [["I-1", "I-2", "I-9"]];
  expect(meetingEnemies(asking({ enemies }), ["I-1", "I-2", "I-3"])).toEqual(["I-1 and I-2 must not be in one form."]);
  expect(meetingEnemies(asking({ enemies }), ["I-1", "I-3"])).toEqual([]);
});

test("items of a practice form are left out, because everybody has seen them", () => {
  const place = { ref: "Q1", item: "I-2", categories: [] };
  const practice = { id: "P", title: "", minutes: 5, marks: 2, sections: [{ id: "S", title: "", items: [place] }] };
  expect(withoutPractice(items, [practice]).map(({ id }) => id)).toEqual(["I-1"]);
});

test("a blueprint whose limits contradict themselves is refused when it is read", () => {
  expect(shape.safeParse({ ...asking({}), items: { least: 9, most: 3 } }).success).toBe(false);
  expect(shape.safeParse({ ...asking({}), items: {} }).success).toBe(false);
  expect(shape.safeParse(asking({ items: { most: 3 } })).success).toBe(true);
});
