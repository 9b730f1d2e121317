import { type ChildProcess, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import path from "node:path";
import { setTimeout as waitFor } from "node:timers/promises";
import AxeBuilder from "@axe-core/playwright";
import { type Browser, test as base, expect, type Page } from "@playwright/test";
import pg from "pg";
import { demonstrationPeople } from "../../app/platform/demonstration.ts";
import { makeSecrets } from "../../app/platform/secrets.ts";
import { examServer, journeySecret as secret, templateOf } from "../support/journey-setup.ts";
import { onServer, urlOf } from "../support/postgres.ts";

const root = path.resolve(import.meta.dirname, "../..");

export type Slip = {
  readonly name: string;
  readonly candidateNumber: string;
  readonly keycode: string;
  readonly seat: string;
};

/** A server with a database of its own, and the doors into it. */
export type Hall = {
  readonly url: string;
  /** What a command line on the same installation is told. */
  readonly environment: { readonly DATABASE_URL: string; readonly SESSION_SECRET: string };
  /** Everybody booked at the sitting that is ready to run, by seat. */
  slips(): Promise<readonly Slip[]>;
  /** Everybody who was at a sitting that is over. */
  pastSlips(): Promise<readonly Slip[]>;
  query<Row extends pg.QueryResultRow>(sql: string, values?: readonly unknown[]): Promise<readonly Row[]>;
  /** Moves the server's clock on. */
  moveClock(milliseconds: number): Promise<void>;
  /** As a power cut does it. */
  kill(): Promise<void>;
  /** Starts again at the same address, with the clock where it was. */
  startAgain(): Promise<void>;
};

export const test = base.extend<{ hall: Hall; past: boolean }>({
  /** With the demonstration's sitting that is over. */
  past: [false, { option: true }],
  hall: async ({ past, browser }, use) => {
    const hall = await openHall(past);
    await use(hall);
    // With everybody still connected, as a roll-out finds it.
    await hall.close();
    // A page that is left open looks for its server for ever, and takes the processor from the next test.
    await Promise.all(browser.contexts().map((context) => context.close()));
  },
});
export { expect };

async function openHall(past: boolean): Promise<Hall & { close(): Promise<void> }> {
  const server = process.env.EXAMHALL_TEST_SERVER ?? "";
  const name = `examhall_${randomUUID().replaceAll("-", "")}`;
  await onServer(server, `CREATE DATABASE ${name} TEMPLATE ${templateOf(past ? "past" : "room")}`);
  const databaseUrl = urlOf(server, name);
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 2 });
  // The database is dropped under connections that are still saying goodbye.
  pool.on("error", () => {});
  // As if the demonstration had been made just now.
  await pool.query(
    `UPDATE sittings SET "startsAt" = "startsAt" + (date_bin('5 minutes', now() + interval '15 minutes', 'epoch') -
       (SELECT min("startsAt") FROM sittings WHERE phase <> 'ended')) WHERE phase <> 'ended'`,
  );
  let ahead = 0;
  let { child, url } = await launch(databaseUrl, { port: 0, ahead });

  const query: Hall["query"] = async (sql, values = []) => (await pool.query(sql, [...values])).rows;
  const slipsOf = async (which: string): Promise<readonly Slip[]> => {
    const secrets = makeSecrets(secret);
    const rows = await query<{ name: string; candidateNumber: string; keycodeSealed: string; seat: string }>(
      `SELECT l.name, l."candidateNumber", b."keycodeSealed", b.seat FROM bookings b JOIN learners l ON l.id = b."learnerId"
       JOIN sittings s ON s.id = b."sittingId" WHERE ${which} AND b."cancelledAt" IS NULL
       ORDER BY s."startsAt", b.seat::int`,
    );
    return rows.map(({ keycodeSealed, ...row }) => ({ ...row, keycode: secrets.unseal(keycodeSealed) }));
  };
  const gone = (one: ChildProcess) =>
    new Promise<void>((resolve) =>
      one.exitCode === null && one.signalCode === null ? one.once("exit", () => resolve()) : resolve(),
    );
  return {
    url,
    environment: { DATABASE_URL: databaseUrl, SESSION_SECRET: secret },
    query,
    slips: () => slipsOf("s.phase <> 'ended'"),
    pastSlips: () => slipsOf("s.phase = 'ended'"),
    async moveClock(move) {
      const moved = await fetch(`${url}/test/clock`, {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify({ move }),
      });
      ahead = ((await moved.json()) as { ahead: number }).ahead;
    },
    async kill() {
      child.kill("SIGKILL");
      await gone(child);
    },
    async startAgain() {
      ({ child, url } = await launch(databaseUrl, { port: Number(new URL(url).port), ahead }));
    },
    async close() {
      child.kill("SIGTERM");
      const stopped = await Promise.race([
        gone(child).then(() => true),
        waitFor(20_000, null, { ref: false }).then(() => false),
      ]);
      if (!stopped) child.kill("SIGKILL");
      expect(stopped, "the server stops when it is asked to").toBe(true);
      await pool.end();
      await onServer(server, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    },
  };
}

type Launching = { readonly port: number; readonly ahead: number };

async function launch(databaseUrl: string, { port, ahead }: Launching) {
  const env = {
    ...process.env,
    DATABASE_URL: databaseUrl,
    SESSION_SECRET: secret,
    PORT: String(port),
    CLOCK_AHEAD: String(ahead),
    NODE_ENV: "production" as const,
  };
  const child = spawn(process.execPath, ["--enable-source-maps", examServer], {
    cwd: root,
    env,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const url = await new Promise<string>((resolve, reject) => {
    let said = "";
    child.stdout.on("data", (chunk: Buffer) => {
      said += chunk.toString();
      const line = said.split("\n").find((one) => one.startsWith('{"url"'));
      if (line) resolve((JSON.parse(line) as { url: string }).url);
    });
    child.once("exit", (code) => reject(new Error(`The server ended with code ${code}`)));
  });
  return { child, url };
}

/** A browser of its own, on another machine. What the page complains about is collected and must stay empty. */
export async function person(browser: Browser, hall: Hall, viewport = { width: 1366, height: 768 }) {
  const context = await browser.newContext({
    baseURL: hall.url,
    viewport,
    locale: "en-GB",
    timezoneId: "Europe/London",
  });
  context.setDefaultTimeout(30_000);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(String(error)));
  return { page, context, complaints };
}

export async function signInStaff(page: Page, who: string) {
  const found = demonstrationPeople.find(({ name }) => name.startsWith(who));
  if (!found) throw new Error(`No ${who} in the demonstration`);
  await page.goto("/sign-in");
  await page.getByLabel("E-mail").fill(found.email);
  await page.getByLabel("Password").fill(found.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).not.toHaveURL(/sign-in/);
}

/**
 * Waits until React has taken over a page that was opened by its address. The server's page looks the same before, but a press
 * on what only the script answers would be lost then.
 */
export const awake = (page: Page) =>
  expect
    .poll(() => page.evaluate(() => Object.keys(document).some((key) => key.startsWith("__reactContainer"))))
    .toBe(true);

/** No screen has frames. Axe then looks in the page alone, which takes half the time of gathering from frames in another. */
const oneDocument = true;

/**
 * WCAG 2.2 AA by axe; what it finds is shown by name and place. Half-way between two colours a contrast says nothing, and a
 * button may wake at any moment: while axe looks, colours change at once, as they do for whoever asked for less motion.
 */
export async function accessible(page: Page, screen: string) {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.evaluate(atRest);
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode(oneDocument)
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"])
    .analyze();
  await page.emulateMedia({ reducedMotion: null });
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join("; ")}`);
  expect(found, `accessibility of ${screen}`).toEqual([]);
  await picture(page, screen);
}

/** In the page: waits for the colours that were on their way to another already. */
async function atRest() {
  const passing = document
    .getAnimations()
    .filter(({ effect }) => effect?.getComputedTiming().iterations !== Number.POSITIVE_INFINITY);
  await Promise.allSettled(passing.map(({ finished }) => finished));
}

/** SCREENSHOTS names a folder for a picture of every screen on the way. */
export async function picture(page: Page, screen: string) {
  const folder = process.env.SCREENSHOTS;
  if (folder) await page.screenshot({ path: path.join(folder, `${screen.replaceAll(/[^\w]+/g, "-")}.png`) });
}

/** In a window made as narrow as an enlarged one, nothing reaches into the margin; then as it was. */
export async function keepsWithinNarrow(page: Page) {
  const wide = page.viewportSize() ?? { width: 1366, height: 768 };
  await page.setViewportSize({ width: 320, height: 640 });
  const beyond = () =>
    page.getByRole("main").evaluate((main) => {
      const edge = main.getBoundingClientRect().right - Number.parseFloat(getComputedStyle(main).paddingRight);
      return Math.max(...[...main.querySelectorAll("*")].map((one) => one.getBoundingClientRect().right)) - edge;
    });
  await expect.poll(beyond).toBeLessThan(1);
  await page.setViewportSize(wide);
}
