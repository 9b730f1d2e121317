import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { declared, mapping } from "../../../tests/support/items.ts";
import type { BaseType, OutcomeDeclaration } from "../item/declaration.ts";
import {
  type Expression,
  mathNames,
  type Operator,
  operators,
  type Rule,
  statsNames,
  type Tolerance,
} from "../item/processing.ts";
import { templateRules, templates } from "../item/processing-templates.ts";
import { outcomesOf } from "./auto-rules.ts";
import { exactly } from "./auto-values.ts";

const outcome = (id: string, baseType: BaseType, rest: Partial<OutcomeDeclaration> = {}): OutcomeDeclaration => ({
  id,
  baseType,
  cardinality: "single",
  initial: null,
  least: null,
  most: null,
  byPerson: false,
  ...rest,
});
const area = (shape: "rect" | "circle", ...coords: number[]) => ({ shape, coords });
const responses = [
  declared({ id: "RESPONSE", correct: ["B"], mapping: mapping({ B: 2 }) }),
  declared({ id: "TEXT", baseType: "string", mapping: mapping({ "": 3, yes: 1 }, { otherwise: -1, lower: null }) }),
  declared({ id: "TYPED", cardinality: "record", baseType: "float" }),
  declared({
    id: "POINTS",
    cardinality: "multiple",
    baseType: "point",
    areas: {
      entries: [
        { area: area("circle", 10, 10, 5), value: 2 },
        { area: area("rect", 0, 0, 50, 50), value: 1 },
      ],
      otherwise: -1,
      lower: 0,
      upper: 3,
    },
  }),
];
const bands: OutcomeDeclaration["lookup"] = {
  kind: "interpolation",
  entries: [
    { from: 8, withBound: true, to: "high" },
    { from: 4, withBound: false, to: "middle" },
  ],
  otherwise: "low",
};
const outcomes = [
  outcome("SCORE", "float"),
  outcome("MAXSCORE", "float", { initial: ["2"] }),
  outcome("COUNT", "integer", { initial: ["3"] }),
  outcome("FEEDBACK", "identifier"),
  outcome("BAND", "identifier", { lookup: bands }),
  outcome("EXACT", "integer", { lookup: { kind: "match", entries: [{ from: 2, to: "20" }], otherwise: null } }),
  outcome("ANY", "float", { cardinality: "multiple" }),
];

type Given = Record<string, readonly string[]>;
const run = (rules: readonly Rule[], given: Given = {}) =>
  outcomesOf({ rules, responses, outcomes, given, same: exactly });
const set = (value: Expression, id = "ANY"): Rule => ({ kind: "set", outcome: id, value });
const value = (expression: Expression, given: Given = {}) => run([set(expression)], given).get("ANY")?.parts ?? null;

const n = (number: number): Expression => ({ op: "baseValue", baseType: "float", value: String(number) });
const i = (number: number): Expression => ({ op: "baseValue", baseType: "integer", value: String(number) });
const t = (text: string): Expression => ({ op: "baseValue", baseType: "string", value: text });
const p = (text: string): Expression => ({ op: "baseValue", baseType: "point", value: text });
const is = (truth: boolean): Expression => ({ op: "baseValue", baseType: "boolean", value: String(truth) });
const nothing: Expression = { op: "null" };
const the = (id: string): Expression => ({ op: "variable", id });
const of = (op: Operator, ...operands: Expression[]): Expression => ({ op, of: operands });
const many = (...numbers: number[]) => of("multiple", ...numbers.map(n));

describe("operators", () => {
  test.each<[string, Expression, readonly (number | boolean | string)[] | null]>([
    ["whole division goes down", of("integerDivide", i(-7), i(2)), [-4]],
    ["the rest of a whole division", of("integerModulus", i(-7), i(2)), [1]],
    ["whole division by nought", of("integerDivide", i(1), i(0)), null],
    ["power", of("power", n(2), n(10)), [1024]],
    ["a power that is no number", of("power", n(-1), n(0.5)), null],
    ["greatest common divisor", of("gcd", i(12), i(18), i(0)), [6]],
    ["least common multiple", of("lcm", i(4), i(6)), [12]],
    ["least common multiple with nought", of("lcm", i(4), i(0)), [0]],
    ["an earlier duration", of("durationLT", n(4.5), n(5)), [true]],
    ["a duration as long", of("durationGTE", n(5), n(5)), [true]],
    ["delete takes every one", of("delete", n(1), many(1, 2, 1)), [2]],
    ["nothing is left after delete", of("delete", n(1), many(1)), null],
    ["delete nothing", of("delete", nothing, many(1)), null],
    ["the constant pi", { op: "mathConstant", name: "pi" }, [Math.PI]],
    ["a default value", { op: "default", id: "MAXSCORE" }, [2]],
    ["no default value", { op: "default", id: "SCORE" }, null],
    [
      "a place said by a variable",
      { op: "index", n: { variable: "COUNT" }, of: [of("ordered", n(7), n(8), n(9))] },
      [9],
    ],
    ["twice over", { op: "repeat", times: 2, of: [n(1), n(2)] }, [1, 2, 1, 2]],
    ["not even once", { op: "repeat", times: 0, of: [n(1)] }, null],
    ["two of three, for certain", { op: "anyN", least: 2, most: 2, of: [is(true), is(true), is(false)] }, [true]],
    ["two of three, perhaps", { op: "anyN", least: 2, most: 3, of: [is(true), nothing, is(false)] }, null],
    ["two of three, impossible", { op: "anyN", least: 2, most: 3, of: [is(false), nothing, is(false)] }, [false]],
    [
      "texts alike but for capitals",
      { op: "stringMatch", caseSensitive: false, substring: false, of: [t("Yes"), t("yes")] },
      [true],
    ],
    [
      "texts alike with capitals",
      { op: "stringMatch", caseSensitive: true, substring: false, of: [t("Yes"), t("yes")] },
      [false],
    ],
    [
      "a text within",
      { op: "stringMatch", caseSensitive: true, substring: true, of: [t("refunds"), t("fund")] },
      [true],
    ],
    ["the first within the second", { op: "substring", caseSensitive: false, of: [t("FUND"), t("refunds")] }, [true]],
    ["a pattern", { op: "patternMatch", pattern: "[A-Z]\\d{2}", of: [t("B12")] }, [true]],
    ["a pattern against nothing", { op: "patternMatch", pattern: ".*", of: [nothing] }, null],
    ["a point inside", { op: "inside", area: area("rect", 0, 0, 9, 9), of: [p("3 4")] }, [true]],
    [
      "any point inside",
      { op: "inside", area: area("rect", 0, 0, 9, 9), of: [of("multiple", p("30 4"), p("1 1"))] },
      [true],
    ],
    ["two decimal places", { op: "roundTo", rounding: { mode: "decimalPlaces", figures: 2 }, of: [n(1.005)] }, [1.01]],
    [
      "three significant figures",
      { op: "roundTo", rounding: { mode: "significantFigures", figures: 3 }, of: [n(123456)] },
      [123000],
    ],
    [
      "no significant figures",
      { op: "roundTo", rounding: { mode: "significantFigures", figures: 0 }, of: [n(1)] },
      null,
    ],
    [
      "equal when rounded",
      { op: "equalRounded", rounding: { mode: "decimalPlaces", figures: 1 }, of: [n(3.14), n(3.1)] },
      [true],
    ],
    [
      "not equal when rounded",
      { op: "equalRounded", rounding: { mode: "decimalPlaces", figures: 1 }, of: [n(3.16), n(3.1)] },
      [false],
    ],
    ["the logarithm of nought", { op: "mathOperator", name: "ln", of: [n(0)] }, null],
    ["degrees", { op: "mathOperator", name: "toDegrees", of: [{ op: "mathConstant", name: "pi" }] }, [180]],
    ["the direction of two sides", { op: "mathOperator", name: "atan2", of: [n(0), n(1)] }, [0]],
    ["a mean", { op: "statsOperator", name: "mean", of: [many(1, 2, 6)] }, [3]],
    ["a variance of all", { op: "statsOperator", name: "popVariance", of: [many(2, 4)] }, [1]],
    ["a variance of a sample", { op: "statsOperator", name: "sampleVariance", of: [many(2, 4)] }, [2]],
    ["a sample of one", { op: "statsOperator", name: "sampleSD", of: [many(2)] }, null],
    ["a point that is none", p("3"), null],
  ])("%s", (_, expression, expected) => {
    expect(value(expression)).toEqual(expected);
  });

  test("a tolerance may be said by a variable, above and below by different ones", () => {
    const tolerance: Tolerance = {
      mode: "absolute",
      below: { variable: "COUNT" },
      above: 1,
      withLowest: true,
      withHighest: true,
    };
    const near = (number: number) => value({ op: "equal", of: [n(10), n(number)], tolerance });
    expect([6.9, 7, 11, 11.1].map(near)).toEqual([[false], [true], [true], [false]]);
  });

  test.each([
    ["floatValue", [-12.5]],
    ["leftDigits", [2]],
    ["ndp", [2]],
    ["nsf", [4]],
    ["exponent", null],
    ["integerValue", null],
    ["nonsense", null],
  ])("a typed number knows its %s", (field, expected) => {
    expect(value({ op: "fieldValue", field, of: [the("TYPED")] }, { TYPED: ["-12.50"] })).toEqual(expected);
  });
});

describe("points on a picture", () => {
  const worth = (...points: string[]) => value({ op: "mapResponsePoint", id: "POINTS" }, { POINTS: points });

  test.each([
    ["the first area that holds it", ["10 11"], [2]],
    ["a second point in the same area adds nothing", ["10 11", "9 9"], [2]],
    ["two areas", ["10 10", "40 40"], [3]],
    ["beside every area, never below the bound", ["90 90"], [0]],
  ])("%s", (_, points, expected) => {
    expect(worth(...points)).toEqual(expected);
  });
});

describe("a blank response", () => {
  test("is worth what the mapping gives to just that, else nothing", () => {
    expect(value({ op: "mapResponse", id: "TEXT" })).toEqual([3]);
    expect(value({ op: "mapResponse", id: "RESPONSE" })).toEqual([0]);
  });
});

describe("rules", () => {
  test("an exit ends them all, however deep it stands", () => {
    const rules: readonly Rule[] = [
      { kind: "if", branches: [{ when: is(true), rules: [set(n(1), "SCORE"), { kind: "exit" }] }], otherwise: [] },
      set(n(9), "SCORE"),
    ];
    expect(run(rules).get("SCORE")?.parts).toEqual([1]);
  });

  test.each([
    [9, "high"],
    [8, "high"],
    [4, "low"],
    [4.1, "middle"],
  ])("%d lies in the band %s", (number, band) => {
    expect(run([{ kind: "look-up", outcome: "BAND", value: n(number) }]).get("BAND")?.parts).toEqual([band]);
  });

  test("an exact table without a default says nothing of other numbers", () => {
    const looked = (number: number) =>
      run([{ kind: "look-up", outcome: "EXACT", value: n(number) }]).get("EXACT")?.parts ?? null;
    expect([looked(2), looked(3)]).toEqual([[20], null]);
  });

  test("one of many that is alone fits an outcome for one; several do not", () => {
    const scored = (...numbers: number[]) => run([set(many(...numbers), "SCORE")]).get("SCORE");
    expect(scored(4)).toEqual({ cardinality: "single", baseType: "float", parts: [4] });
    expect(scored(4, 5)).toBeNull();
  });

  test.each([
    ["match_correct", "B", 1, undefined],
    ["map_response", "B", 2, undefined],
    ["CC2_match", "A", 0, undefined],
    ["CC2_match_basic", "B", 2, undefined],
    ["CC2_map_response", "B", 2, "correct"],
    ["CC2_map_response", "A", 0, "incorrect"],
  ] as const)("the template %s gives %s %d marks", (template, choice, score, feedback) => {
    const found = run(templateRules[template], { RESPONSE: [choice] });
    expect([found.get("SCORE")?.parts[0], found.get("FEEDBACK")?.parts[0]]).toEqual([score, feedback]);
  });
});

describe("whatever the rules say", () => {
  const leaf = fc.constantFrom<Expression>(
    nothing,
    n(0),
    n(-1.5),
    i(7),
    t("yes"),
    p("1 2"),
    is(true),
    the("TYPED"),
    the("POINTS"),
    the("NOBODY"),
    { op: "correct", id: "RESPONSE" },
    { op: "mapResponse", id: "POINTS" },
    { op: "mapResponsePoint", id: "RESPONSE" },
  );
  const rounding = { mode: "significantFigures", figures: 2 } as const;
  const expression = fc.letrec<{ any: Expression }>((tie) => {
    const some = fc.array(tie("any"), { maxLength: 3 });
    return {
      any: fc.oneof(
        { maxDepth: 4 },
        leaf,
        fc.record({ op: fc.constantFrom(...(Object.keys(operators) as Operator[])), of: some }),
        fc.record({ op: fc.constant("mathOperator" as const), name: fc.constantFrom(...mathNames), of: some }),
        fc.record({ op: fc.constant("statsOperator" as const), name: fc.constantFrom(...statsNames), of: some }),
        fc.record({
          op: fc.constantFrom("equalRounded" as const, "roundTo" as const),
          rounding: fc.constant(rounding),
          of: some,
        }),
        fc.record({
          op: fc.constant("repeat" as const),
          times: fc.constantFrom(0, 2, { variable: "SCORE" }),
          of: some,
        }),
        fc.record({ op: fc.constant("index" as const), n: fc.constantFrom(-1, 0, 1, 1.5), of: some }),
        fc.record({ op: fc.constant("fieldValue" as const), field: fc.constant("ndp"), of: some }),
        fc.record({ op: fc.constant("patternMatch" as const), pattern: fc.string({ maxLength: 6 }), of: some }),
      ),
    };
  }).any;

  test("an answer comes, a value or nothing, and no number that is none", () => {
    fc.assert(
      fc.property(expression, (made) => {
        const found = value(made, { TYPED: ["1e3"], POINTS: ["1 1", "x"], RESPONSE: ["B"] });
        expect(found === null || (found.length > 0 && !found.some(Number.isNaN))).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });

  test("every template is known by its rules", () => {
    expect(Object.keys(templateRules)).toEqual([...templates]);
  });
});
