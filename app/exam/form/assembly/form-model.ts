import type { Blueprint } from "../blueprint.ts";
import { byScenario, type Candidate, chosenFrom, type Pool } from "./candidate.ts";
import { type Problem, type ProblemUnderWay, problemUnderWay, type Term } from "./problem.ts";
import { type Miss, missesIn, type Rule } from "./rule.ts";

/** Another form, of which the new one may hold `mostMarks` marks. */
export type OtherForm = { readonly items: readonly string[]; readonly mostMarks: number };

export type FormAsked = {
  readonly pool: Pool;
  readonly blueprint: Blueprint;
  readonly rules: readonly Rule[];
  readonly others: readonly OtherForm[];
  /** In how many forms an item may be, this one included; null for any number. */
  readonly exposure: number | null;
  /** Rules that may be missed, each at its price; the others hold. */
  readonly mayGive?: (rule: Rule) => boolean;
};

export type FormModel = {
  readonly problem: Problem;
  /** What a solution says: the items it chose, and the rules it missed. */
  readonly read: (values: readonly number[]) => { readonly items: readonly string[]; readonly misses: readonly Miss[] };
};

/** Items that a scenario brings with it where the blueprint says nothing. */
export const usualItems = 3;
/** What one mark costs that another form has too: so the least used items come first. */
const reuseCost = 3;
/** What one mark costs beyond what two forms may have in common: dearer than any wish, cheaper than no form. */
const overlapPrice = 60;
/** What a step far from the aim costs, so that differences are spread rather than heaped. */
const farther = 5;

/** The choice of one form as a linear problem: a 0 or 1 for every item, scenario and kind of interaction. */
export function formModel(asked: FormAsked): FormModel {
  const { pool, rules, mayGive } = asked;
  const building = problemUnderWay();
  const uses = usesOf(asked.others.map(({ items }) => items));
  const items = new Map(
    pool.candidates.map((item) => {
      const used = uses.get(item.id) ?? 0;
      const upper = asked.exposure !== null && used >= asked.exposure ? 0 : 1;
      return [item.id, building.add({ cost: reuseCost * used * item.marks, upper, whole: true })] as const;
    }),
  );
  const scenarios = addScenarios(building, asked, items);
  const types = addTypes(building, pool.candidates, items);
  for (const enemies of asked.blueprint.enemies ?? []) building.keep(termsFor(enemies, items), { most: 1 });
  addOverlap(building, asked, items);

  for (const rule of rules) {
    const terms: Term[] = [
      ...pool.candidates.map((item): Term => [items.get(item.id) ?? 0, rule.ofItem(item)]),
      ...pool.scenarios
        .filter(({ id }) => scenarios.has(id))
        .map((scenario): Term => [scenarios.get(scenario.id) ?? 0, rule.ofScenario(scenario)]),
      ...[...types].map(([type, column]): Term => [column, rule.ofType(type)]),
    ].filter(([, factor]) => factor !== 0);
    addRule(building, { rule, terms, gives: mayGive?.(rule) ?? false });
  }

  return {
    problem: building.done(),
    read: (values) => {
      const chosen = [...items].filter(([, column]) => (values[column] ?? 0) > 0.5).map(([id]) => id);
      return { items: chosen, misses: missesIn(rules, chosenFrom(pool, chosen), pool) };
    },
  };
}

/** In how many of these forms each item is. */
export function usesOf(forms: readonly (readonly string[])[]): ReadonlyMap<string, number> {
  const uses = new Map<string, number>();
  for (const items of forms) for (const id of items) uses.set(id, (uses.get(id) ?? 0) + 1);
  return uses;
}

type Columns = ReadonlyMap<string, number>;

const termsFor = (ids: readonly string[], columns: Columns): readonly Term[] =>
  ids.flatMap((id) => {
    const column = columns.get(id);
    return column === undefined ? [] : [[column, 1] as const];
  });

/** A scenario is there when one of its items is, and then it brings as many as the blueprint wants. */
function addScenarios(building: ProblemUnderWay, { pool, blueprint }: FormAsked, items: Columns): Columns {
  const { leastItems = usualItems, mostItems, whole = false } = blueprint.scenarios ?? {};
  return new Map(
    [...byScenario(pool.candidates)].map(([id, group]) => {
      const scenario = building.add({ upper: 1, whole: true });
      const terms = termsFor(
        group.map((item) => item.id),
        items,
      );
      for (const [column] of terms)
        building.keep(
          [
            [column, 1],
            [scenario, -1],
          ],
          whole ? { least: 0, most: 0 } : { most: 0 },
        );
      building.keep([...terms, [scenario, -Math.min(leastItems, group.length)]], { least: 0 });
      if (mostItems !== undefined) building.keep(terms, { most: mostItems });
      return [id, scenario] as const;
    }),
  );
}

/** A kind of interaction is there when an item that holds it is. */
function addTypes(building: ProblemUnderWay, candidates: readonly Candidate[], items: Columns) {
  const kinds = [...new Set(candidates.flatMap(({ types }) => types))].sort();
  return new Map(
    kinds.map((kind) => {
      const column = building.add({ upper: 1 });
      const holders = candidates.filter(({ types }) => types.includes(kind)).map(({ id }) => id);
      building.keep([...termsFor(holders, items), [column, -1]], { least: 0 });
      return [kind, column] as const;
    }),
  );
}

function addOverlap(building: ProblemUnderWay, { pool, others }: FormAsked, items: Columns) {
  const marks = new Map(pool.candidates.map((item) => [item.id, item.marks]));
  for (const other of others) {
    const terms = other.items.flatMap((id): Term[] => {
      const column = items.get(id);
      return column === undefined ? [] : [[column, marks.get(id) ?? 0]];
    });
    if (terms.length === 0) continue;
    const excess = building.add({ cost: overlapPrice });
    building.keep([...terms, [excess, -1]], { most: other.mostMarks });
  }
}

type RuleTerms = { readonly rule: Rule; readonly terms: readonly Term[]; readonly gives: boolean };

function addRule(building: ProblemUnderWay, { rule, terms, gives }: RuleTerms) {
  const { least, most, aim, plenty, weight, near, price } = rule;
  const slack: readonly Term[] = gives
    ? [
        [building.add({ cost: price * 1000 }), 1],
        [building.add({ cost: price * 1000 }), -1],
      ]
    : [];
  building.keep([...terms, ...slack], { least, most });
  if (plenty !== null) building.keep([...terms, [building.add({ cost: weight * farther }), -1]], { most: plenty });
  if (aim === null) return;
  const apart: readonly Term[] = [1, -1].flatMap((side): Term[] => [
    [building.add({ cost: weight, upper: near }), side],
    [building.add({ cost: weight * farther }), side],
  ]);
  building.keep([...terms, ...apart], { least: aim, most: aim });
}
