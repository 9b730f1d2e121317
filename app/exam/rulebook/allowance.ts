import { type Duration, duration, sum, toWholeMinutesUp } from "../time/time.ts";
import type { Arrangement, ArrangementCode, GrantedArrangement } from "./access-arrangements.ts";
import type { RuleSet } from "./rule-book.ts";

/**
 * A candidate's whole working time: base and extra time, rounded once. Extra times are not added to each other:
 * the largest one granted counts. Rest breaks add nothing here, because they stop the clock.
 */
export const allowance = (base: Duration, granted: readonly GrantedArrangement[], rules: RuleSet): Duration =>
  rounded(extended(base, granted, rules), rules);

/** From start to close when the clock was stopped for `stopped`: summed first, rounded once. */
export const fromStartToClose = (
  {
    base,
    granted,
    stopped,
  }: {
    readonly base: Duration;
    readonly granted: readonly GrantedArrangement[];
    readonly stopped: readonly Duration[];
  },
  rules: RuleSet,
): Duration => rounded(sum(extended(base, granted, rules), ...stopped), rules);

/** Base and extra time to the millisecond, before any rounding. */
export const extended = (base: Duration, granted: readonly GrantedArrangement[], rules: RuleSet): Duration =>
  duration(Math.ceil((base * (100 + extraPercent(granted, rules))) / 100));

/** The largest extra time among the arrangements, as a percentage of base time; 0 with none. */
export const extraPercent = (granted: readonly GrantedArrangement[], rules: RuleSet): number =>
  Math.max(0, ...granted.map((one) => percentOf(one, rules)));

export const arrangementOf = (code: ArrangementCode, rules: RuleSet): Arrangement | undefined =>
  rules.arrangements.find((arrangement) => arrangement.code === code);

function percentOf({ code, percent }: GrantedArrangement, rules: RuleSet): number {
  const extra = arrangementOf(code, rules)?.extraTime;
  if (extra === undefined) return 0;
  switch (extra.kind) {
    case "none":
      return 0;
    case "fixed":
      return extra.percent;
    case "stated":
      return percent ?? extra.usual;
  }
}

/** What is wrong with a candidate's arrangements, in words; nothing when they can be applied as they stand. */
export function checkArrangements(granted: readonly GrantedArrangement[], rules: RuleSet): readonly string[] {
  return granted.flatMap(({ code, percent }, at) => {
    const arrangement = arrangementOf(code, rules);
    if (arrangement === undefined) return [`${code} is not an arrangement under the rules of this sitting.`];
    const { name, extraTime } = arrangement;
    if (granted.findIndex((other) => other.code === code) !== at) return [`${name} is given twice.`];
    if (percent === undefined) return [];
    if (extraTime.kind !== "stated") return [`${name} takes no percentage of its own.`];
    if (percent < extraTime.from || percent > extraTime.to)
      return [`${name} is between ${extraTime.from} and ${extraTime.to} %, not ${percent} %.`];
    return [];
  });
}

function rounded(length: Duration, rules: RuleSet): Duration {
  switch (rules.extraTimeRounding) {
    case "up-to-the-minute":
      return toWholeMinutesUp(length);
    case "exact":
      return length;
  }
}
