import { expect, test } from "vitest";
import type { Item } from "../item/item.ts";
import type { ItemResponse } from "../item/response.ts";
import { responseToMark } from "./response-to-mark.ts";
import { sameAnswers } from "./same-answer.ts";

const gap = (response: string, label: string) =>
  ({ kind: "interaction", interaction: { type: "text-entry", response, expectedLength: 8, label } }) as const;
const declared = (id: string, key: string) =>
  ({
    id,
    cardinality: "single",
    baseType: "string",
    correct: [key],
    mapping: { entries: [{ key, value: 1, caseSensitive: false }], otherwise: 0, lower: 0, upper: 1 },
  }) as const;

const gaps: Item = {
  id: "Q1",
  title: "Days of the week",
  classification: { area: "A1", commandWord: "complete", minutes: 1 },
  objectives: { AO1: 2 },
  stimulus: null,
  body: [gap("R1", "First day"), gap("R2", "Second day")],
  responses: [declared("R1", "Monday"), declared("R2", "Tuesday")],
  outcomes: [
    { id: "SCORE", cardinality: "single", baseType: "float", initial: ["0"], least: 0, most: 2, byPerson: false },
  ],
  processing: {
    kind: "rules",
    rules: [
      {
        kind: "set",
        outcome: "SCORE",
        value: {
          op: "sum",
          of: [
            { op: "mapResponse", id: "R1" },
            { op: "mapResponse", id: "R2" },
          ],
        },
      },
    ],
  },
  maxMark: 2,
  marking: "auto",
  scheme: null,
  worked: [],
};
const taken = (value: ItemResponse) => ({ task: "t1", queue: "examiner" as const, value, doubt: null, same: [] });

test("of a response known only in part, the examiner sees which parts the rule knows and in what form it read them", () => {
  const { parts, suggested } = responseToMark(gaps, taken({ R1: [" monday. "], R2: ["teusday"] }));
  expect(suggested).toBe(1);
  expect(parts).toMatchObject([
    { response: "R1", label: "First day", plain: { text: "monday" }, isRecognised: true, marks: 1 },
    { response: "R2", label: "Second day", plain: { text: "teusday" }, isRecognised: false, marks: null },
  ]);
});

test("a senior reads what the examiner was not sure about", () => {
  const doubt = "Is a spelling mistake enough?";
  expect(responseToMark(gaps, { ...taken({ R1: ["x"] }), queue: "senior", doubt }).why).toBe(doubt);
});

test("an examiner's browser gets these things of a response and no others", () => {
  const given = { ...taken({ R1: ["x"] }), learner: "Ada", centre: "Riverside" };
  expect(Object.keys(responseToMark(gaps, given)).toSorted()).toEqual([
    "parts",
    "queue",
    "same",
    "suggested",
    "task",
    "value",
    "why",
  ]);
});

test.each<[string, ItemResponse, readonly unknown[]]>([
  [
    "the same words with other capitals and a full stop",
    { R1: ["MONDAY."], R2: ["teusday"] },
    [
      { marks: 1, times: 2 },
      { marks: 2, times: 1 },
    ],
  ],
  ["other words", { R1: ["monday"], R2: ["wednesday"] }, []],
  ["nothing", {}, []],
  ["a long text", { R1: ["monday ".repeat(20)], R2: ["teusday"] }, []],
])("for %s the examiner sees what people gave to the same answer before", (_, value, expected) => {
  const answer = { R1: ["monday"], R2: ["Teusday"] };
  const judged = [
    { value: answer, marks: 1 },
    { value: answer, marks: 2 },
    { value: { R1: [" Monday"], R2: ["teusday,"] }, marks: 1 },
    { value: { R1: ["friday"], R2: ["teusday"] }, marks: 0 },
  ];
  expect(sameAnswers(gaps, value, judged)).toEqual(expected);
});
