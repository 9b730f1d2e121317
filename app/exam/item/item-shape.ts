import { z } from "zod";
import { areaShape, bodyShape, contentShape, nameShape, wordsShape } from "./body-shape.ts";
import {
  type AreaMapping,
  baseTypes,
  cardinalities,
  type LookupTable,
  type Mapping,
  type OutcomeDeclaration,
  type ResponseDeclaration,
} from "./declaration.ts";
import { type Item, objectives, type WorkedResponse, workedKinds } from "./item.ts";
import { processingShape } from "./processing-shape.ts";
import type { Value } from "./response.ts";
import type { MarkScheme } from "./scheme.ts";

const value: z.ZodType<Value> = z.array(wordsShape).max(200);
const number = z.number().min(-1_000_000).max(1_000_000);
const marks = z.int().min(0).max(1_000);
const bounds = { otherwise: number, lower: number.nullable(), upper: number.nullable() };

const mapping: z.ZodType<Mapping> = z.strictObject({
  entries: z
    .array(z.strictObject({ key: wordsShape.max(2_000), value: number, caseSensitive: z.boolean() }))
    .max(500)
    .readonly(),
  ...bounds,
});
const areas: z.ZodType<AreaMapping> = z.strictObject({
  entries: z
    .array(z.strictObject({ area: areaShape, value: number }))
    .max(200)
    .readonly(),
  ...bounds,
});

const response: z.ZodType<ResponseDeclaration> = z.strictObject({
  id: nameShape,
  cardinality: z.enum(cardinalities),
  baseType: z.enum(baseTypes),
  correct: value.nullable(),
  mapping: mapping.nullable(),
  areas: areas.optional(),
  initial: value.optional(),
});

const otherwise = wordsShape.max(500).nullable();
const lookup: z.ZodType<LookupTable> = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("match"),
    entries: z
      .array(z.strictObject({ from: number, to: wordsShape.max(500) }))
      .max(500)
      .readonly(),
    otherwise,
  }),
  z.strictObject({
    kind: z.literal("interpolation"),
    entries: z
      .array(z.strictObject({ from: number, withBound: z.boolean(), to: wordsShape.max(500) }))
      .max(500)
      .readonly(),
    otherwise,
  }),
]);

const outcome: z.ZodType<OutcomeDeclaration> = z.strictObject({
  id: nameShape,
  cardinality: z.enum(cardinalities),
  baseType: z.enum(baseTypes),
  initial: value.nullable(),
  least: number.nullable(),
  most: number.nullable(),
  byPerson: z.boolean(),
  lookup: lookup.optional(),
});

const notes = z
  .array(z.strictObject({ kind: z.enum(["accept", "reject", "guidance"]), content: contentShape }))
  .max(100)
  .readonly();
const scheme: z.ZodType<MarkScheme> = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("points"),
    points: z
      .array(z.strictObject({ id: nameShape, marks, content: contentShape, needs: nameShape.nullable() }))
      .max(100)
      .readonly(),
    notes,
    indicative: contentShape,
  }),
  z.strictObject({
    kind: z.literal("levels"),
    levels: z
      .array(z.strictObject({ level: marks, min: marks, max: marks, descriptor: contentShape }))
      .max(20)
      .readonly(),
    notes,
    indicative: contentShape,
  }),
]);

const worked: z.ZodType<WorkedResponse> = z.strictObject({
  kind: z.enum(workedKinds),
  response: z.record(nameShape, value),
  marks,
  points: z.array(nameShape).max(100).readonly(),
  level: marks.nullable(),
  toPerson: z.boolean(),
  why: wordsShape.max(4_000),
});

const wholeItem: z.ZodType<Item> = z.strictObject({
  id: nameShape.max(64),
  title: wordsShape.max(300),
  classification: z.strictObject({
    area: z.string().max(20).regex(/^\S*$/),
    commandWord: wordsShape.max(60),
    minutes: z.number().min(0).max(600),
  }),
  objectives: z.partialRecord(z.enum(objectives), marks),
  stimulus: nameShape.nullable(),
  body: bodyShape,
  responses: z.array(response).max(100).readonly(),
  outcomes: z.array(outcome).max(100).readonly(),
  processing: processingShape,
  maxMark: z.number().min(0).max(1_000),
  marking: z.enum(["auto", "person"]),
  scheme: scheme.nullable(),
  worked: z.array(worked).max(100).readonly(),
});

/** Signs of an item as text; the longest of a real bank has a twentieth of it. */
const longestItem = 400_000;
/** Levels of lists and objects in each other; an item of tables and rules needs thirty. */
const deepestItem = 120;

/** Looked at before anything else, because reading something very deep would exhaust the reader. */
function isBounded(given: unknown): boolean {
  let level: readonly unknown[] = [given];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > deepestItem) return false;
    level = level.flatMap((value) => (typeof value === "object" && value !== null ? Object.values(value) : []));
  }
  return JSON.stringify(given ?? null).length <= longestItem;
}

/**
 * A whole item as it comes from outside. It may have any fault that `checkItem` finds, for that is what a draft is for, but
 * it is an item: elements, attributes and operators of the allow-lists, nothing more, and of a size that a page can bear.
 */
export const itemShape: z.ZodType<Item> = z.unknown().refine(isBounded, "The item is too long.").pipe(wholeItem);
