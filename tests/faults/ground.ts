import { mkdirSync, rmSync } from "node:fs";
import path from "node:path";
import { onServer } from "../support/postgres.ts";
import type { Ground } from "./fault.ts";
import { faultyPostgres } from "./postgres.ts";
import { prepareDatabase } from "./prepared-database.ts";
import { signal } from "./processes.ts";
import { root } from "./server-process.ts";

const template = "examhall_faults";

/** One durable PostgreSQL for a run, thrown away before and after, with a prepared database that every fault copies. */
export async function prepareGround(learners: number) {
  const folder = path.join(root, ".test/faults");
  const postgres = await faultyPostgres(path.join(folder, "ground"));
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
  await postgres.startAgain();
  try {
    await prepareDatabase(await postgres.url(template), learners);
  } catch (error) {
    await postgres.stop();
    throw error;
  }

  let copies = 0;
  const copy = async () => {
    copies += 1;
    const name = `examhall_faults_${copies}`;
    await onServer(await postgres.url("postgres"), `CREATE DATABASE ${name} TEMPLATE ${template}`);
    return postgres.url(name);
  };
  return {
    forFault(name: string): Ground {
      const own = path.join(folder, name);
      mkdirSync(own, { recursive: true });
      return { folder: own, postgres, database: copy, learners };
    },
    pids: postgres.pids,
    /** Whatever a fault left, PostgreSQL runs for the next one. */
    async makeSound() {
      for (const pid of postgres.pids()) signal(pid, "SIGCONT");
      await postgres.startAgain();
    },
    close: () => postgres.stop(),
  };
}
