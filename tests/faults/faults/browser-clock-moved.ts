import { minutes } from "../../../app/exam/time/time.ts";
import { clockCanBeSet, setComputerClock } from "../../journeys/computer.ts";
import { readClock, wonSince } from "../../journeys/learner.ts";
import { inBrowser, noChromium } from "../browser-room.ts";
import type { Fault } from "../fault.ts";

export const fault: Fault = {
  name: "browser-clock-moved",
  what: "The computer's own clock is put on and back by hours and days while the learner writes.",
  missing: noChromium,
  run: inBrowser(async (room) => {
    const { page } = room;
    await room.type();
    await room.safeAgain();
    const before = await readClock(page);
    const problems: string[] = [];
    let slowest = 0;
    for (const by of [60, -120, 60, 60 * 24 * 400, -60 * 24 * 400]) {
      await setComputerClock(page, minutes(Math.abs(by)) * Math.sign(by));
      await room.type();
      slowest = Math.max(slowest, await room.safeAgain());
      const wrong = Math.abs(await wonSince(page, before));
      if (wrong > 2) problems.push(`${by} minutes made the clock on the screen wrong by ${Math.round(wrong)} seconds`);
    }
    return room.settle(slowest, problems);
  }, clockCanBeSet),
};
