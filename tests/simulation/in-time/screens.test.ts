import { expect, test } from "vitest";
import { playScreens, screenStoryOf, simulateScreens } from "./screens.ts";

test("whatever becomes of lines, clocks, storage and tabs while the room is ordered about, the screen is right soon after, no answer that was called safe is lost and no minute before a blank screen is untold", async () => {
  const { badSeeds, story, met } = await simulateScreens(120);
  expect({ badSeeds, story }).toEqual({ badSeeds: [], story: [] });
  expect(met.calm).toBeGreaterThan(40_000);
  expect(met.offline).toBeGreaterThan(2_000);
  expect(met.stranded).toBeGreaterThan(20);
});

/** Each of them went wrong once. */
test.each([
  [157, "a computer sleeps through a pause and what comes after"],
  [274, "a learner sits at the same computer again while its storage fails"],
  [3_958, "a screen that slept and then lost its line locks before its time, for it did not hear of more"],
  [10_208, "answers lie in a storage that fails while the page is loaded anew and the test is ended"],
  [12_108, "a screen that missed a return from evacuation locks too early, and its page is loaded anew"],
  [21_779, "a page is loaded anew right after its computer slept"],
  [23_338, "work goes on before a pause is heard of, and the computer sleeps as the test goes on"],
  [56_548, "a computer slept, the answer to what it asked before comes first, and then the room is evacuated"],
  [58_229, "a learner who wants to stay is not answered for a while"],
  [79_229, "more time is given while a computer sleeps"],
  [105_981, "a page is loaded anew after its computer slept and then worked on without a network"],
  [108_476, "a page is loaded anew and its computer falls asleep at once"],
  [115_477, "a page that has just heard that the clock ran unseen is loaded anew without a network"],
  [205_007, "the code of a move is typed at the computer that was left, and no answer comes for a while"],
  [235_234, "a computer wakes a few seconds after more time was given"],
  [300_806, "a computer falls asleep as it hears that the clock ran unseen"],
  [301_451, "a computer sleeps, then its room is evacuated, and it sleeps again"],
])("exam %i, in which %s, goes well", async (seed) => {
  expect((await playScreens(screenStoryOf(seed))).wrong).toBeNull();
});
