import { z } from "zod";
import type { Blueprint } from "../blueprint.ts";
import type { Conflict } from "./conflicts.ts";

const whole = z.coerce.number({ error: "Write a whole number." }).int("Write a whole number.");

/** What somebody asks of the bank, beside its blueprint. */
export const assemblyWish = z.object({
  count: whole.min(1, "Ask for at least one form.").max(12, "Ask for at most twelve forms at a time."),
  /** As a percentage of the marks. */
  overlap: whole.min(0, "From 0 to 100.").max(100, "From 0 to 100."),
  /** In how many forms an item may be, those in use included; null for any number. */
  exposure: whole.min(1, "At least one.").nullable(),
  /** Whether new forms keep apart from those in use as they do from each other. */
  apart: z.boolean(),
});
export type AssemblyWish = Readonly<z.infer<typeof assemblyWish>>;

export type AssemblyOutcome = {
  readonly forms: readonly (readonly string[])[];
  readonly conflicts: readonly Conflict[];
};

/** The blueprint with the limits of the wish in place of its own. */
export const asWished = (blueprint: Blueprint, { overlap, exposure }: AssemblyWish): Blueprint => {
  const { exposure: _, ...rest } = blueprint;
  return { ...rest, overlap, ...(exposure === null ? {} : { exposure }) };
};
