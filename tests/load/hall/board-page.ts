import { type Browser, type CDPSession, chromium, type Page } from "@playwright/test";
import { type PageTask, traceTasks } from "./page-tasks.ts";
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

/** Milliseconds; a task that takes longer is felt. */
const long = 50;

/** How long tasks of the page take: by the wall clock, and of the processor's time. */
export type LongTasks = {
  readonly overFifty: number;
  readonly longest: number;
  readonly workedOverFifty: number;
  readonly longestWorked: number;
  /** Of the longest by the wall clock, in words. */
  readonly those: readonly string[];
};

export function longest(tasks: readonly PageTask[]): LongTasks {
  const over = tasks.filter(({ wall }) => wall > long).toSorted((a, b) => b.wall - a.wall);
  return {
    overFifty: over.length,
    longest: Math.round(Math.max(0, ...tasks.map(({ wall }) => wall))),
    workedOverFifty: tasks.filter(({ worked }) => worked > long).length,
    longestWorked: Math.round(Math.max(0, ...tasks.map(({ worked }) => worked))),
    those: over
      .slice(0, 5)
      .map(({ wall, worked, mostly }) => `${Math.round(wall)} (worked ${Math.round(worked)}): ${mostly}`),
  };
}

type Watched = {
  readonly painted: Recorded["painted"];
  /** Tasks over 50 as the page itself was told of them. */
  readonly observed: Recorded["longTasks"];
  readonly burden: Burden;
  readonly tasks: LongTasks;
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
  const opening = await traceTasks(browser, page);
  const began = performance.now();
  await page.goto(`${url}/sittings/${sitting}`);
  await page.getByText("Live", { exact: true }).waitFor();
  const opened = performance.now() - began;
  const atOpening = await opening();
  const devtools = await context.newCDPSession(page);
  await devtools.send("Performance.enable");
  return {
    page,
    opened,
    /** The longest tasks until the board was live. */
    opening: longest(atOpening),
    /** From now on. */
    async watch() {
      const tasks = await traceTasks(browser, page);
      await page.evaluate(() => window.recordSeats?.start());
      Object.assign(heard, { messages: 0, bytes: 0 });
      const before = await metrics(devtools);
      return async (): Promise<Watched> => {
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
        const { painted, longTasks } = await recorded(page);
        return { painted, observed: longTasks, burden, tasks: longest(await tasks()) };
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
