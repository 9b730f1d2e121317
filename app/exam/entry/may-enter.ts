import type { RuleSet } from "../rulebook/rule-book.ts";
import type { RuleName } from "../rulebook/settings.ts";

/**
 * How an earlier entry of the same learner for the same component stands. `open`: booked or being sat. `sat`: over, with
 * its result to come. `resulted`: its result exists. The others used no attempt up.
 */
export type EarlierEntry = "open" | "sat" | "resulted" | "absent" | "voided" | "cancelled";

export type MayEnter =
  | { readonly ok: true; readonly attemptNumber: number }
  | {
      readonly ok: false;
      readonly refusal: "no-attempt-left" | "already-entered" | "result-awaited";
      readonly rule: RuleName;
      readonly why: string;
    };

/** One resit at most, and not before the first result exists (specification, section 6). The gate is a result, never a date. */
export function mayEnter(
  history: readonly EarlierEntry[],
  rules: Pick<RuleSet, "attemptsAllowed" | "resultBeforeResit">,
): MayEnter {
  const used = history.filter((state) => state === "sat" || state === "resulted").length;
  if (used >= rules.attemptsAllowed)
    return {
      ok: false,
      refusal: "no-attempt-left",
      rule: "attemptsAllowed",
      why: `This component may be taken ${times(rules.attemptsAllowed)}, and that has been done.`,
    };
  if (history.includes("open"))
    return {
      ok: false,
      refusal: "already-entered",
      rule: "attemptsAllowed",
      why: "Their entry must end in a result or an absence before another can be made.",
    };
  if (rules.resultBeforeResit && history.includes("sat"))
    return {
      ok: false,
      refusal: "result-awaited",
      rule: "resultBeforeResit",
      why: "A resit can be booked when the result of the attempt before it is there.",
    };
  return { ok: true, attemptNumber: used + 1 };
}

const times = (count: number) => (count === 1 ? "once" : count === 2 ? "twice" : `${count} times`);
