import path from "node:path";
import { fillDemonstration } from "../prisma/seed/demonstration.ts";
import { type Booted, boot, loadQuestionBank } from "./boot.ts";
import { systemClock } from "./platform/clock.ts";
import { type Config, readConfig } from "./platform/config.ts";
import { makeLog } from "./platform/log.ts";
import { type Running, startServer } from "./server.ts";
import { whoCanSignIn } from "./who-can-sign-in.ts";

const root = process.cwd();
let log = makeLog("info");
let config: Config | undefined;
let booted: Booted | undefined;
let server: Running | undefined;
let stopping = false;

// Heard from the first moment on: PostgreSQL may have been started by then, and would be left behind.
for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, () => void stop(signal));
const started = start().catch((error) => giveUp(error));

async function start() {
  config = readConfig(process.env);
  log = makeLog(config.LOG_LEVEL);
  booted = await boot(config, systemClock, root);
  const { app, parts, migrated, data } = booted;
  if (migrated.length > 0) log.info({ migrated }, "database migrated");
  for (const step of [loadBank, fill]) if (!stopping) await step(booted, config);
  if (stopping) return;
  server = await startServer({ app, config, log, secret: parts.secret, buildFolder: path.join(root, "build") });
  log.info({ url: server.url, demonstration: config.demonstration, ...(data && { data }) }, "ready");
  if (data !== null) process.stdout.write(await whoCanSignIn(app, { url: server.url, data }));
}

async function loadBank({ app }: Booted, { QUESTION_BANK }: Config) {
  const forms = await loadQuestionBank(app, path.resolve(root, QUESTION_BANK));
  log.info({ forms }, "question bank loaded");
}

async function fill({ app, parts }: Booted, { demonstration }: Config) {
  if (demonstration) await fillDemonstration(app, "customer-service-environment", { past: parts });
  else if ((await app.database.prisma.staffRole.count({ where: { role: "administrator" } })) === 0)
    log.warn(
      "nobody can sign in yet; add the first administrator: npx examhall staff add --role administrator --email <address> --name <name>",
    );
}

/** Says why nothing starts, as one line, and leaves no database running behind it. */
async function giveUp(error: unknown): Promise<never> {
  log.fatal({ why: error instanceof Error ? error.message : String(error) }, "not started");
  await close().catch(() => {});
  process.exit(1);
}

async function stop(signal: string) {
  if (stopping) return;
  stopping = true;
  log.info({ signal }, server ? "stopping: finishing what is being saved" : "stopping: finishing what was begun");
  // A database outside is not ours to stop, and whatever was begun there goes on by itself at the next start.
  if (server !== undefined || config?.DATABASE_URL === undefined) {
    await started;
    await close();
  }
  log.info("stopped");
  process.exit(0);
}

async function close() {
  if (server) await server.stop();
  else await booted?.app.close();
  await booted?.stop();
}
