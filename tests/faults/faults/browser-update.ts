import type { Page } from "@playwright/test";
import { forgetFiles, readyForOffline } from "../../journeys/computer.ts";
import { type BrowserRoom, inBrowser, noChromium } from "../browser-room.ts";
import type { Fault } from "../fault.ts";
import { newerVersion } from "../newer-version.ts";
import { until } from "../processes.ts";
import { builtIn } from "../server-process.ts";

export const fault: Fault = {
  name: "browser-update",
  what: "A new version, without one file of the old one, takes its place while a learner writes; the page works on, is reloaded, loses its network, and is opened anew.",
  quick: true,
  missing: noChromium,
  run: inBrowser(async (room, { folder }) => {
    const { page, context, server } = room;
    const missed: string[] = [];
    context.on("page", (one) => noteMissed(one, missed));
    noteMissed(page, missed);
    await room.type();
    await room.safeAgain();
    await readyForOffline(page);
    const old = await examFile(page);

    await server.stop();
    await room.type(page, { isOffline: true });
    const mended = performance.now();
    await server.start(builtIn(newerVersion(folder)));
    await room.safeAgain();
    const recovery = (performance.now() - mended) / 1_000;
    const gone = (await fetch(new URL(old, server.url))).status === 404;

    await room.lookAtAll();
    await withoutNetwork(room, page);
    await page.reload();
    await room.type();
    await room.safeAgain();
    const reloaded = await examFile(page);
    await withoutNetwork(room, page);

    await page.close({ runBeforeUnload: false });
    const again = await context.newPage();
    await again.goto("/exam");
    await room.type(again);
    await room.safeAgain(again);
    await until(
      "the new version to be kept in place of the old one",
      30,
      async () => (await versionsKept(again)) === 1,
    );
    await withoutNetwork(room, again);
    return room.settle(recovery, [
      ...(gone ? [] : ["the old files were still there, so nothing is proved"]),
      ...(reloaded === old ? ["a reload with a network did not bring the new version"] : []),
      ...(missed.length > 0 ? [`files could not be had: ${missed.join(", ")}`] : []),
    ]);
  }),
};

/** The learner writes, reloads the page, looks round and writes again, all without a network; then it comes back. */
async function withoutNetwork(room: BrowserRoom, page: Page) {
  await room.context.setOffline(true);
  await room.type(page, { isOffline: true });
  await room.keptHere(page);
  await forgetFiles(page);
  await page.reload();
  await room.type(page, { isOffline: true });
  await room.lookAtAll(page);
  await room.context.setOffline(false);
  await room.safeAgain(page);
}

/** The file with the learner's part, as this page was made from it. */
async function examFile(page: Page): Promise<string> {
  const fetched = await page.evaluate(() => performance.getEntriesByType("resource").map(({ name }) => name));
  const file = fetched.find((name) => /\/assets\/exam-[^/]+\.js$/.test(name));
  if (file === undefined) throw new Error("The page was made without the file of the exam.");
  return new URL(file).pathname;
}

const versionsKept = (page: Page) => page.evaluate(async () => (await caches.keys()).length);

function noteMissed(page: Page, missed: string[]) {
  const isFile = (url: string) => new URL(url).pathname.startsWith("/assets/");
  page.on("requestfailed", (request) => isFile(request.url()) && missed.push(request.url()));
  page.on("response", (response) => isFile(response.url()) && !response.ok() && missed.push(response.url()));
}
