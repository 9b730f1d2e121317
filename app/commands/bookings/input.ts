import { z } from "zod";
import { readSeat } from "../../exam/entry/seat.ts";

const emptyIsMissing = (given: unknown) => (given === "" || given === null ? undefined : given);

/** A form sends an empty field for what was left out. */
export const optional = <Schema extends z.ZodType>(schema: Schema) => z.preprocess(emptyIsMissing, schema.optional());

export const seat = z.string({ error: "Write the seat." }).transform((text, context) => {
  const read = readSeat(text);
  if (read === null) context.addIssue("Write the seat as a number, or as a letter and a number, such as B12.");
  return read ?? z.NEVER;
});

export const why = z
  .string({ error: "Write why." })
  .trim()
  .min(3, "Write why, so that somebody else will understand it later.")
  .max(500, "Keep it under 500 characters.");
