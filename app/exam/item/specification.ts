import { z } from "zod";
import { type Item, type Objective, objectives } from "./item.ts";
import { knowledgeSpecification } from "./knowledge-specification.ts";

const objective = z.enum(objectives);
const markRange = z.strictObject({ least: z.int().min(0), most: z.int().min(1) });

/**
 * What the specification of a unit allows: content areas with the objectives that may test them, and for each objective
 * its command words and marks. One item may serve several objectives; the marks of each part must be legal for it.
 */
export const specification = z.strictObject({
  assessment: z.literal("timed").optional(),
  unit: z.int().positive(),
  title: z.string().min(1),
  qualification: z.string().min(1),
  areas: z.record(
    z.string().regex(/^[A-Z]\d{1,2}$/),
    z.strictObject({ title: z.string().min(1), objectives: z.array(objective).min(1).readonly() }),
  ),
  objectives: z.record(
    objective,
    z.strictObject({
      title: z.string().min(1),
      commands: z.array(z.string().min(1)).min(1).readonly(),
      marks: markRange,
    }),
  ),
});
export type Specification = Readonly<z.infer<typeof specification>>;

/** The specification of a unit of either kind; one that does not say is of a unit with timed forms. */
export const unitSpecification = z.discriminatedUnion("assessment", [specification, knowledgeSpecification]);
export type UnitSpecification = Readonly<z.infer<typeof unitSpecification>>;

/** The objectives an item serves with the marks each gets, in the order AO1 to AO4. */
export const partsOf = (item: Pick<Item, "objectives">): readonly (readonly [Objective, number])[] =>
  objectives.flatMap((name) => {
    const marks = item.objectives[name];
    return marks === undefined ? [] : [[name, marks] as const];
  });
