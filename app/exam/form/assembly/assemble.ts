import type { Specification } from "../../item/specification.ts";
import type { Blueprint } from "../blueprint.ts";
import { chosenFrom, type Pool } from "./candidate.ts";
import { sharedMarks } from "./compare.ts";
import { type Conflict, overlapConflicts, ruleConflicts } from "./conflicts.ts";
import { type FormAsked, formModel, usesOf } from "./form-model.ts";
import { narrow } from "./narrow.ts";
import type { Solve } from "./problem.ts";
import { alikeTo, rulesOf } from "./rules.ts";

export type AssemblyAsked = {
  readonly pool: Pool;
  readonly blueprint: Blueprint;
  readonly specification: Specification;
  /** How many forms. */
  readonly count: number;
  /** Items of the forms in use: the new ones keep apart from them too, and they count as exposure. */
  readonly existing: readonly (readonly string[])[];
};

/** `forms` hold item identifiers in no order; they are there also with conflicts, as near as the bank allows. */
export type Assembly = { readonly forms: readonly (readonly string[])[]; readonly conflicts: readonly Conflict[] };

/** How far an assembly is, in solved problems; `of` may turn out smaller. */
export type Told = (progress: { readonly done: number; readonly of: number }) => void;

/** Percentage of marks that two forms may have in common where the blueprint says nothing. */
export const usualOverlap = 20;

/**
 * Forms that all keep to the blueprint and have as little in common as the bank allows. One form after the other is
 * chosen with regard to those there are; then forms that still have too much in common are chosen anew, the others being
 * given, until none has or nothing gets better. When the bank cannot give such forms, the conflicts say which rules fail.
 */
export async function assemble(asked: AssemblyAsked, solve: Solve, told: Told = () => {}): Promise<Assembly> {
  const { pool, blueprint, count, existing } = asked;
  const rules = rulesOf(asked);
  const mostMarks = Math.floor(((blueprint.overlap ?? usualOverlap) * blueprint.marks) / 100);
  const steps = { done: 0, of: count };
  const step = (more = 0) => {
    steps.done += 1;
    steps.of += more;
    told({ ...steps });
  };

  const askFor = (others: readonly (readonly string[])[], from = pool): FormAsked => ({
    pool: from,
    blueprint,
    rules: alikeTo(
      rules,
      others.map((ids) => chosenFrom(pool, ids)),
      pool,
    ),
    others: others.map((items) => ({ items, mostMarks })),
    exposure: blueprint.exposure ?? null,
  });
  const chooseFrom = async (others: readonly (readonly string[])[], from: Pool) => {
    const model = formModel(askFor(others, from));
    const values = await solve(model.problem);
    return values === null ? null : model.read(values).items;
  };
  const choose = async (others: readonly (readonly string[])[]) => {
    const part = narrow(pool, usesOf(others));
    const chosen = await chooseFrom(others, part);
    return chosen !== null || part === pool ? chosen : chooseFrom(others, pool);
  };

  const forms: (readonly string[])[] = [];
  while (forms.length < count) {
    const chosen = await choose([...existing, ...forms]);
    if (chosen === null) {
      return { forms, conflicts: await ruleConflicts(askFor([...existing, ...forms]), forms.length, solve) };
    }
    forms.push(chosen);
    step();
  }

  const shared = sharedMarks(pool);
  const excessOf = (form: readonly string[], at: number) =>
    [...existing, ...forms.filter((_, other) => other !== at)].reduce(
      (total, other) => total + Math.max(0, shared(form, other) - mostMarks),
      0,
    );
  // The last one was chosen with regard to all others already.
  const settled = new Set([count - 1]);
  for (let round = 0; round < 2 * count; round++) {
    const worst = worstOf(forms.map((form, at) => (settled.has(at) ? 0 : excessOf(form, at))));
    if (worst === null) break;
    const others = [...existing, ...forms.filter((_, at) => at !== worst)];
    const anew = await choose(others);
    step(1);
    const before = excessOf(forms[worst] ?? [], worst);
    if (anew !== null && excessOf(anew, worst) < before) {
      forms[worst] = anew;
      settled.clear();
    }
    settled.add(worst);
  }
  return { forms, conflicts: overlapConflicts({ pool, rules, forms, existing, mostMarks, marks: blueprint.marks }) };
}

const worstOf = (excess: readonly number[]): number | null => {
  const most = Math.max(0, ...excess);
  return most === 0 ? null : excess.indexOf(most);
};
