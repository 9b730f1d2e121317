import { byScenario, type Candidate, type Pool } from "./candidate.ts";

/** So many items nearly always hold a good form, and a solver goes through them in seconds. */
export const usualBreadth = 300;

/**
 * A part of a large bank that is as mixed as the whole: of each area, objective and way of marking in turn the least used
 * items, a scenario always with all of its items. A bank of at most `breadth` items stays as it is. So the time for a form
 * does not grow with the bank; what cannot be made of the part is still looked for in the whole.
 */
export function narrow(pool: Pool, uses: ReadonlyMap<string, number>, breadth = usualBreadth): Pool {
  if (pool.candidates.length <= breadth) return pool;
  const queues = [...strataOf(pool.candidates, uses).values()];
  const scenarios = byScenario(pool.candidates);
  const taken = new Set<string>();
  for (let turn = 0; taken.size < breadth; turn++) {
    for (const queue of queues) {
      const next = queue[turn];
      // The first turn goes to the end, so that nothing the bank has is missing from the part.
      if (next === undefined || taken.has(next.id) || (turn > 0 && taken.size >= breadth)) continue;
      const group = (next.scenario && scenarios.get(next.scenario)) || [next];
      for (const { id } of group) taken.add(id);
    }
  }
  return { ...pool, candidates: pool.candidates.filter(({ id }) => taken.has(id)) };
}

function strataOf(candidates: readonly Candidate[], uses: ReadonlyMap<string, number>) {
  const strata = new Map<string, Candidate[]>();
  for (const candidate of candidates) {
    const name = [candidate.area, Object.keys(candidate.objectives).join("+"), candidate.auto].join(" ");
    const stratum = strata.get(name);
    if (stratum) stratum.push(candidate);
    else strata.set(name, [candidate]);
  }
  const used = ({ id }: Candidate) => uses.get(id) ?? 0;
  // Sorting is stable, so equals keep the order of their identifiers and the same bank gives the same part.
  for (const stratum of strata.values()) stratum.sort((a, b) => used(a) - used(b));
  return strata;
}
