import { expect, test } from "vitest";
import { asBuilt, type Rules, simulate } from "./bad-network.ts";

test("in 100,000 exams over a bad network, with moves from desk to desk, no answer is lost, wrong, thrown away or doubled", () => {
  const { harm, met, badSeeds } = simulate(100_000);
  expect({ ...harm, badSeeds }).toEqual({ lost: 0, wrong: 0, thrownAway: 0, duplicated: 0, badSeeds: [] });
  expect(met.moves).toBeGreaterThan(40_000);
  expect(met.stranded).toBeGreaterThan(40_000);
}, 180_000);

test("sending what is newest, and not a prefix of what waits, loses answers", () => {
  const newestFirst: Rules["pick"] = (box, most) => box.waiting().slice(-most);
  const { wrong, thrownAway } = simulate(500, { ...asBuilt, pick: newestFirst }).harm;
  expect([wrong > 0, thrownAway > 0]).toEqual([true, true]);
});

test("sending what was not kept first gives one number two meanings after a crash, and loses answers", () => {
  expect(simulate(500, { ...asBuilt, keepsBeforeSending: false }).harm.wrong).toBeGreaterThan(0);
});
