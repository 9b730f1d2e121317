import type { Verdict } from "../../store/views/booking-lines.ts";
import { ruleWords } from "./state-words.ts";

/** Why a learner cannot be entered now, with the rule that says so and where it comes from. */
export function VerdictWords({ verdict: { why, rule } }: { readonly verdict: Verdict }) {
  if (rule === null) return null;
  return (
    <div className="text-sm">
      <p>{why}</p>
      <p className="text-ink-soft">
        Rule: {ruleWords[rule.name] ?? rule.name}. Source: {rule.source}.
      </p>
    </div>
  );
}
