import type { RuleSet } from "./rule-book.ts";

/** How many invigilators a room of so many candidates needs; none for an empty room. */
export const invigilatorsNeeded = (candidates: number, rules: Pick<RuleSet, "candidatesPerInvigilator">): number =>
  Math.ceil(candidates / rules.candidatesPerInvigilator);
