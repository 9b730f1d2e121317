import { z } from "zod";
import { objectives } from "../item/item.ts";

const share = z.strictObject({ marks: z.int().min(0), tolerance: z.int().min(0).default(0) });

/** What every form of a unit holds, so that forms are alike. Areas by letter; tolerances in marks either way. */
export const blueprint = z.strictObject({
  marks: z.int().positive(),
  minutes: z.int().positive(),
  areas: z.record(z.string().regex(/^[A-Z]$/), share),
  objectives: z.record(z.enum(objectives), share),
  /** Every content area of the specification is tested at least once. */
  everyArea: z.boolean().default(false),
  autoMarks: z.strictObject({ least: z.int().min(0), most: z.int().min(0) }),
  interactionTypes: z.strictObject({ least: z.int().min(1) }),
  /** Forms for trying the controls: never marked, so they need not follow the plan. */
  exempt: z.array(z.string()).readonly().default([]),
});
export type Blueprint = Readonly<z.infer<typeof blueprint>>;
