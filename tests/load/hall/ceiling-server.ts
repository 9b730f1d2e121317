import path from "node:path";
import { makeApp } from "../../../app/app.ts";
import { saveEntries } from "../../../app/commands/attempts/save-entries.ts";
import { none } from "../../../app/exam/time/time.ts";
import { systemClock } from "../../../app/platform/clock.ts";
import { readConfig } from "../../../app/platform/config.ts";
import { makeLog } from "../../../app/platform/log.ts";
import { startServer } from "../../../app/server.ts";
import { unstored } from "./unstored.ts";

/** The server with one difference: a save is read, checked and acknowledged, and nothing of it is stored. */
const config = readConfig(process.env);
const secret = config.SESSION_SECRET ?? "";
const app = makeApp({ config, clock: systemClock, databaseUrl: config.DATABASE_URL ?? "", secret });
const save = saveEntries({
  clock: systemClock,
  queue: {
    save: async ({ entries }) => unstored(entries),
    behind: () => none,
    hanging: () => none,
    storedUpTo: systemClock.now,
    drain: async () => {},
  },
});
const server = await startServer({
  app: { ...app, commands: { ...app.commands, attempts: { ...app.commands.attempts, save } } },
  config,
  log: makeLog(config.LOG_LEVEL),
  secret,
  buildFolder: path.join(process.cwd(), "build"),
});
process.on("SIGTERM", () => void server.stop().then(() => process.exit(0)));
