import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  anItem,
  asked,
  associateOf,
  choiceOf,
  declared,
  mapping,
  matchOf,
  orderOf,
  shortText,
} from "../../../tests/support/items.ts";
import { markItem } from "./auto-mark.ts";

const marksOf = (item: ReturnType<typeof anItem>, ...value: string[]) => {
  const marking = markItem(item, { RESPONSE: value });
  return marking.kind === "marked" ? marking.marks : marking.why;
};

const oneOfThree = anItem();
const twoOfFive = anItem({
  maxMark: 2,
  body: [asked(choiceOf("ABCDE", 2))],
  responses: [declared({ cardinality: "multiple", correct: ["B", "E"], mapping: mapping({ B: 1, E: 1 }) })],
  processing: { kind: "template", template: "map_response" },
});
const withPenalty = anItem({
  maxMark: 2,
  body: [asked(choiceOf("ABCDE", 0))],
  responses: [
    declared({ cardinality: "multiple", correct: ["B", "E"], mapping: mapping({ B: 1, E: 1 }, { otherwise: -1 }) }),
  ],
  processing: { kind: "template", template: "map_response" },
});
const pairs = anItem({
  maxMark: 3,
  body: [asked(matchOf("S1 S2 S3", "T1 T2 T3 T4"))],
  responses: [
    declared({
      cardinality: "multiple",
      baseType: "directedPair",
      correct: ["S1 T2", "S2 T1", "S3 T3"],
      mapping: mapping({ "S1 T2": 1, "S2 T1": 1, "S3 T3": 1 }),
    }),
  ],
  processing: { kind: "template", template: "map_response" },
});
const friends = anItem({
  body: [asked(associateOf("A B C D"))],
  responses: [declared({ cardinality: "multiple", baseType: "pair", correct: ["A B", "C D"] })],
});
const inOrder = anItem({
  body: [asked(orderOf("ABC"))],
  responses: [declared({ cardinality: "ordered", correct: ["B", "C", "A"] })],
});
const typed = anItem({
  body: [asked(shortText())],
  responses: [
    declared({
      baseType: "string",
      correct: ["limited liability"],
      mapping: mapping({ "limited liability": 1, unlimited: 0 }),
    }),
  ],
  processing: { kind: "template", template: "map_response" },
});
const counted = anItem({
  body: [asked(shortText())],
  responses: [declared({ baseType: "integer", correct: ["14"] })],
});
const written = anItem({
  maxMark: 6,
  marking: "person",
  processing: { kind: "none" },
  body: [asked(shortText())],
  responses: [declared({ baseType: "string" })],
});

describe("a response that rules can mark", () => {
  test.each([
    ["the key earns the mark", oneOfThree, ["B"], 1],
    ["another choice earns nothing", oneOfThree, ["A"], 0],
    ["half of two earns half", twoOfFive, ["B", "C"], 1],
    ["both earn both", twoOfFive, ["E", "B"], 2],
    ["a wrong choice costs what the mapping says", withPenalty, ["B", "E", "A"], 1],
    ["penalties never go below nothing", withPenalty, ["A", "C", "D"], 0],
    ["each right pair earns its mark", pairs, ["S1 T2", "S2 T4", "S3 T3"], 2],
    ["a pair without direction may be given either way round", friends, ["D C", "B A"], 1],
    ["an order counts as a whole", inOrder, ["B", "C", "A"], 1],
    ["nearly the right order is not the order", inOrder, ["C", "B", "A"], 0],
    ["an accepted text earns its mark however it is dressed", typed, [" Limited  Liability. "], 1],
    ["a text known to be wrong earns nothing without a person", typed, ["Unlimited"], 0],
    ["a number is compared as a number", counted, ["014"], 1],
    ["another number earns nothing", counted, ["30"], 0],
  ])("%s", (_, item, value, marks) => {
    expect(marksOf(item, ...value)).toBe(marks);
  });
});

describe("a response that needs a person", () => {
  test.each([
    ["a text that no rule knows", typed, ["limitted liabilty"], "text-not-recognised"],
    ["words where a number was asked for", counted, ["two weeks"], "text-not-recognised"],
    ["an item that examiners mark", written, ["Because customers come back."], "marked-by-a-person"],
    ["more choices than the control allows", twoOfFive, ["A", "B", "E"], "not-a-possible-response"],
    ["one choice paired with everything", pairs, ["S1 T2", "S1 T1", "S2 T1"], "not-a-possible-response"],
    ["a choice the item does not have", oneOfThree, ["Z"], "not-a-possible-response"],
  ])("%s", (_, item, value, why) => {
    expect(marksOf(item, ...value)).toBe(why);
  });

  test("a text that fits the pattern of a rule is known, any other is not", () => {
    const postcode = anItem({
      body: [asked(shortText())],
      responses: [declared({ baseType: "string" })],
      processing: {
        kind: "rules",
        rules: [
          {
            kind: "if",
            branches: [
              {
                when: { op: "patternMatch", pattern: "[A-Z]{2}\\d+", of: [{ op: "variable", id: "RESPONSE" }] },
                rules: [{ kind: "set", outcome: "SCORE", value: { op: "baseValue", baseType: "float", value: "1" } }],
              },
            ],
            otherwise: [],
          },
        ],
      },
    });
    expect(marksOf(postcode, "LE4")).toBe(1);
    expect(marksOf(postcode, "Leicester")).toBe("text-not-recognised");
  });

  test("the person is told what the recognised part earns and how the text was compared", () => {
    const both = anItem({
      maxMark: 2,
      body: [asked(shortText("FIRST")), asked(shortText("SECOND"))],
      responses: ["FIRST", "SECOND"].map((id) => declared({ id, baseType: "string", mapping: mapping({ refund: 1 }) })),
      processing: {
        kind: "rules",
        rules: [
          {
            kind: "set",
            outcome: "SCORE",
            value: {
              op: "sum",
              of: [
                { op: "mapResponse", id: "FIRST" },
                { op: "mapResponse", id: "SECOND" },
              ],
            },
          },
        ],
      },
    });
    expect(markItem(both, { FIRST: ["A refund"], SECOND: ["reffund"] })).toEqual({
      kind: "to-person",
      suggested: 1,
      why: "text-not-recognised",
      normalised: { FIRST: { text: "refund", steps: ["case", "article"] }, SECOND: { text: "reffund", steps: [] } },
    });
  });
});

test.each([
  ["not opened", {}],
  ["cleared", { RESPONSE: [] }],
  ["only spaces", { RESPONSE: ["  \n"] }],
])("nothing given is no marks, without a person: %s", (_, response) => {
  for (const item of [oneOfThree, typed, written]) {
    expect(markItem(item, response)).toEqual({
      kind: "marked",
      marks: 0,
      max: item.maxMark,
      reasons: [{ rule: "nothing-given" }],
    });
  }
});

test("a mark says how it came about", () => {
  expect(markItem(twoOfFive, { RESPONSE: ["C", "B"] })).toMatchObject({
    reasons: [
      { rule: "worth", response: "RESPONSE", given: "C", marks: 0 },
      { rule: "worth", response: "RESPONSE", given: "B", marks: 1 },
      { rule: "total", marks: 1 },
    ],
  });
});

describe("whatever arrives", () => {
  const all = [oneOfThree, twoOfFive, withPenalty, pairs, friends, inOrder, typed, counted, written];
  const part = fc.oneof(
    fc.constantFrom("A", "B", "C", "D", "E", "S1 T2", "S2 T1", "A B", "14", "limited liability", "", " ", "__proto__"),
    fc.string(),
  );
  const anything = fc.dictionary(
    fc.oneof(fc.constantFrom("RESPONSE", "FIRST", "__proto__", "SCORE"), fc.string()),
    fc.array(part),
  );
  const anyItem = fc.constantFrom(...all);

  test("marks are whole, from nothing to all the item has", () => {
    fc.assert(
      fc.property(anyItem, anything, (item, response) => {
        const marking = markItem(item, response);
        const marks = marking.kind === "marked" ? marking.marks : (marking.suggested ?? 0);
        expect(Number.isInteger(marks) && marks >= 0 && marks <= item.maxMark).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });

  test("the order in which choices were made never matters", () => {
    const unordered = all.filter((item) => item.responses[0]?.cardinality === "multiple");
    fc.assert(
      fc.property(fc.constantFrom(...unordered), fc.array(part), (item, value) => {
        expect(marksOf(item, ...value.toReversed())).toBe(marksOf(item, ...value));
      }),
    );
  });
});
