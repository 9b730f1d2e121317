import path from "node:path";
import express from "express";
import { makeApp } from "../../app/app.ts";
import { instant } from "../../app/exam/time/time.ts";
import { readConfig } from "../../app/platform/config.ts";
import { makeLog } from "../../app/platform/log.ts";
import { startServer } from "../../app/server.ts";

/** The built server with one difference: its clock can be moved, so that nobody waits 75 minutes for the end of a test. */
let ahead = 0;
const extra = express.Router();
extra.post("/test/clock", express.json(), (request, response) => {
  ahead += Number(request.body.move);
  response.json({ ahead });
});

const config = readConfig(process.env);
const clock = { now: () => instant(Date.now() + ahead) };
const secret = config.SESSION_SECRET ?? "";
const app = makeApp({ config, clock, databaseUrl: config.DATABASE_URL ?? "", secret });
const server = await startServer({
  app,
  config,
  secret,
  log: makeLog(config.LOG_LEVEL),
  buildFolder: path.resolve(import.meta.dirname, "../../build"),
  extra,
});
process.on("SIGTERM", () => void server.stop().then(() => process.exit(0)));
