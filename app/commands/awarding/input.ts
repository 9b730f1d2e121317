import { z } from "zod";

/** A whole number, or its digits as a form field sends them; an empty field is not nought. */
export const wholeNumber = z.union(
  [
    z.number().int().nonnegative(),
    z
      .string()
      .trim()
      .regex(/^\d{1,6}$/)
      .transform(Number),
  ],
  { error: "Write a whole number." },
);

export const reason = z
  .string({ error: "Write a reason." })
  .trim()
  .min(3, "Write a reason that somebody else will understand later.")
  .max(2_000, "At most 2,000 characters.");
