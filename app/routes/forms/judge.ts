import { chosenFrom } from "../../exam/form/assembly/candidate.ts";
import { figuresOf, sharedMarks, thinScenarios } from "../../exam/form/assembly/compare.ts";
import { missesIn, type Rule } from "../../exam/form/assembly/rule.ts";
import { meetingEnemies } from "../../exam/form/assembly/rules.ts";
import type { DraftFound } from "../../store/views/form-draft.ts";

/** What a list of items comes to, worked out in the page while somebody still thinks about it. */
export type Verdict = ReturnType<typeof judge>;

type Judged = Pick<DraftFound, "pool" | "plan" | "others">;

export function judge({ pool, plan, others }: Judged, rules: readonly Rule[], ids: readonly string[]) {
  const figures = figuresOf(pool, ids);
  const shared = sharedMarks(pool);
  return {
    figures,
    misses: missedIn({ pool, plan }, rules, ids),
    thin: thinScenarios(pool, plan.blueprint, ids),
    overlap: others.map(({ name, items }) => ({
      name,
      percent: Math.round((100 * shared(ids, items)) / Math.max(1, figures.marks)),
    })),
  };
}

/** As sentences; the shorter half of `judge`, for trying many lists. */
export const missedIn = (
  { pool, plan }: Pick<Judged, "pool" | "plan">,
  rules: readonly Rule[],
  ids: readonly string[],
): readonly string[] => [
  ...missesIn(rules, chosenFrom(pool, ids), pool).map(({ rule, found }) => rule.says(found)),
  ...meetingEnemies(plan.blueprint, ids),
];
