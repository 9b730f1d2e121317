import { openCrowd } from "./crowd.ts";
import type { Ground } from "./ground.ts";
import { percentile } from "./latency.ts";
import { mostMemoryOf, processor } from "./processor.ts";
import { rounded } from "./report.ts";
import type { Saving } from "./savers.ts";
import { fillHall } from "./seats.ts";
import { serve, type Which } from "./server.ts";
import { compare } from "./stored.ts";

/** Milliseconds, but for what says otherwise. */
export type Run = {
  readonly name: string;
  readonly learners: number;
  readonly savesPerSecond: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly longest: number;
  /** The most megabytes the server held until then. */
  readonly memory: number;
  /** Seconds until those who came for this run were seated, and the longest that one of them waited, in milliseconds. */
  readonly seated: number;
  readonly slowestSeat: number;
  /** Microseconds of the processor for each save. */
  readonly perSave: { readonly server: number; readonly postgres: number; readonly learners: number };
  readonly refused: number;
};

/** Entries in the database in the end, and in words whatever differs from what was acknowledged. */
export type Kept = { readonly stored: number; readonly wrong: readonly string[] };

type Opening = {
  readonly ground: Ground;
  readonly which: Which;
  /** How many learners there are places for. */
  readonly places: number;
  readonly profile?: string | undefined;
};
type Running = Saving & {
  readonly name: string /** Seated by then; who sits already stays. */;
  readonly learners: number;
};

export type SavingHall = Awaited<ReturnType<typeof openHall>>;

/** A hall with a database and a server of its own, in which more and more learners sit and save. */
export async function openHall({ ground, which, places, profile }: Opening) {
  const databaseUrl = await ground.database();
  const { seats, items } = await fillHall(databaseUrl, { learners: places, perSitting: 500, phase: "running" });
  const server = await serve({ databaseUrl, which, ...(profile ? { profile } : {}) });
  const crowd = openCrowd({ url: server.url, items, attend: which !== "bare" });
  let here = 0;
  let told: Awaited<ReturnType<typeof crowd.save>>["told"] = [];
  const saves = () => told.reduce((sum, { savedThrough }) => sum + savedThrough, 0);

  return {
    async run({ name, learners, ...saving }: Running): Promise<Run> {
      const seated = await crowd.sit(seats.slice(here, learners));
      here = Math.max(here, learners);
      const before = saves();
      const spending = processor({ server: server.pid, postgres: ground.postgres, learners: crowd.pids });
      const saved = await crowd.save(saving);
      const spent = spending.spent();
      told = saved.told;
      const each = (microseconds: number) => rounded(microseconds / Math.max(1, saves() - before));
      const { latencies: measured, refused } = saved;
      return {
        name,
        learners,
        savesPerSecond: rounded(measured.count / saving.seconds),
        p50: percentile(measured, 0.5),
        p95: percentile(measured, 0.95),
        p99: percentile(measured, 0.99),
        longest: rounded(measured.longest, 1),
        memory: rounded(mostMemoryOf(server.pid)),
        seated: rounded(seated.seconds, 1),
        slowestSeat: rounded(seated.slowest),
        perSave: { server: each(spent.server), postgres: each(spent.postgres), learners: each(spent.learners) },
        refused,
      };
    },
    /** Everybody goes home, and what the database holds is held against what they were told. */
    async close(): Promise<Kept> {
      await crowd.leave();
      await server.stop();
      return which === "built" ? compare(databaseUrl, told) : { stored: 0, wrong: [] };
    },
  };
}
