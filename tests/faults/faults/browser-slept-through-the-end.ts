import { minutes } from "../../../app/exam/time/time.ts";
import { clockCanBeSet, sleep } from "../../journeys/computer.ts";
import { inBrowser, noChromium } from "../browser-room.ts";
import type { Fault } from "../fault.ts";
import { until } from "../processes.ts";

export const fault: Fault = {
  name: "browser-slept-through-the-end",
  what: "The lid is closed on something that is not saved, and opened when the test is over.",
  missing: noChromium,
  run: inBrowser(async (room) => {
    const { page, context } = room;
    await room.type();
    await room.safeAgain();
    await context.setOffline(true);
    await room.type(page, { isOffline: true });
    await room.keptHere();
    await sleep(page, minutes(76), async () => {
      await room.moveClock(minutes(76));
      await until("the server to end the test", 20, async () => (await room.phase()) === "closed");
      await context.setOffline(false);
    });
    const mended = performance.now();
    await page.getByRole("heading", { name: "Time is up. Your test is submitted" }).waitFor({ timeout: 60_000 });
    await page.getByText("Some of your work arrived after the end").waitFor();
    const recovery = (performance.now() - mended) / 1_000;
    return room.settle(recovery, (await room.ends()) === 1 ? [] : ["the test did not end exactly once"]);
  }, clockCanBeSet),
};
