import type { Candidate } from "../../exam/form/assembly/candidate.ts";
import { thinScenarios } from "../../exam/form/assembly/compare.ts";
import type { Rule } from "../../exam/form/assembly/rule.ts";
import type { DraftFound } from "../../store/views/form-draft.ts";
import { missedIn } from "./judge.ts";

export type Alternative = {
  readonly item: Candidate;
  readonly scenario: string | null;
  readonly sameKind: boolean;
  /** Other forms that hold it. */
  readonly uses: readonly string[];
  /** What the blueprint would say with it. */
  readonly misses: readonly string[];
  /** It would leave a scenario with fewer items than are worth its reading. */
  readonly thin: boolean;
};

/** Everything that is not in the draft yet: first what keeps the blueprint, then what few other forms hold. */
export function alternativesFor(
  found: Pick<DraftFound, "pool" | "plan" | "others" | "items">,
  rules: readonly Rule[],
  instead: Candidate | null,
): readonly Alternative[] {
  const { pool, items, others, plan } = found;
  const without = items.filter((id) => id !== instead?.id);
  const thinNow = thinScenarios(pool, plan.blueprint, items).length;
  return pool.candidates
    .filter(({ id }) => !items.includes(id))
    .map((item) => ({
      item,
      scenario: pool.scenarios.find(({ id }) => id === item.scenario)?.title ?? null,
      sameKind: instead !== null && isSameKind(item, instead),
      uses: others.filter((other) => other.items.includes(item.id)).map(({ name }) => name),
      misses: missedIn(found, rules, [...without, item.id]),
      thin: thinScenarios(pool, plan.blueprint, [...without, item.id]).length > thinNow,
    }))
    .toSorted(
      (a, b) =>
        a.misses.length - b.misses.length ||
        Number(a.thin) - Number(b.thin) ||
        a.uses.length - b.uses.length ||
        (a.item.id < b.item.id ? -1 : 1),
    );
}

const isSameKind = (one: Candidate, other: Candidate) =>
  one.marks === other.marks &&
  one.auto === other.auto &&
  one.area.charAt(0) === other.area.charAt(0) &&
  Object.keys(one.objectives).join() === Object.keys(other.objectives).join();

export const matching = ({ item, scenario }: Alternative, words: string) =>
  `${item.id} ${item.title} ${item.area} ${Object.keys(item.objectives).join(" ")} ${scenario ?? ""}`
    .toLowerCase()
    .includes(words.trim().toLowerCase());
