import type { Browser, Page } from "@playwright/test";
import { z } from "zod";

/** One task of the page's main thread, in milliseconds. */
export type PageTask = {
  readonly wall: number;
  /** Of the processor's time. A task that was only kept waiting by other processes takes long by the wall and little of this. */
  readonly worked: number;
  /** What took the processor's time, the most first, in words. */
  readonly mostly: string;
};

/** In microseconds. `tdur` is the thread's own time. */
const slice = z.object({
  name: z.string(),
  ph: z.literal("X"),
  pid: z.number(),
  tid: z.number(),
  ts: z.number(),
  dur: z.number(),
  tdur: z.number().default(0),
});
type Slice = z.infer<typeof slice>;
const threadName = z.object({
  name: z.literal("thread_name"),
  pid: z.number(),
  tid: z.number(),
  args: z.object({ name: z.string() }),
});
const trace = z.object({ traceEvents: z.array(z.unknown()) });

const taskName = "ThreadControllerImpl::RunTask";

/** Writes down every task of the page's main thread from now on; answers them when asked, once. */
export async function traceTasks(browser: Browser, page: Page): Promise<() => Promise<readonly PageTask[]>> {
  await browser.startTracing(page, { categories: ["toplevel", "devtools.timeline"] });
  return async () => tasksIn(trace.parse(JSON.parse((await browser.stopTracing()).toString())).traceEvents);
}

function tasksIn(events: readonly unknown[]): readonly PageTask[] {
  const mains = new Set(
    events.flatMap((event) => {
      const { success, data } = threadName.safeParse(event);
      return success && data.args.name === "CrRendererMain" ? [threadOf(data)] : [];
    }),
  );
  const threads = new Map<string, Slice[]>();
  for (const event of events) {
    const { success, data } = slice.safeParse(event);
    if (!success || !mains.has(threadOf(data))) continue;
    const slices = threads.get(threadOf(data)) ?? [];
    slices.push(data);
    threads.set(threadOf(data), slices);
  }
  // The browser keeps another page ready, which does next to nothing.
  const [slices = []] = [...threads.values()].toSorted((a, b) => b.length - a.length);
  return tasksOf(slices.toSorted((a, b) => a.ts - b.ts || b.dur - a.dur));
}

const threadOf = ({ pid, tid }: Pick<Slice, "pid" | "tid">) => `${pid} ${tid}`;

/** Slices lie within each other; each keeps for itself what those within it did not take. */
function tasksOf(slices: readonly Slice[]): readonly PageTask[] {
  const tasks: PageTask[] = [];
  const open: Slice[] = [];
  let parts = new Map<string, number>();
  const add = (name: string, time: number) => parts.set(name, (parts.get(name) ?? 0) + time);
  for (const one of slices) {
    while (isOver(open.at(-1), one)) finish(open.pop());
    const around = open.at(-1);
    if (around === undefined) parts = new Map();
    else add(around.name, -one.tdur);
    add(one.name, one.tdur);
    open.push(one);
  }
  while (open.length > 0) finish(open.pop());
  return tasks;

  function finish(one: Slice | undefined) {
    if (one?.name !== taskName || open.length > 0) return;
    tasks.push({ wall: one.dur / 1_000, worked: one.tdur / 1_000, mostly: inWords(parts) });
  }
}

const isOver = (one: Slice | undefined, next: Slice) => one !== undefined && one.ts + one.dur <= next.ts;

const inWords = (parts: ReadonlyMap<string, number>) =>
  [...parts]
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, 3)
    .map(([name, time]) => `${name} ${Math.round(time / 1_000)}`)
    .join(", ");
