import path from "node:path";
import express from "express";
import { makeApp } from "../../app/app.ts";
import { instant } from "../../app/exam/time/time.ts";
import { readConfig } from "../../app/platform/config.ts";
import { makeLog } from "../../app/platform/log.ts";
import { startServer } from "../../app/server.ts";

/** The built server with one difference: its clock runs, and can be moved over a route that only this file has. */
let ahead = Number(process.env.CLOCK_AHEAD ?? 0);
const clock = { now: () => instant(Date.now() + ahead) };

const extra = express.Router();
extra.post("/test/clock", express.json(), (request, response) => {
  ahead += Number(request.body.move);
  response.json({ ahead });
});

const config = { ...readConfig({ ...process.env, LOG_LEVEL: process.env.LOG_LEVEL ?? "warn" }), demonstration: true };
const databaseUrl = config.DATABASE_URL;
if (databaseUrl === undefined) throw new Error("DATABASE_URL names the test's own database");
const parts = { config, clock, databaseUrl, secret: config.SESSION_SECRET ?? "" };
const app = makeApp(parts);
const server = await startServer({
  app,
  config,
  log: makeLog(config.LOG_LEVEL),
  secret: parts.secret,
  buildFolder: path.resolve("build"),
  extra,
});
process.stdout.write(`${JSON.stringify({ url: server.url })}\n`);
process.on("SIGTERM", () => void server.stop().then(() => process.exit(0)));
