import { describe, expect, test } from "vitest";
import { declared, mapping } from "../../../tests/support/items.ts";
import type { BaseType } from "../item/declaration.ts";
import type { Expression, Operator, Rule, Tolerance } from "../item/processing.ts";
import { outcomesOf } from "./auto-rules.ts";
import { exactly, inPlainForm, type SameText } from "./auto-values.ts";

const outcome = (id: string, baseType: BaseType) =>
  ({ id, baseType, cardinality: "single", initial: null, least: null, most: null, byPerson: false }) as const;

const responses = [
  declared({ id: "ONE", correct: ["A"] }),
  declared({
    id: "MANY",
    cardinality: "multiple",
    correct: ["A", "B"],
    mapping: mapping({ A: 1, B: 2 }, { otherwise: -0.5, lower: null }),
  }),
  declared({ id: "LINE", cardinality: "ordered", correct: ["A", "B", "C"] }),
  declared({ id: "PAIR", cardinality: "multiple", baseType: "pair", correct: ["A B"] }),
  declared({ id: "ARROW", cardinality: "multiple", baseType: "directedPair", correct: ["A B"] }),
  declared({ id: "NUMBER", baseType: "float", correct: ["2.5"] }),
  declared({ id: "TEXT", baseType: "string", correct: ["Refund"] }),
];

const given = (value: string | undefined, id = "ONE") => ({ [id]: value === undefined ? [] : value.split(",") });
const run = (rules: readonly Rule[], response: Record<string, readonly string[]>, same: SameText = exactly) =>
  outcomesOf({
    rules,
    responses,
    outcomes: [outcome("SCORE", "float"), outcome("NOTE", "string")],
    given: response,
    same,
  });
const value = (expression: Expression, response: Record<string, readonly string[]> = {}, same?: SameText) =>
  run([{ kind: "set", outcome: "SCORE", value: expression }], response, same).get("SCORE")?.parts ?? null;

const n = (number: number): Expression => ({ op: "baseValue", baseType: "float", value: String(number) });
const word = (text: string): Expression => ({ op: "baseValue", baseType: "identifier", value: text });
const yes: Expression = { op: "baseValue", baseType: "boolean", value: "true" };
const no: Expression = { op: "baseValue", baseType: "boolean", value: "false" };
const nothing: Expression = { op: "null" };
const the = (id: string): Expression => ({ op: "variable", id });
const key = (id: string): Expression => ({ op: "correct", id });
const of = (op: Operator, ...operands: Expression[]): Expression => ({ op, of: operands });

describe("operators", () => {
  test.each<[string, Expression, readonly (number | boolean | string)[] | null]>([
    ["sum", of("sum", n(1), n(2), n(0.5)), [3.5]],
    ["a sum with nothing in it is nothing", of("sum", n(1), nothing), null],
    ["product", of("product", n(2), n(3)), [6]],
    ["subtract", of("subtract", n(2), n(3)), [-1]],
    ["divide", of("divide", n(1), n(4)), [0.25]],
    ["dividing by nought gives nothing", of("divide", n(1), n(0)), null],
    ["round goes up at a half", of("round", n(2.5)), [3]],
    ["round goes up at minus a half", of("round", n(-2.5)), [-2]],
    ["truncate goes towards nought", of("truncate", n(-2.9)), [-2]],
    ["min and max", of("max", n(1), of("min", n(5), n(4))), [4]],
    ["greater", of("gt", n(2), n(2)), [false]],
    ["greater or equal", of("gte", n(2), n(2)), [true]],
    ["less", of("lt", n(1), n(2)), [true]],
    ["less or equal to nothing is unknown", of("lte", n(1), nothing), null],
    ["false and unknown is false", of("and", no, nothing), [false]],
    ["true and unknown is unknown", of("and", yes, nothing), null],
    ["true or unknown is true", of("or", nothing, yes), [true]],
    ["not unknown is unknown", of("not", nothing), null],
    ["isNull", of("isNull", nothing), [true]],
    ["an empty container is nothing", of("isNull", of("multiple")), [true]],
    ["the size of nothing is nought", of("containerSize", nothing), [0]],
    [
      "multiple gathers and leaves out nothing",
      of("containerSize", of("multiple", word("A"), nothing, word("B"))),
      [2],
    ],
    ["member", of("member", word("B"), of("multiple", word("A"), word("B"))), [true]],
    [
      "contains, each part once",
      of("contains", of("multiple", word("A"), word("B")), of("multiple", word("A"), word("A"))),
      [false],
    ],
    [
      "contains a run in order",
      of("contains", of("ordered", word("A"), word("B"), word("C")), of("ordered", word("B"), word("C"))),
      [true],
    ],
    [
      "does not contain a broken run",
      of("contains", of("ordered", word("A"), word("B"), word("C")), of("ordered", word("A"), word("C"))),
      [false],
    ],
    ["index counts from one", { op: "index", n: 2, of: [of("ordered", word("A"), word("B"))] }, ["B"]],
    ["index beyond the end is nothing", { op: "index", n: 3, of: [of("ordered", word("A"))] }, null],
  ])("%s", (_, expression, expected) => {
    expect(value(expression)).toEqual(expected);
  });

  const within = (mode: Tolerance["mode"], below = 0, above = below): Tolerance => ({
    mode,
    below,
    above,
    withLowest: true,
    withHighest: false,
  });
  test.each([
    ["exact", 2.5, within("exact"), true],
    ["absolute, at the lowest", 2, within("absolute", 0.5), true],
    ["absolute, at the highest, which is left out", 3, within("absolute", 0.5), false],
    ["relative, ten per cent", 2.7, within("relative", 10), true],
    ["relative, outside", 2.8, within("relative", 10), false],
  ])("equal with tolerance: %s", (_, number, tolerance, expected) => {
    expect(value({ op: "equal", of: [key("NUMBER"), n(number)], tolerance })).toEqual([expected]);
  });
});

describe("responses against their key", () => {
  test.each([
    ["MANY", "B,A", true],
    ["MANY", "A", false],
    ["LINE", "A,B,C", true],
    ["LINE", "A,C,B", false],
    ["PAIR", "B A", true],
    ["ARROW", "B A", false],
    ["NUMBER", "2.50", true],
  ])("%s given %s matches: %s", (id, text, expected) => {
    expect(value(of("match", the(id), key(id)), given(text, id))).toEqual([expected]);
  });

  test("nothing given matches nothing, not even to say no", () => {
    expect(value(of("match", the("ONE"), key("ONE")))).toBeNull();
  });

  test("texts are compared as the marker asks: to the letter, or in plain form", () => {
    const same = of("match", the("TEXT"), key("TEXT"));
    expect(value(same, given("a refund.", "TEXT"), exactly)).toEqual([false]);
    expect(value(same, given("a refund.", "TEXT"), inPlainForm)).toEqual([true]);
  });

  test("a mapping counts each part once, with its default for strangers", () => {
    expect(value({ op: "mapResponse", id: "MANY" }, given("A,B,B,C", "MANY"))).toEqual([2.5]);
  });
});

describe("conditions", () => {
  const set = (score: number): readonly Rule[] => [{ kind: "set", outcome: "SCORE", value: n(score) }];
  const is = (choice: string) => of("match", the("ONE"), word(choice));
  const rules: readonly Rule[] = [
    {
      kind: "if",
      branches: [
        { when: is("A"), rules: set(3) },
        { when: is("B"), rules: set(2) },
      ],
      otherwise: set(1),
    },
  ];

  test.each([
    ["A", 3],
    ["B", 2],
    ["C", 1],
    [undefined, 1],
  ])("given %s the score is %i", (choice, score) => {
    expect(run(rules, given(choice)).get("SCORE")?.parts).toEqual([score]);
  });

  test("later rules see what earlier ones set", () => {
    const again: Rule = { kind: "set", outcome: "SCORE", value: of("sum", the("SCORE"), n(10)) };
    expect(run([...rules, again], given("B")).get("SCORE")?.parts).toEqual([12]);
  });

  test("a number begins at nought and a text at nothing", () => {
    expect([...run([], {}).values()].map((found) => found?.parts ?? null)).toEqual([[0], null]);
  });
});
