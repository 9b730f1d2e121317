import { expect, test } from "vitest";
import { folderOf, soundFiles } from "../../tests/support/bank-on-paper.ts";
import { reportInWords, reportOn } from "./bank-report.ts";

const choice = "unit/items/t-001.xml";
const open = "unit/items/t-002.xml";
const form = "unit/forms/t-a.xml";

const reportAfter = (file: string, from: string | RegExp, to: string) => {
  const before = soundFiles[file] ?? "";
  const after = before.replace(from, to);
  if (after === before) throw new Error(`Nothing in ${file} is like ${from}.`);
  return reportOn(folderOf({ ...soundFiles, [file]: after }));
};

test("a sound bank is told in numbers, with nothing wrong", () => {
  expect(reportOn(folderOf(soundFiles))).toEqual({
    items: 2,
    marks: 3,
    forms: [
      {
        id: "T-A",
        marks: 3,
        minutes: 5,
        items: 2,
        autoMarks: 1,
        areas: { A1: 3 },
        objectives: { AO1: 1, AO2: 2, AO3: 0, AO4: 0 },
        interactionTypes: ["choice", "extended-text"],
      },
    ],
    knowledge: [],
    violations: [],
  });
});

test.each<[string, string, string | RegExp, string, number, string, string]>([
  ["a tag that is never closed", choice, "</qti-prompt>", "", 16, "bad-xml", "Not well-formed"],
  ["a DOCTYPE", choice, "?>\n", "?>\n<!DOCTYPE x>\n", 2, "doctype", "DOCTYPE"],
  ["an entity of its own", choice, "Sunday", "&sunday;", 14, "bad-xml", "entity"],
  ["an item of another kind of file", choice, /qti-assessment-item/g, "html", 2, "wrong-root", "html"],
  ["an item of an older QTI", choice, "imsqtiasi_v3p0", "imsqti_v2p1", 2, "wrong-root", "imsqti_v2p1"],
  ["an item in a wrongly named file", choice, "T-001", "T-009", 1, "wrong-name", "t-009.xml"],
  [
    "a response nobody declared",
    choice,
    'response-identifier="RESPONSE"',
    'response-identifier="OTHER"',
    12,
    "undeclared-response",
    "OTHER",
  ],
  [
    "a declared response nobody gives",
    choice,
    'response-identifier="RESPONSE"',
    'response-identifier="OTHER"',
    3,
    "unused-response",
    "RESPONSE",
  ],
  [
    "a key naming a choice that is not there",
    choice,
    "<qti-value>B</qti-value>",
    "<qti-value>F</qti-value>",
    3,
    "bad-key",
    "F",
  ],
  ["two choices with one name", choice, 'identifier="A"', 'identifier="B"', 12, "repeated-choice", "B"],
  [
    "a cardinality that does not fit",
    choice,
    'cardinality="single" base-type="identifier"',
    'cardinality="ordered" base-type="identifier"',
    3,
    "wrong-cardinality",
    "ordered",
  ],
  ["a base type that does not fit", choice, 'base-type="identifier"', 'base-type="pair"', 3, "wrong-base-type", "pair"],
  [
    "a highest mark that disagrees",
    choice,
    "<qti-value>1</qti-value>",
    "<qti-value>2</qti-value>",
    7,
    "marks-disagree",
    "MAXSCORE says 2",
  ],
  [
    "objectives that do not add up",
    choice,
    'base-type="float" normal-maximum="1"',
    'base-type="float" normal-maximum="2"',
    2,
    "marks-disagree",
    "share 2 marks",
  ],
  [
    "half a mark",
    choice,
    'normal-minimum="0" normal-maximum="1"',
    'normal-minimum="0" normal-maximum="1.5"',
    6,
    "bad-marks",
    "whole",
  ],
  [
    "a command word its objective does not allow",
    choice,
    "<td>identify</td>",
    "<td>evaluate</td>",
    17,
    "illegal-command-word",
    "evaluate",
  ],
  ["an objective its area does not allow", choice, "SCORE_AO1", "SCORE_AO3", 17, "illegal-objective", "AO3"],
  ["too few marks for its objective", choice, "SCORE_AO1", "SCORE_AO4", 17, "illegal-marks", "2 to 6"],
  ["an unknown content area", choice, "<td>A1</td>", "<td>Z9</td>", 17, "unknown-area", "Z9"],
  [
    "an interaction we do not have",
    choice,
    /qti-choice-interaction/g,
    "qti-drawing-interaction",
    12,
    "unsupported-interaction",
    "qti-drawing-interaction",
  ],
  [
    "an element that has no place in a test",
    choice,
    "Sunday",
    "<script>alert(1)</script>",
    14,
    "not-allowed",
    "script",
  ],
  [
    "feedback that would tell the answer",
    choice,
    "</qti-item-body>",
    "<qti-feedback-block>B</qti-feedback-block></qti-item-body>",
    26,
    "not-allowed",
    "qti-feedback-block",
  ],
  ["a template we do not have", choice, "match_correct", "match_nothing", 27, "not-supported", "match_nothing"],
  [
    "an operator we do not have",
    choice,
    /template="[^"]*"\/>/,
    '><qti-set-outcome-value identifier="SCORE"><qti-random-integer min="0" max="1"/></qti-set-outcome-value></qti-response-processing>',
    27,
    "chance",
    "qti-random-integer",
  ],
  [
    "rules about something not declared",
    choice,
    /template="[^"]*"\/>/,
    '><qti-set-outcome-value identifier="POINTS"><qti-variable identifier="RESPONSE"/></qti-set-outcome-value></qti-response-processing>',
    27,
    "undeclared-variable",
    "POINTS",
  ],
  [
    "a worked response that gets another mark",
    choice,
    'data-ext-response="RESPONSE">B',
    'data-ext-response="RESPONSE">A',
    23,
    "worked-fails",
    "Marking gives 0, but it says 1",
  ],
  [
    "no worked response with full marks",
    choice,
    'data-ext-kind="full"',
    'data-ext-kind="typical-mistake"',
    2,
    "too-few-worked",
    "full",
  ],
  ["an open item without a mark scheme", open, 'use="scoring"', 'use="ext:notes"', 2, "no-scheme", "no mark scheme"],
  [
    "a scheme that cannot give all marks",
    open,
    'data-ext-point="P2" data-ext-marks="1"',
    'data-ext-point="P2" data-ext-marks="0"',
    20,
    "bad-scheme",
    "come to 1",
  ],
  [
    "a point that needs one that is not there",
    open,
    'data-ext-needs="P1"',
    'data-ext-needs="P7"',
    20,
    "bad-scheme",
    "P7",
  ],
  [
    "a worked response whose points come to another mark",
    open,
    'data-ext-points="P1 P2"',
    'data-ext-points="P2"',
    28,
    "worked-disagrees",
    "come to 0",
  ],
  ["a picture without a description", "unit/stimuli/t-stim.xml", ' alt="Seven boxes"', "", 2, "missing", "alt"],
  [
    "a picture from elsewhere",
    "unit/stimuli/t-stim.xml",
    "../pictures/week.svg",
    "https://example.org/week.svg",
    2,
    "not-allowed",
    "example.org",
  ],
  [
    "a picture that is not there",
    "unit/stimuli/t-stim.xml",
    "week.svg",
    "month.svg",
    1,
    "missing-picture",
    "month.svg",
  ],
  [
    "a stimulus that is not there",
    open,
    'stimulus-ref identifier="T-STIM"',
    'stimulus-ref identifier="T-STIN"',
    9,
    "unknown-stimulus",
    "T-STIN",
  ],
  [
    "a form whose marks do not add up",
    form,
    'normal-maximum="3"',
    'normal-maximum="4"',
    2,
    "marks-disagree",
    "4 marks",
  ],
  ["a form with an item that is not there", form, "t-002.xml", "t-003.xml", 7, "unknown-item", "T-003"],
  ["a form with an item twice", form, "t-002.xml", "t-001.xml", 7, "item-twice", "T-001"],
  [
    "a form that says something else of an item",
    form,
    "cmd-explain",
    "cmd-state",
    7,
    "category-disagrees",
    "lacks cmd-explain and wrongly has cmd-state",
  ],
  ["a form of the wrong length", form, 'max-time="300"', 'max-time="360"', 1, "blueprint-missed", "6 minutes"],
  [
    "a form that misses the blueprint",
    "unit/blueprint.yaml",
    "AO2: { marks: 2 }",
    "AO2: { marks: 4, tolerance: 1 }",
    1,
    "blueprint-missed",
    "AO2 has 2 marks, 1 too few",
  ],
  [
    "a form with too few kinds of interaction",
    "unit/blueprint.yaml",
    "least: 2",
    "least: 9",
    1,
    "blueprint-missed",
    "2 kinds",
  ],
  ["a specification with a slip", "unit/specification.yaml", "AO2]", "AO7]", 5, "bad-value", "areas.A1.objectives.1"],
  ["a specification that is no YAML", "unit/specification.yaml", "areas:", "areas: [", 6, "bad-yaml", "YAML"],
])("%s is found", (_, file, from, to, line, code, words) => {
  const { violations } = reportAfter(file, from, to);
  const inFile = code === "blueprint-missed" ? form : file;
  expect(violations).toContainEqual({ file: inFile, line, code, cause: expect.stringContaining(words) });
});

test("all that is wrong with a file is told at once", () => {
  const { violations } = reportAfter(choice, "Sunday", "<script/><iframe/>");
  expect(violations.filter(({ code }) => code === "not-allowed")).toHaveLength(2);
});

test("an empty folder is no question bank", () => {
  expect(reportOn(folderOf({}))).toMatchObject({ items: 0, violations: [{ code: "no-units" }] });
});

test("the report in words names file, line and cause", () => {
  const words = reportInWords(reportAfter(choice, "<td>A1</td>", "<td>Z9</td>"));
  expect(words).toContain(`${choice}:17  The specification has no content area Z9. (unknown-area)`);
  expect(words).toContain("Form T-A: 2 items, 3 marks in 5 minutes, 1 of them given by rule.");
});
