import { fillStorage } from "../../journeys/computer.ts";
import { inBrowser, noChromium } from "../browser-room.ts";
import type { Fault } from "../fault.ts";
import { until } from "../processes.ts";

export const fault: Fault = {
  name: "browser-storage-full",
  what: "The computer's storage is full while the learner writes, and then has room again.",
  missing: noChromium,
  run: inBrowser(async (room) => {
    const { page } = room;
    await room.type();
    await room.safeAgain();
    const free = await fillStorage(page);
    const isFull = async () => (await room.keeping()) === "full";
    // The browser remembers for half a minute how much room there was.
    await until("the board to know that the computer is full", 90, async () => {
      await room.type();
      return isFull();
    });
    for (let line = 0; line < 3; line += 1) await room.type();
    await room.safeAgain();
    const mended = performance.now();
    await free();
    await until("the board to know that it keeps a copy again", 60, async () => !(await isFull()));
    const recovery = (performance.now() - mended) / 1_000;
    await page.reload();
    await room.type();
    await room.safeAgain();
    return room.settle(recovery);
  }),
};
