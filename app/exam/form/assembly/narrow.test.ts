import fc from "fast-check";
import { expect, test } from "vitest";
import { generatedBank } from "../../../../tests/support/generated-bank.ts";
import { byScenario, type Pool, poolOf } from "./candidate.ts";
import { narrow } from "./narrow.ts";

const bank = generatedBank({ items: 600 });
const pool = poolOf(bank.items, bank.stimuli);
const idsOf = ({ candidates }: Pool) => candidates.map(({ id }) => id);
/** As many as one item, or its scenario, of each mixture of area, objectives and marking may bring. */
const firstTurn = ({ candidates }: Pool) =>
  candidates.filter(
    (one, at) =>
      candidates.findIndex(
        (other) =>
          other.area === one.area &&
          other.auto === one.auto &&
          Object.keys(other.objectives).join() === Object.keys(one.objectives).join(),
      ) === at,
  ).length * 7;
const nothingUsed: ReadonlyMap<string, number> = new Map();

test("a bank that is small enough is searched whole", () => {
  expect(narrow(pool, nothingUsed, 600)).toBe(pool);
});

test("a part of a large bank has every area and objective, whole scenarios, and not many more items than asked for", () => {
  const largest = Math.max(...[...byScenario(pool.candidates).values()].map((group) => group.length));
  fc.assert(
    fc.property(fc.integer({ min: 60, max: 599 }), (breadth) => {
      const part = narrow(pool, nothingUsed, breadth);
      const strata = (of: Pool) => new Set(of.candidates.map(({ area, auto }) => `${area} ${auto}`));
      expect(strata(part)).toEqual(strata(pool));
      expect(part.candidates.length).toBeGreaterThanOrEqual(breadth);
      expect(part.candidates.length).toBeLessThan(Math.max(breadth, firstTurn(pool)) + largest);
      const taken = new Set(idsOf(part));
      for (const group of byScenario(pool.candidates).values())
        expect(new Set(group.map(({ id }) => taken.has(id))).size).toBe(1);
    }),
  );
});

test("what other forms use comes last", () => {
  const before = idsOf(narrow(pool, nothingUsed, 200));
  const after = new Set(idsOf(narrow(pool, new Map(before.map((id) => [id, 1])), 200)));
  const again = before.filter((id) => after.has(id));
  expect(again.length).toBeLessThan(before.length / 2);
});
