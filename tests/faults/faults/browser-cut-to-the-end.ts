import { minutes } from "../../../app/exam/time/time.ts";
import { clockCanBeSet, forgetFiles, readyForOffline, setComputerClock } from "../../journeys/computer.ts";
import { inBrowser, noChromium } from "../browser-room.ts";
import type { Fault } from "../fault.ts";
import { until } from "../processes.ts";

export const fault: Fault = {
  name: "browser-cut-to-the-end",
  what: "The network goes and does not come back before the end; what was written in time arrives after it.",
  missing: noChromium,
  run: inBrowser(async (room) => {
    const { page, context } = room;
    await room.type();
    await room.safeAgain();
    await readyForOffline(page);
    await context.setOffline(true);
    for (let line = 0; line < 5; line += 1) await room.type(page, { isOffline: true });
    await room.keptHere();
    await forgetFiles(page);
    await page.reload();
    await room.type(page, { isOffline: true });
    await room.keptHere();
    await room.moveClock(minutes(76));
    await setComputerClock(page, minutes(76));
    await page.getByRole("heading", { name: "Time is up, and the connection is lost" }).waitFor();
    await until("the server to end the test", 20, async () => (await room.phase()) === "closed");
    const mended = performance.now();
    await context.setOffline(false);
    await page.getByText("Some of your work arrived after the end").waitFor({ timeout: 60_000 });
    const recovery = (performance.now() - mended) / 1_000;
    return room.settle(recovery, (await room.ends()) === 1 ? [] : ["the test did not end exactly once"]);
  }, clockCanBeSet),
};
