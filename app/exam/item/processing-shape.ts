import { z } from "zod";
import { areaShape, nameShape, wordsShape } from "./body-shape.ts";
import { baseTypes } from "./declaration.ts";
import {
  type Amount,
  type Branch,
  type Expression,
  mathConstants,
  mathNames,
  type Operator,
  operators,
  type ResponseProcessing,
  type Rounding,
  type Rule,
  roundingModes,
  statsNames,
  type Tolerance,
} from "./processing.ts";
import { templates } from "./processing-templates.ts";

const amount: z.ZodType<Amount> = z.union([z.number(), z.strictObject({ variable: nameShape })]);
const tolerance: z.ZodType<Tolerance> = z.strictObject({
  mode: z.enum(["exact", "absolute", "relative"]),
  below: amount,
  above: amount,
  withLowest: z.boolean(),
  withHighest: z.boolean(),
});
const rounding: z.ZodType<Rounding> = z.strictObject({ mode: z.enum(roundingModes), figures: amount });

const expression: z.ZodType<Expression> = z.lazy(() => anyExpression);
const of = z.array(expression).max(200).readonly();
const plainOperators = Object.keys(operators).filter((name): name is Operator => Object.hasOwn(operators, name));
const caseSensitive = z.boolean();

const anyExpression: z.ZodType<Expression> = z.union([
  z.strictObject({ op: z.literal("baseValue"), baseType: z.enum(baseTypes), value: wordsShape }),
  z.strictObject({ op: z.literal("null") }),
  z.strictObject({ op: z.literal("variable"), id: nameShape, weight: nameShape.optional() }),
  z.strictObject({ op: z.literal("correct"), id: nameShape }),
  z.strictObject({ op: z.literal("default"), id: nameShape }),
  z.strictObject({ op: z.literal("mapResponse"), id: nameShape }),
  z.strictObject({ op: z.literal("mapResponsePoint"), id: nameShape }),
  z.strictObject({ op: z.literal("mathConstant"), name: z.enum(mathConstants) }),
  z.strictObject({ op: z.literal("equal"), of, tolerance }),
  z.strictObject({ op: z.enum(["equalRounded", "roundTo"]), of, rounding }),
  z.strictObject({ op: z.literal("index"), of, n: amount }),
  z.strictObject({ op: z.literal("repeat"), of, times: amount }),
  z.strictObject({ op: z.literal("anyN"), of, least: amount, most: amount }),
  z.strictObject({ op: z.literal("fieldValue"), of, field: wordsShape.max(200) }),
  z.strictObject({ op: z.literal("stringMatch"), of, caseSensitive, substring: z.boolean() }),
  z.strictObject({ op: z.literal("substring"), of, caseSensitive }),
  z.strictObject({ op: z.literal("patternMatch"), of, pattern: wordsShape.max(1_000) }),
  z.strictObject({ op: z.literal("inside"), of, area: areaShape }),
  z.strictObject({ op: z.literal("mathOperator"), of, name: z.enum(mathNames) }),
  z.strictObject({ op: z.literal("statsOperator"), of, name: z.enum(statsNames) }),
  z.strictObject({ op: z.enum(plainOperators), of }),
]);

const rules: z.ZodType<readonly Rule[]> = z.lazy(() => z.array(rule).max(500));
const branch: z.ZodType<Branch> = z.strictObject({ when: expression, rules });
const rule: z.ZodType<Rule> = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("set"), outcome: nameShape, value: expression }),
  z.strictObject({ kind: z.literal("look-up"), outcome: nameShape, value: expression }),
  z.strictObject({ kind: z.literal("if"), branches: z.array(branch).min(1).max(200).readonly(), otherwise: rules }),
  z.strictObject({ kind: z.literal("exit") }),
]);

export const processingShape: z.ZodType<ResponseProcessing> = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("none") }),
  z.strictObject({ kind: z.literal("template"), template: z.enum(templates) }),
  z.strictObject({ kind: z.literal("rules"), rules }),
]);
