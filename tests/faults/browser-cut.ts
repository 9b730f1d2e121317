import { setTimeout as waitFor } from "node:timers/promises";
import { readyForOffline } from "../journeys/computer.ts";
import { inBrowser } from "./browser-room.ts";

/** A browser whose network is away for so many seconds. The learner writes on, and in the middle the page is reloaded. */
export const browserCut = (seconds: number) =>
  inBrowser(async (room) => {
    const { page, context } = room;
    await room.type();
    await room.safeAgain();
    await readyForOffline(page);
    await context.setOffline(true);
    const until = performance.now() + seconds * 1_000;
    await room.type(page, { isOffline: true });
    if (seconds > 10) {
      await room.keptHere();
      await page.reload();
      while (performance.now() < until - 3_000) {
        await room.type(page, { isOffline: true });
        await waitFor(1_000);
      }
    }
    await waitFor(Math.max(0, until - performance.now()));
    await context.setOffline(false);
    const recovery = await room.safeAgain();
    await room.type();
    await room.safeAgain();
    return room.settle(recovery);
  });
