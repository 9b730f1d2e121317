import { z } from "zod";
import { qan, urn } from "../entry/check-characters.ts";
import { gradeScale } from "./grade-scale.ts";

/** Guided learning hours, total hours and credit as the awarding body publishes them; null where it gives none. */
const size = {
  guidedHours: z.number().int().positive(),
  totalHours: z.number().int().positive().nullable().default(null),
  credit: z.number().int().positive().nullable(),
};

const criterion = z.string().regex(/^[PMD]\d$/);

export const unit = z
  .object({
    /** Unique within its qualification: the unit's number, the awarding body's code, or the URN. */
    ref: z.string(),
    urn: urn.nullable(),
    title: z.string(),
    level: z.number().int().min(1).max(8),
    ...size,
    group: z.string(),
    assessment: z.enum(["external-onscreen", "internal", "internal-synoptic", "portfolio", "assessed-knowledge"]),
    /** How many learning outcomes and assessment criteria the unit's pages list, where they were counted. */
    outcomes: z.object({ learning: z.number().int(), criteria: z.number().int() }).nullable().default(null),
    /** Grading criteria by learning aim, for internally assessed graded units. */
    criteria: z.record(z.string(), z.array(criterion)).nullable().default(null),
  })
  .readonly();
export type Unit = z.infer<typeof unit>;

/** `of` names groups of units taken together; a limit that is null does not exist. */
export const groupRule = z
  .object({
    of: z.array(z.string()).min(1),
    all: z.boolean(),
    creditMin: z.number().int().nullable(),
    creditMax: z.number().int().nullable(),
  })
  .readonly();
export type GroupRule = z.infer<typeof groupRule>;

export const combination = z.object({ creditMin: z.number().int().nullable(), rules: z.array(groupRule) }).readonly();
export type Combination = z.infer<typeof combination>;

export const externalTest = z
  .object({
    unit: z.string(),
    minutes: z.number().int().positive(),
    maxMark: z.number().int().positive(),
    attempts: z.number().int().positive(),
    firstAvailable: z.string().regex(/^\d{4}-\d{2}$/),
    /** Grades whose descriptors exist, so that awarders can judge their boundaries. */
    describedGrades: z.array(z.enum(["P", "M", "D"])),
    areas: z.array(z.string()),
  })
  .readonly();

/** A value that is printed wrongly in the specification, what it should be, and how we know. */
export const correction = z.object({ printed: z.string(), right: z.string(), why: z.string() }).readonly();

export const qualification = z
  .object({
    id: z.string(),
    title: z.string(),
    qan,
    awardingBody: z.string(),
    level: z.number().int(),
    guidedHours: size.guidedHours,
    /** What the units add up to where the published figure cannot be reached by any legal choice. */
    guidedHoursComputed: z.number().int().nullable(),
    totalHours: z.number().int().positive(),
    credit: size.credit,
    /** First day of teaching or operation, where the specification gives one. */
    from: z.iso.date().nullable(),
    reviewed: z.iso.date().nullable(),
    units: z.array(unit),
    combination,
    grading: z.object({ scale: z.array(z.string()), rule: z.string(), stated: z.boolean() }).readonly(),
    points: gradeScale.nullable(),
    externalTest: externalTest.nullable(),
    /** Resits and resubmissions in words; null where the specification is silent. */
    resits: z.string().nullable(),
    barredCombinations: z.array(z.array(z.string())),
    roles: z.array(z.string()),
    roleRules: z.array(z.string()),
    corrections: z.array(correction),
  })
  .readonly();
export type Qualification = z.infer<typeof qualification>;
/** As written in a qualification's own file, before it is read. */
export type QualificationData = z.input<typeof qualification>;
