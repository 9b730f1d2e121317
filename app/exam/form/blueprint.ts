import { z } from "zod";
import { objectives } from "../item/item.ts";

const count = z.int().min(0);
const share = z.strictObject({ marks: count, tolerance: count.default(0) });
const letter = z.string().regex(/^[A-Z]$/);
const band = z
  .strictObject({ least: count.optional(), most: count.optional() })
  .refine(({ least, most }) => least !== undefined || most !== undefined, "say least, most or both")
  .refine(({ least = 0, most = least }) => least <= most, "least must not be above most");
export type Band = Readonly<z.infer<typeof band>>;

/**
 * What every form of a unit holds, so that forms are alike. Areas by letter; tolerances in marks either way. All from
 * `areaObjectives` on may be left out: what is not said is not asked for.
 */
export const blueprint = z.strictObject({
  marks: z.int().positive(),
  minutes: z.int().positive(),
  areas: z.record(letter, share),
  objectives: z.record(z.enum(objectives), share),
  /** Every content area of the specification is tested at least once. */
  everyArea: z.boolean().default(false),
  autoMarks: z.strictObject({ least: count, most: count }),
  interactionTypes: z.strictObject({
    least: z.int().min(1),
    /** Items by the kind of interaction they hold. */
    each: z.record(z.string(), band).optional(),
  }),
  /** Forms for trying the controls: never marked, so they need not follow the plan. */
  exempt: z.array(z.string()).readonly().default([]),

  /** Marks for an objective within an area, as in `{ C: { AO4: { marks: 4, tolerance: 2 } } }`. */
  areaObjectives: z.record(letter, z.partialRecord(z.enum(objectives), share)).optional(),
  items: band.optional(),
  /** Items by the marks they offer. */
  tariffs: z.record(z.string().regex(/^\d+$/), band).optional(),
  /** Items by command word. */
  commandWords: z.record(z.string().min(1), band).optional(),
  /** Minutes that ordinary learners are expected to need, all items together. */
  expectedMinutes: band.optional(),
  /** Words to read: every item, and every stimulus once. */
  words: band.optional(),
  /** The mean mark to expect as a share of all marks, over the items of which it is known. */
  facility: z.strictObject({ aim: z.number().min(0).max(1), tolerance: z.number().min(0).max(1) }).optional(),
  scenarios: z
    .strictObject({
      /** How many scenarios a form has. */
      least: count.optional(),
      most: count.optional(),
      /** Items a scenario brings with it, so that nobody reads a long source for one mark. Three where nothing is said. */
      leastItems: count.optional(),
      mostItems: count.optional(),
      /** All the items of a scenario or none of them. */
      whole: z.boolean().optional(),
    })
    .optional(),
  /** Items of which a form may hold one at most, because one gives another away or asks the same. */
  enemies: z.array(z.array(z.string()).min(2).readonly()).readonly().optional(),
  /** How much two forms may have in common, as a percentage of their marks. Twenty where nothing is said. */
  overlap: z.number().min(0).max(100).optional(),
  /** In how many forms in use an item may be. */
  exposure: z.int().positive().optional(),
});
export type Blueprint = Readonly<z.infer<typeof blueprint>>;
