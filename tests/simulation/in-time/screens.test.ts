import { expect, test } from "vitest";
import { simulateScreens } from "./screens.ts";

test("whatever becomes of lines, clocks, storage and tabs while the room is ordered about, the screen is right soon after, no answer that was called safe is lost and no minute before a blank screen is untold", async () => {
  const { badSeeds, story, met } = await simulateScreens(120);
  expect({ badSeeds, story }).toEqual({ badSeeds: [], story: [] });
  expect(met.calm).toBeGreaterThan(40_000);
  expect(met.offline).toBeGreaterThan(2_000);
  expect(met.stranded).toBeGreaterThan(20);
});
