import { expect, test } from "vitest";
import { simulateOrders } from "./orders.ts";

test("whatever is ordered, in whatever order and however late, everybody has all of their minutes and closes once", async () => {
  const { badSeeds, story, met } = await simulateOrders(500);
  expect({ badSeeds, story }).toEqual({ badSeeds: [], story: [] });
  expect(met.lastSecond).toBeGreaterThan(1_000);
  expect(met.evacuations).toBeGreaterThan(200);
  expect(met.moves).toBeGreaterThan(500);
  expect(met.stranded).toBeGreaterThan(50);
});
