import { randomUUID } from "node:crypto";
import { makeApp } from "../../app/app.ts";
import { readConfig } from "../../app/platform/config.ts";
import { movableClock } from "./clock.ts";
import { factories } from "./factories.ts";
import { onServer, urlOf } from "./postgres.ts";

const secret = "a secret that only tests have, long enough";

/**
 * The whole application without HTTP on a database of its own, cloned from the migrated template, with a clock that stands
 * still. Call `close` in `afterAll`.
 */
export async function examDatabase() {
  const server = process.env.EXAMHALL_TEST_SERVER;
  const template = process.env.EXAMHALL_TEST_TEMPLATE;
  if (!server || !template) throw new Error("These tests need the database of tests/support/postgres.ts");
  const name = `examhall_${randomUUID().replaceAll("-", "")}`;
  await onServer(server, `CREATE DATABASE ${name} TEMPLATE ${template}`);

  const clock = movableClock();
  const config = { ...readConfig({ LOG_LEVEL: "silent", SAVE_GATHER_MS: "0" }), demonstration: false };
  const databaseUrl = urlOf(server, name);
  const app = makeApp({ config, clock, databaseUrl, secret });
  return {
    ...app,
    app,
    clock,
    config,
    databaseUrl,
    secret,
    make: factories(app),
    /** Another process on the same database: what a restart finds. */
    again: () => makeApp({ config, clock, databaseUrl, secret }),
    async close() {
      await app.close();
      await onServer(server, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    },
  };
}

export type ExamDatabase = Awaited<ReturnType<typeof examDatabase>>;
