import { openCrowd } from "./crowd.ts";
import type { Ground } from "./ground.ts";
import { percentile } from "./latency.ts";
import { mostMemoryOf, processor } from "./processor.ts";
import { rounded } from "./report.ts";
import { fillHall } from "./seats.ts";
import { serve } from "./server.ts";
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
  /** The most megabytes the server held. */
  readonly memory: number;
  /** Seconds until everybody was seated. */
  readonly seated: number;
  /** Microseconds of the processor for each save. */
  readonly perSave: { readonly server: number; readonly postgres: number; readonly learners: number };
  readonly refused: number;
  /** Entries in the database afterwards, and in words whatever differs from what was acknowledged. */
  readonly stored: number;
  readonly wrong: readonly string[];
};

type How = {
  readonly ground: Ground;
  readonly name: string;
  readonly which: "built" | "ceiling";
  readonly learners: number;
  /** Seconds between two saves of a learner; null: at once. */
  readonly every: number | null;
  readonly warmUp: number;
  readonly seconds: number;
  readonly profile?: string | undefined;
};

/** A hall of learners on a database and a server of their own, saving for a while; then everything is held against the database. */
export async function run({ ground, name, which, learners, every, warmUp, seconds, profile }: How): Promise<Run> {
  const databaseUrl = await ground.database();
  const hall = await fillHall(databaseUrl, { learners, perSitting: 500, phase: "running" });
  const server = await serve({ databaseUrl, which, ...(profile ? { profile } : {}) });
  const crowd = await openCrowd({ url: server.url, hall });
  const spending = processor({ server: server.pid, postgres: ground.postgres, learners: crowd.pids });
  const saved = await crowd.save({ warmUp, seconds, every });
  const spent = spending.spent();
  const memory = mostMemoryOf(server.pid);
  await crowd.leave();
  await server.stop();
  const { stored, wrong } = which === "built" ? await compare(databaseUrl, saved.told) : { stored: 0, wrong: [] };
  const { latencies: measured } = saved;
  const saves = saved.told.reduce((sum, { savedThrough }) => sum + savedThrough, 0);
  const each = (microseconds: number) => rounded(microseconds / saves);
  return {
    name,
    learners,
    savesPerSecond: rounded(measured.count / seconds),
    p50: percentile(measured, 0.5),
    p95: percentile(measured, 0.95),
    p99: percentile(measured, 0.99),
    longest: rounded(measured.longest, 1),
    memory: rounded(memory),
    seated: rounded(crowd.seconds, 1),
    perSave: { server: each(spent.server), postgres: each(spent.postgres), learners: each(spent.learners) },
    refused: saved.refused,
    stored,
    wrong: [...wrong, ...(saved.refused > 0 ? [`${saved.refused} saves were refused`] : [])],
  };
}
