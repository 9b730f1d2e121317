import path from "node:path";
import { fillDemonstration } from "../prisma/seed/demonstration.ts";
import { type Booted, boot, loadQuestionBank } from "./boot.ts";
import { systemClock } from "./platform/clock.ts";
import { readConfig } from "./platform/config.ts";
import { makeLog } from "./platform/log.ts";
import { startServer } from "./server.ts";
import { whoCanSignIn } from "./who-can-sign-in.ts";

const root = process.cwd();
const config = readConfig(process.env);
const log = makeLog(config.LOG_LEVEL);

const booted = await boot(config, systemClock, root).catch((error) => giveUp(error));
const { app, parts, migrated } = booted;
if (migrated.length > 0) log.info({ migrated }, "database migrated");
const server = await open().catch((error) => giveUp(error, booted));
log.info({ url: server.url, demonstration: config.demonstration }, "ready");
if (config.demonstration) process.stdout.write(await whoCanSignIn(app, server.url));

async function open() {
  const forms = await loadQuestionBank(app, path.resolve(root, config.QUESTION_BANK));
  log.info({ forms }, "question bank loaded");
  if (config.demonstration) await fillDemonstration(app, "customer-service-environment", { past: parts });
  else if ((await app.database.prisma.staffRole.count({ where: { role: "administrator" } })) === 0)
    log.warn(
      "nobody can sign in yet; add the first administrator: npx examhall staff add --role administrator --email <address> --name <name>",
    );
  return startServer({ app, config, log, secret: parts.secret, buildFolder: path.join(root, "build") });
}

/** Says why nothing starts, as one line, and leaves no database running behind it. */
async function giveUp(error: unknown, opened?: Booted): Promise<never> {
  log.fatal({ why: error instanceof Error ? error.message : String(error) }, "not started");
  await opened?.app.close();
  await opened?.stop();
  process.exit(1);
}

let stopping = false;
const stop = async (signal: string) => {
  if (stopping) return;
  stopping = true;
  log.info({ signal }, "stopping: finishing what is being saved");
  await server.stop();
  await booted.stop();
  log.info("stopped");
  process.exit(0);
};
for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, () => void stop(signal));
