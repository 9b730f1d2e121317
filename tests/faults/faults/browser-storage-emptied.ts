import { emptyStorage, readyForOffline } from "../../journeys/computer.ts";
import { inBrowser, noChromium } from "../browser-room.ts";
import type { Fault } from "../fault.ts";

export const fault: Fault = {
  name: "browser-storage-emptied",
  what: "Somebody empties the browser's storage while the network is away and something is not saved; then it crashes.",
  missing: noChromium,
  run: inBrowser(async (room) => {
    const { page, context } = room;
    await room.type();
    await room.safeAgain();
    await readyForOffline(page);
    await context.setOffline(true);
    await room.type(page, { isOffline: true });
    await room.keptHere();
    await emptyStorage(page);
    await page.getByText("This computer's storage was emptied", { exact: true }).waitFor();
    await room.type(page, { isOffline: true });
    await room.keptHere();
    await page.close({ runBeforeUnload: false });
    await context.setOffline(false);
    const mended = performance.now();
    const again = await context.newPage();
    await again.goto("/exam");
    await room.safeAgain(again);
    const recovery = (performance.now() - mended) / 1_000;
    await room.type(again);
    await room.safeAgain(again);
    return room.settle(recovery);
  }),
};
