import path from "node:path";
import pg from "pg";
import { makeApp } from "../../app/app.ts";
import { loadQuestionBank } from "../../app/boot.ts";
import { readConfig } from "../../app/platform/config.ts";
import { startEmbeddedPostgres } from "../../app/platform/embedded-postgres.ts";
import { migrate } from "../../app/store/migrate.ts";
import { movableClock } from "./clock.ts";

/**
 * One real PostgreSQL for all tests, with a migrated template that every test file clones. It is thrown away in the end;
 * TEST_DATABASE_URL names another server instead.
 */
export async function setup() {
  const root = path.resolve(import.meta.dirname, "../..");
  const given = process.env.TEST_DATABASE_URL;
  const postgres =
    given === undefined ? await startEmbeddedPostgres(path.join(root, ".test"), { durable: false }) : null;
  const server = given ?? (await postgres?.url("postgres")) ?? "";
  const template = `examhall_template_${process.pid}`;

  await onServer(server, `DROP DATABASE IF EXISTS ${template}`, `CREATE DATABASE ${template}`);
  const databaseUrl = urlOf(server, template);
  await migrate(databaseUrl, path.join(root, "prisma/migrations"));
  await fill(databaseUrl, path.join(root, "question-bank"));
  process.env.EXAMHALL_TEST_SERVER = server;
  process.env.EXAMHALL_TEST_TEMPLATE = template;
  return async () => {
    await onServer(server, `DROP DATABASE IF EXISTS ${template} WITH (FORCE)`);
    if (!(await inUse(server))) await postgres?.stop();
  };
}

/** The bank is read once, into the template: every test starts with it. */
async function fill(databaseUrl: string, bank: string) {
  const config = { ...readConfig({ LOG_LEVEL: "silent" }), demonstration: false };
  const app = makeApp({
    config,
    clock: movableClock(),
    databaseUrl,
    secret: "only for filling the template of the tests",
  });
  await loadQuestionBank(app, bank);
  await app.close();
}

/** Another run of the tests may be using the same server. */
async function inUse(server: string) {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  const others = await client.query("SELECT 1 FROM pg_database WHERE datname LIKE 'examhall_template_%'");
  await client.end();
  return (others.rowCount ?? 0) > 0;
}

export const urlOf = (server: string, database: string) =>
  Object.assign(new URL(server), { pathname: `/${database}` }).href;

export async function onServer(server: string, ...statements: readonly string[]) {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}
