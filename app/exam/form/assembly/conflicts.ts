import { marksOf, type Pool } from "./candidate.ts";
import { sharedMarks } from "./compare.ts";
import { type FormAsked, formModel } from "./form-model.ts";
import type { Solve } from "./problem.ts";
import type { Miss, Rule } from "./rule.ts";

/** What cannot be had, by how much, and why not; `against` names rules that could only be met instead. */
export type Conflict = {
  readonly rule: string;
  readonly found: number;
  readonly least: number | null;
  readonly most: number | null;
  readonly by: number;
  readonly against: readonly string[];
  readonly words: string;
};

/**
 * Why no further form can be made: the cheapest set of rules to miss, found by letting every rule give way at a price. For
 * each it is then asked what would have to give way if this one held.
 */
export async function ruleConflicts(asked: FormAsked, there: number, solve: Solve): Promise<readonly Conflict[]> {
  const cheapest = await missesWhen(asked, () => true, solve);
  if (cheapest === null) return [structureConflict(asked)];
  const missed = new Set(cheapest.map(({ rule }) => rule.id));
  const which = there === 0 ? "" : `${there === 1 ? "One form" : `${there} forms`} can be made. For the next: `;
  const conflicts: Conflict[] = [];
  for (const [at, miss] of cheapest.entries()) {
    const lack = lackInWords(miss.rule, asked);
    const holding = ({ id }: Rule) => id !== miss.rule.id;
    const instead = lack === null && at < mostHeld ? await missesWhen(asked, holding, solve) : null;
    const against = (instead ?? []).map(({ rule }) => rule).filter(({ id }) => !missed.has(id));
    const why = lack ?? (instead === null || against.length > 0 ? clashInWords(against) : null);
    const words = [at === 0 ? which : "", miss.rule.says(miss.found), why === null ? "" : ` ${why}`].join("");
    conflicts.push({ ...inFigures(miss), against: against.map(({ id }) => id), words });
  }
  return conflicts;
}

/** For more rules than these it is not asked what they clash with: it would take long, and say little. */
const mostHeld = 4;

async function missesWhen(asked: FormAsked, mayGive: (rule: Rule) => boolean, solve: Solve) {
  const model = formModel({ ...asked, mayGive });
  const values = await solve(model.problem);
  return values === null ? null : model.read(values).misses;
}

const inFigures = ({ rule, found, by }: Miss) => ({
  rule: rule.id,
  found,
  least: Number.isFinite(rule.least) ? rule.least : null,
  most: Number.isFinite(rule.most) ? rule.most : null,
  by,
});

/** Says so when all free items together do not hold what the rule wants. */
function lackInWords(rule: Rule, { pool, others, exposure }: FormAsked): string | null {
  const free = freeItems(pool, others, exposure);
  const kinds = new Set(free.flatMap(({ types }) => types));
  const most =
    free.reduce((total, item) => total + Math.max(0, rule.ofItem(item)), 0) +
    [...kinds].reduce((total, type) => total + rule.ofType(type), 0);
  if (most >= rule.least || pool.scenarios.some((scenario) => rule.ofScenario(scenario) !== 0)) return null;
  const where = free.length < pool.candidates.length ? "items that may still be used" : "whole bank";
  return `The ${where} ${free.length < pool.candidates.length ? "have" : "has"} ${most}; at least ${rule.least} are needed.`;
}

const freeItems = (pool: Pool, others: FormAsked["others"], exposure: number | null) =>
  pool.candidates.filter(
    ({ id }) => exposure === null || others.filter(({ items }) => items.includes(id)).length < exposure,
  );

const clashInWords = (against: readonly Rule[]) =>
  against.length === 0
    ? "It cannot be met together with the other rules."
    : `To keep it, this would have to give: ${against.map(({ about }) => about).join(", ")}.`;

/** Not even with every rule given up: only the sizes of scenarios and enemies are left. */
const structureConflict = ({ pool }: FormAsked): Conflict => ({
  rule: "scenarios",
  found: marksOf(pool.candidates),
  least: null,
  most: null,
  by: 0,
  against: [],
  words: "The rules for scenarios and for items that must not meet contradict each other, whatever is chosen.",
});

type Compared = {
  readonly pool: Pool;
  readonly rules: readonly Rule[];
  readonly forms: readonly (readonly string[])[];
  readonly existing: readonly (readonly string[])[];
  readonly mostMarks: number;
  readonly marks: number;
};

/** Pairs of forms with too much in common, and what the bank is too short of for so many forms. */
export function overlapConflicts({ pool, rules, forms, existing, mostMarks, marks }: Compared): readonly Conflict[] {
  const all = [...forms, ...existing];
  const nameOf = (at: number) => (at < forms.length ? `form ${at + 1}` : "a form in use");
  const because = shortagesInWords(pool, rules, all.length);
  const shared = sharedMarks(pool);
  return forms.flatMap((form, one) =>
    all.flatMap((other, two) => {
      if (two <= one) return [];
      const found = shared(form, other);
      const by = found - mostMarks;
      if (by <= 0) return [];
      const words = `Form ${one + 1} and ${nameOf(two)} have ${found} of ${marks} marks in common, ${by} too many.${because}`;
      return [{ rule: "overlap", found, least: null, most: mostMarks, by, against: [], words }];
    }),
  );
}

/** What all forms together need more of than the bank has, scarcest first: it is bound to come twice. */
function shortagesInWords(pool: Pool, rules: readonly Rule[], count: number): string {
  const short = rules
    .filter(({ id, least }) => least > 1 && !id.startsWith("tested-"))
    .map(({ ofItem, about, least }) => ({
      about,
      there: pool.candidates.reduce((total, item) => total + Math.max(0, ofItem(item)), 0),
      needed: least * count,
    }))
    .filter(({ there, needed }) => there > 0 && there < needed)
    .toSorted((a, b) => a.there / a.needed - b.there / b.needed)
    .slice(0, mostShortages)
    .map(({ about, there, needed }) => `${about}: ${needed} needed, ${there} there`);
  return short.length === 0 ? "" : ` For ${count} forms the bank is short of items. ${short.join("; ")}.`;
}

const mostShortages = 3;
