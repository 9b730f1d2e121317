import { after, type Duration, type Instant } from "../time/time.ts";
import type { RuleSet } from "./rule-book.ts";

export type Arrival = "on-time" | "late" | "very-late";

/** The limit itself is still late; anything beyond it is very late. Everybody may be admitted, with full time. */
export function arrival(
  {
    scheduledStart,
    arrived,
    paper,
  }: { readonly scheduledStart: Instant; readonly arrived: Instant; readonly paper: Duration },
  rules: Pick<RuleSet, "veryLate">,
): Arrival {
  if (arrived <= scheduledStart) return "on-time";
  return arrived <= after(scheduledStart, veryLateAfter(paper, rules)) ? "late" : "very-late";
}

export const veryLateAfter = (paper: Duration, { veryLate }: Pick<RuleSet, "veryLate">): Duration =>
  paper < veryLate.shortPaper ? veryLate.ifShort : veryLate.usual;
