import path from "node:path";
import { makeApp } from "../../app/app.ts";
import { systemClock } from "../../app/platform/clock.ts";
import { readConfig } from "../../app/platform/config.ts";
import { fillDemonstration } from "../../prisma/seed/demonstration.ts";
import { bundled, bundleOf } from "./bundled.ts";
import { onServer, setup, urlOf } from "./postgres.ts";

export const journeySecret = "a secret that only the journeys have, long enough";

const source = path.join(import.meta.dirname, "exam-server.ts");
/** Where the server of the journeys lies once it is built. */
export const examServer = bundleOf(source);

/**
 * The same PostgreSQL as the other tests, with two templates that have the demonstration already, so that a journey starts at
 * once: `room` with a sitting that is ready to run, `past` with one that is over too. Playwright runs what this gives back in
 * the end.
 */
export default async function journeySetup() {
  const stop = await setup();
  await bundled(source);
  const server = process.env.EXAMHALL_TEST_SERVER ?? "";
  const templates = { room: templateOf("room"), past: templateOf("past") };
  const drop = () =>
    onServer(server, ...Object.values(templates).map((name) => `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
  await drop();
  for (const [which, name] of Object.entries(templates)) {
    await onServer(server, `CREATE DATABASE ${name} TEMPLATE ${process.env.EXAMHALL_TEST_TEMPLATE}`);
    await fill(urlOf(server, name), which === "past");
  }
  return async () => {
    await drop();
    await stop();
  };
}

/** By the name of the template without a demonstration. */
export const templateOf = (which: "room" | "past") => `${process.env.EXAMHALL_TEST_TEMPLATE}_${which}`;

async function fill(databaseUrl: string, past: boolean) {
  const config = { ...readConfig({ LOG_LEVEL: "silent" }), demonstration: true };
  const parts = { config, clock: systemClock, databaseUrl, secret: journeySecret };
  const app = makeApp(parts);
  try {
    await fillDemonstration(app, "customer-service-environment", { past: past && parts });
  } finally {
    await app.close();
  }
}
