import { type Browser, type CDPSession, chromium, type Page } from "@playwright/test";
import { type Recorded, seatRecorder } from "./seat-recorder.ts";

/** A screen on which a large room is watched. */
const viewport = { width: 1920, height: 1080 };

export const openBrowser = () =>
  chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking"],
  });

/** What the page's main thread did, in milliseconds of a second, and what came to it. */
export type Burden = {
  readonly tasks: number;
  readonly scripts: number;
  readonly layout: number;
  readonly messages: number;
  readonly bytes: number;
  readonly heap: number;
};

type Opening = { readonly browser: Browser; readonly url: string; readonly cookie: string; readonly sitting: string };

/** An invigilator's board in a real browser, with somebody who writes down what is painted on it. */
export async function openBoard({ browser, url, cookie, sitting }: Opening) {
  const [name = "", value = ""] = cookie.split("=");
  const context = await browser.newContext({ viewport, locale: "en-GB", timezoneId: "Europe/London" });
  await context.addCookies([{ name, value, url }]);
  const page = await context.newPage();
  const heard = { messages: 0, bytes: 0 };
  page.on("websocket", (socket) =>
    socket.on("framereceived", ({ payload }) => {
      if (!String(payload).startsWith("42")) return;
      heard.messages += 1;
      heard.bytes += payload.length;
    }),
  );
  // The compiler names functions through a helper of its own, which a page does not have.
  await page.addInitScript({ content: `{ const __name = (made) => made; (${seatRecorder})(); }` });
  const began = performance.now();
  await page.goto(`${url}/sittings/${sitting}`);
  await page.getByText("Live", { exact: true }).waitFor();
  const opened = performance.now() - began;
  const atOpening = await recorded(page);
  const devtools = await context.newCDPSession(page);
  await devtools.send("Performance.enable");
  return {
    page,
    opened,
    /** The longest task until the board was live. */
    openedTask: Math.max(0, ...atOpening.longTasks),
    /** From now on. */
    async watch() {
      await page.evaluate(() => window.recordSeats?.start());
      Object.assign(heard, { messages: 0, bytes: 0 });
      const before = await metrics(devtools);
      return async (): Promise<Recorded & { readonly burden: Burden }> => {
        const now = await metrics(devtools);
        const seconds = now.Timestamp - before.Timestamp;
        const each = (of: keyof typeof now) => ((now[of] - before[of]) * 1_000) / seconds;
        const burden = {
          tasks: each("TaskDuration"),
          scripts: each("ScriptDuration"),
          layout: each("LayoutDuration") + each("RecalcStyleDuration"),
          messages: heard.messages / seconds,
          bytes: heard.bytes / seconds,
          heap: now.JSHeapUsedSize / 1_048_576,
        };
        return { ...(await recorded(page)), burden };
      };
    },
    close: () => context.close(),
  };
}

const recorded = (page: Page) => page.evaluate(() => window.recordSeats?.read() ?? { painted: [], longTasks: [] });

const wanted = [
  "Timestamp",
  "TaskDuration",
  "ScriptDuration",
  "LayoutDuration",
  "RecalcStyleDuration",
  "JSHeapUsedSize",
] as const;

/** Seconds, and bytes. */
async function metrics(devtools: CDPSession) {
  const { metrics: all } = await devtools.send("Performance.getMetrics");
  const of = (name: string) => all.find((one) => one.name === name)?.value ?? 0;
  return Object.fromEntries(wanted.map((name) => [name, of(name)])) as Record<(typeof wanted)[number], number>;
}
