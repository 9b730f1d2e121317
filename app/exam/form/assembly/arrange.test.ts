import { expect, test } from "vitest";
import { anItem } from "../../../../tests/support/items.ts";
import { placesOf } from "../form.ts";
import { arrange, newCodes, prefixOf } from "./arrange.ts";

const named = { id: "F-A", title: "A form", minutes: 30 };
const stimuli = [
  { id: "EASY", title: "A café" },
  { id: "HARD", title: "A bank" },
];
const long = { marking: "person", maxMark: 6, objectives: { AO4: 6 } } as const;

const items = [
  anItem({ id: "I-1", ...long }),
  anItem({ id: "I-2", stimulus: "HARD", ...long }),
  anItem({ id: "I-3", stimulus: "HARD", objectives: { AO2: 1 } }),
  anItem({ id: "I-4", stimulus: "EASY" }),
  anItem({ id: "I-5", maxMark: 2 }),
  anItem({ id: "I-6" }),
];

test("short items come first, then scenarios by demand, and long answers last", () => {
  const form = arrange(named, items, stimuli);
  expect(form.sections.map(({ id, title, items }) => [id, title, items.map(({ item }) => item)])).toEqual([
    ["S-A", "Starting points", ["I-6", "I-5"]],
    ["S-B", "A café", ["I-4"]],
    ["S-C", "A bank", ["I-3", "I-2"]],
    ["S-D", "Longer answers", ["I-1"]],
  ]);
  expect(placesOf(form).map(({ ref }) => ref)).toEqual(["Q1", "Q2", "Q3", "Q4", "Q5", "Q6"]);
  expect([form.marks, form.id]).toEqual([17, "F-A"]);
});

test("each place says of its item what the item says of itself", () => {
  expect(placesOf(arrange(named, items.slice(0, 1), stimuli))).toEqual([
    { ref: "Q1", item: "I-1", categories: ["AO4", "area-A1", "cmd-identify", "tariff-6"] },
  ]);
});

test("two scenarios of one title keep sections that can be told apart", () => {
  const same = stimuli.map(({ id }) => ({ id, title: "A café" }));
  expect(arrange(named, items, same).sections.map(({ title }) => title)).toContain("A café (2)");
});

test("new forms get the codes that are free", () => {
  expect(newCodes(["CSE-A", "CSE-C", "CSE-P"], "CSE", 3)).toEqual(["CSE-B", "CSE-D", "CSE-E"]);
  expect(newCodes([], "X", 28).slice(-2)).toEqual(["X-AA", "X-AB"]);
  expect(prefixOf([{ id: "BA38-K-001" }])).toBe("BA38-K");
});
