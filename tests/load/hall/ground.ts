import { rmSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import { makeApp } from "../../../app/app.ts";
import { loadQuestionBank } from "../../../app/boot.ts";
import { systemClock } from "../../../app/platform/clock.ts";
import { readConfig } from "../../../app/platform/config.ts";
import { startEmbeddedPostgres } from "../../../app/platform/embedded-postgres.ts";
import { migrate } from "../../../app/store/migrate.ts";
import { onServer } from "../../support/postgres.ts";

export const root = path.resolve(import.meta.dirname, "../../..");
export const folder = path.join(root, ".test/load");
export const secret = "a secret that only the measurements have, long enough";

export type Ground = {
  /** The process above all of PostgreSQL's. */
  readonly postgres: number;
  /** What it does to keep what it commits, as it says itself. */
  readonly durability: { readonly fsync: string; readonly synchronous_commit: string };
  /** A database with the bank loaded and nobody in it. */
  database(): Promise<string>;
  close(): Promise<void>;
};

/** One durable PostgreSQL for a measurement, thrown away before and after. */
export async function openGround(): Promise<Ground> {
  const data = path.join(folder, "ground");
  await (await startEmbeddedPostgres(data)).stop();
  rmSync(folder, { recursive: true, force: true });
  const postgres = await startEmbeddedPostgres(data);
  const server = await postgres.url("postgres");
  await fill(await postgres.url("examhall_empty"));

  let copies = 0;
  const { pid, ...durability } = await facts(server);
  return {
    postgres: pid,
    durability,
    async database() {
      copies += 1;
      const name = `examhall_load_${copies}`;
      await onServer(server, `CREATE DATABASE ${name} TEMPLATE examhall_empty`);
      return postgres.url(name);
    },
    async close() {
      await postgres.stop();
      rmSync(path.join(folder, "ground"), { recursive: true, force: true });
    },
  };
}

async function fill(databaseUrl: string) {
  await migrate(databaseUrl, path.join(root, "prisma/migrations"));
  const config = { ...readConfig({ LOG_LEVEL: "silent" }), demonstration: false };
  const app = makeApp({ config, clock: systemClock, databaseUrl, secret });
  await loadQuestionBank(app, path.join(root, "question-bank"));
  await app.close();
}

async function facts(server: string) {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  const { rows } = await client.query<{ fsync: string; synchronous_commit: string; data: string }>(
    "SELECT current_setting('fsync') AS fsync, current_setting('synchronous_commit') AS synchronous_commit, pg_read_file('postmaster.pid') AS data",
  );
  await client.end();
  const [row] = rows;
  if (row === undefined) throw new Error("PostgreSQL says nothing of itself.");
  const { data, ...durability } = row;
  return { ...durability, pid: Number(data.split("\n")[0]) };
}
