import fc from "fast-check";
import { expect, test } from "vitest";
import { shuffled } from "./shuffle.ts";

const choices = (ids: string, fixed = "") => ids.split("").map((id) => ({ id, fixed: fixed.includes(id) }));
const order = (found: readonly { readonly id: string }[]) => found.map(({ id }) => id).join("");

test("the same learner sees the same order again, on any machine", () => {
  expect(order(shuffled(choices("ABCDEF"), "attempt-1 Q7"))).toBe("CABDFE");
});

test("the order says nothing about the order the writer chose", () => {
  expect(order(shuffled(choices("FADBEC"), "attempt-1 Q7"))).toBe(order(shuffled(choices("ABCDEF"), "attempt-1 Q7")));
});

test("fixed choices keep their place and no choice is lost", () => {
  fc.assert(
    fc.property(fc.string(), fc.subarray("ABCDEFG".split("")), (seed, fixed) => {
      const found = shuffled(choices("ABCDEFG", fixed.join("")), seed);
      expect(order(found).split("").toSorted().join("")).toBe("ABCDEFG");
      for (const id of fixed) expect(found["ABCDEFG".indexOf(id)]?.id).toBe(id);
    }),
  );
});

test("over many learners every choice comes first about as often", () => {
  const first = Array.from({ length: 4_000 }, (_, n) => shuffled(choices("ABCD"), `attempt-${n} Q1`)[0]?.id);
  for (const id of "ABCD") {
    const times = first.filter((found) => found === id).length;
    expect(times).toBeGreaterThan(880);
    expect(times).toBeLessThan(1_120);
  }
});
