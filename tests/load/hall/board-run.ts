import type { Browser } from "@playwright/test";
import { type Burden, type LongTasks, openBoard } from "./board-page.ts";
import type { Busy } from "./busy-hall.ts";
import type { BusyWork } from "./busy-hall-process.ts";
import type { Ground } from "./ground.ts";
import { helper } from "./in-process.ts";
import { lagOf } from "./lag.ts";
import { percentile } from "./latency.ts";
import { mostMemoryOf, processor } from "./processor.ts";
import { rounded } from "./report.ts";
import { fillHall } from "./seats.ts";
import { serve } from "./server.ts";

/** Milliseconds, but for what says otherwise. */
export type BoardRun = {
  readonly seats: number;
  /** What happened at learners' machines, in each second. */
  readonly happenings: number;
  /** How many of them were looked for on the board. */
  readonly looked: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly longest: number;
  /** Of those who lost their line or call for help alone. */
  readonly troubleP99: number;
  readonly tasks: LongTasks;
  /** Tasks over 50 as the page itself was told of them, to hold against what was traced. */
  readonly observed: number;
  /** The page's main thread, in each second. */
  readonly burden: Burden;
  readonly opened: number;
  readonly opening: LongTasks;
  /** The processor's time in each second. */
  readonly server: number;
  readonly postgres: number;
  /** The most megabytes the server held. */
  readonly memory: number;
  readonly wrong: readonly string[];
};

type How = {
  readonly ground: Ground;
  readonly browser: Browser;
  readonly seats: number;
  readonly warmUp: number;
  readonly busy: Busy;
  readonly profile?: string | undefined;
  readonly picture?: string | undefined;
};

/** So many seats are in sight on the board's screen whatever happens elsewhere. */
const inSight = 60;

/** A room on a database and a server of its own, with a board open in a browser. */
export async function watchRoom({ ground, browser, seats, warmUp, busy, profile, picture }: How): Promise<BoardRun> {
  const databaseUrl = await ground.database();
  const hall = await fillHall(databaseUrl, { learners: seats, perSitting: seats, phase: "running" });
  const server = await serve({ databaseUrl, which: "built", ...(profile ? { profile } : {}) });
  const room = helper<BusyWork>("busy-hall-process.ts");
  await room.ask("comeIn", { url: server.url, seats: hall.seats, items: hall.items });
  const board = await openBoard({
    browser,
    url: server.url,
    cookie: hall.invigilator,
    sitting: hall.sittings[0] ?? "",
  });
  await room.ask("beBusy", { ...busy, seconds: warmUp });
  const read = await board.watch();
  const spending = processor({ server: server.pid, postgres: ground.postgres, learners: [room.pid] });
  const began = performance.now();
  const happened = await room.ask("beBusy", busy);
  const lasted = (performance.now() - began) / 1_000;
  const spent = spending.spent();
  // The last of it has to be painted too.
  await board.page.waitForTimeout(2_000);
  const { painted, observed, burden, tasks } = await read();
  if (picture) await board.page.screenshot({ path: picture });
  const memory = mostMemoryOf(server.pid);
  await board.close();
  await room.leave();
  await server.stop();

  const { all, byKind, unseen } = lagOf(happened, painted, new Set(hall.seats.slice(0, inSight).map(attemptOf)));
  return {
    seats,
    happenings: rounded(happened.length / lasted),
    looked: all.count,
    p50: percentile(all, 0.5),
    p95: percentile(all, 0.95),
    p99: percentile(all, 0.99),
    longest: rounded(all.longest, 1),
    troubleP99: Math.max(percentile(byKind.lost, 0.99), percentile(byKind.calls, 0.99)),
    tasks,
    observed: observed.length,
    burden: roundedAll(burden),
    opened: rounded(board.opened),
    opening: board.opening,
    server: rounded(spent.server / 1_000 / lasted),
    postgres: rounded(spent.postgres / 1_000 / lasted),
    memory: rounded(memory),
    wrong: unseen.map((one) => `${seats} seats: ${one}`),
  };
}

const attemptOf = ({ attempt }: { readonly attempt: string }) => attempt;

const roundedAll = ({ tasks, scripts, layout, messages, bytes, heap }: Burden): Burden => ({
  tasks: rounded(tasks, 1),
  scripts: rounded(scripts, 1),
  layout: rounded(layout, 1),
  messages: rounded(messages, 1),
  bytes: rounded(bytes),
  heap: rounded(heap, 1),
});
