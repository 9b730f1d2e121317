import { inBrowser, noChromium } from "../browser-room.ts";
import type { Fault } from "../fault.ts";

export const fault: Fault = {
  name: "browser-duplicate-tab",
  what: "The test is opened in a second tab; then the first tab is closed while something in it is not saved.",
  missing: noChromium,
  run: inBrowser(async (room) => {
    const { page, context } = room;
    await room.type();
    await room.safeAgain();
    const second = await context.newPage();
    await second.goto("/exam");
    await second.getByRole("heading", { name: "Your test is open in another tab" }).waitFor();
    await room.type();
    await room.safeAgain();
    await context.setOffline(true);
    await room.type(page, { isOffline: true });
    await room.keptHere();
    const mended = performance.now();
    await page.close();
    await context.setOffline(false);
    await room.safeAgain(second);
    const recovery = (performance.now() - mended) / 1_000;
    await room.type(second);
    await room.safeAgain(second);
    return room.settle(recovery);
  }),
};
