import { expect, test } from "vitest";
import { folderOf, soundFiles } from "../../tests/support/bank-on-paper.ts";
import { soundKnowledge } from "../../tests/support/knowledge-on-paper.ts";
import { reportInWords, reportOn } from "./bank-report.ts";

const rules = "weeks/specification.yaml";
const item = "weeks/items/tu1-001.xml";

const reportAfter = (file: string, from: string | RegExp, to: string) => {
  const before = soundKnowledge[file] ?? "";
  const after = before.replace(from, to);
  if (after === before) throw new Error(`Nothing in ${file} is like ${from}.`);
  return reportOn(folderOf({ ...soundKnowledge, [file]: after }));
};

test("a unit without timed forms needs no blueprint, and is counted apart from the units that have forms", () => {
  const report = reportOn(folderOf({ ...soundFiles, ...soundKnowledge }));
  expect(report).toMatchObject({ items: 2, marks: 3, forms: [{ id: "T-A" }], violations: [] });
  expect(report.knowledge).toEqual([
    { unit: "TU1", title: "Try-out knowledge", items: 1, marks: 2, criteria: { "1.1": 1 } },
  ]);
  expect(reportInWords(report)).toContain("TU1 Try-out knowledge: 1 items, 2 marks.\n  items by criterion: 1.1 1");
});

test.each<[string, string, string | RegExp, string, string, string]>([
  ["an item of an unknown criterion", item, "<td>1.1</td>", "<td>1.2</td>", "unknown-criterion", "criterion 1.2"],
  ["an item of a content area", item, "<td>1.1</td>", "<td>A1</td>", "unknown-criterion", "criterion A1"],
  ["a command word the criterion does not ask for", item, ">explain<", ">name<", "illegal-command-word", '"name"'],
  ["too few marks", rules, "least: 2", "least: 3", "illegal-marks", "3 to 4 marks, not 2"],
  [
    "an objective, which the unit does not have",
    item,
    "  <qti-item-body>",
    '  <qti-outcome-declaration identifier="SCORE_AO1" cardinality="single" base-type="float" normal-maximum="2"/>\n  <qti-item-body>',
    "illegal-objective",
    "serves AO1",
  ],
  [
    "a criterion without an item",
    rules,
    "marks:",
    '  "2":\n    title: Understand months\n    criteria:\n      "2.1": { title: What a month is, commands: [explain] }\nmarks:',
    "criterion-uncovered",
    "No item asks for criterion 2.1.",
  ],
  ["a criterion under another outcome", rules, '"1.1"', '"2.1"', "bad-value", "outcome 1 begins with 1"],
  [
    "a kind of assessment that we do not know",
    rules,
    "assessment: knowledge",
    "assessment: oral",
    "bad-value",
    "Invalid",
  ],
])("%s is found", (_, file, from, to, code, words) => {
  expect(reportAfter(file, from, to).violations).toContainEqual(
    expect.objectContaining({
      file: code === "illegal-marks" ? item : file,
      code,
      cause: expect.stringContaining(words),
    }),
  );
});

test("a unit with timed forms still cannot do without its blueprint", () => {
  const { "unit/blueprint.yaml": _, ...rest } = soundFiles;
  expect(reportOn(folderOf(rest)).violations).toContainEqual(
    expect.objectContaining({ file: "unit/blueprint.yaml", code: "missing-file" }),
  );
});

test.each([
  ["a blueprint", "blueprint.yaml", "not-allowed", "weeks/blueprint.yaml"],
  ["a form", "forms/t-a.xml", "no-blueprint", "weeks/forms/t-a.xml"],
  ["a stimulus", "stimuli/t-stim.xml", "no-blueprint", "weeks/stimuli/t-stim.xml"],
])("%s is out of place in a unit that is answered criterion by criterion", (_, name, code, file) => {
  const strange = { [`weeks/${name}`]: soundFiles[`unit/${name}`] ?? "" };
  expect(reportOn(folderOf({ ...soundKnowledge, ...strange })).violations).toContainEqual(
    expect.objectContaining({ file, code }),
  );
});

test("two units may not have an item of one name", () => {
  const twin = Object.fromEntries(
    Object.entries(soundKnowledge).map(([file, text]) => [file.replace("weeks", "months"), text]),
  );
  expect(reportOn(folderOf({ ...soundKnowledge, ...twin })).violations).toEqual([
    {
      file: item,
      line: 1,
      code: "repeated",
      cause: "Another unit has the item TU1-001 too, in months/items/tu1-001.xml.",
    },
  ]);
});
