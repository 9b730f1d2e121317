import { existsSync } from "node:fs";
import { type Browser, type BrowserContext, chromium, expect, type Page } from "@playwright/test";
import pg from "pg";
import { keeps } from "../journeys/computer.ts";
import { goTo, questionHeading } from "../journeys/learner.ts";
import { paper } from "../journeys/paper.ts";
import { account, type Typed } from "./account.ts";
import type { Ground, Outcome } from "./fault.ts";
import { overhear } from "./overheard.ts";
import { invigilator } from "./prepared-database.ts";
import { until } from "./processes.ts";
import { actingAs, signIn, slipsOf, stored } from "./room.ts";
import { root, serverProcess } from "./server-process.ts";

export type BrowserRoom = Awaited<ReturnType<typeof browserRoom>>;

/** The built server with a clock that can be moved. */
const withAClock = { place: root, command: ["--import", "tsx", "tests/faults/clock-server.ts"] };

const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";

/** For a fault that needs a browser. */
export const noChromium = () =>
  existsSync(executablePath) ? null : "needs a Chromium: install one, or name it with CHROMIUM";

/** One learner in a real browser, at a test that runs; the invigilator has started it. */
export async function browserRoom(
  { folder, database }: Ground,
  prepare?: (context: BrowserContext) => Promise<unknown>,
) {
  const databaseUrl = await database();
  const server = await serverProcess(folder, "server", { DATABASE_URL: databaseUrl }, withAClock);
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 2 });
  const browser: Browser = await chromium.launch({
    executablePath,
    args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"],
  });
  const close = async () => {
    await browser.close();
    await pool.end();
    await server.stop();
  };
  try {
    const [slip] = await slipsOf(pool, 1);
    if (slip === undefined) throw new Error("Nobody is booked.");
    const act = actingAs(server.url, await signIn(`${server.url}/sign-in`, invigilator), slip.sittingId);
    await act("open");
    const context = await browser.newContext({ baseURL: server.url, locale: "en-GB" });
    context.setDefaultTimeout(20_000);
    const ears = overhear(context);
    await prepare?.(context);
    const page = await context.newPage();
    await sitDown(page, slip);
    await act("admit-all");
    await until("the learner to be ready", 30, async () => {
      const { rows } = await pool.query(`SELECT phase FROM attempts WHERE id = $1`, [slip.attempt]);
      return rows[0]?.phase === "ready";
    });
    await act("start-all");
    await expect(questionHeading(page, 1)).toBeVisible({ timeout: 20_000 });
    const typed: Typed[] = [];
    const questions = await textQuestions(pool, slip.attempt);

    return {
      page,
      context,
      server,
      close,
      /** Looks at every question of the test. */
      async lookAtAll(on: Page = page) {
        const strip = on.getByRole("navigation", { name: "Questions" }).getByRole("button", { name: /^Question \d+,/ });
        for (let number = 1; number <= (await strip.count()); number += 1) await goTo(on, number);
      },
      /** Writes a line nobody wrote before into one of the questions, and says so to the account. */
      async type(on: Page = page, { isOffline = false } = {}) {
        const question = questions[typed.length % questions.length];
        const [interaction] = question?.interactions ?? [];
        if (question === undefined || interaction === undefined) throw new Error("There is nowhere to write.");
        await goTo(on, question.number);
        const text = `This is line ${typed.length + 1}`;
        await on.getByRole("main").getByRole("textbox").fill(text);
        const response = { [interaction.response]: [text] };
        typed.push({ attempt: slip.attempt, item: question.item.id, response, offline: isOffline });
      },
      /** The line written last is not saved, and the screen says rightly that this computer keeps it. */
      async keptHere(on: Page = page) {
        await on.getByText(/not saved yet, still trying: kept on this computer/).waitFor();
        // Within the 50 ms that keeping may take, a crash may take the last letters.
        await expect
          .poll(() => keeps(on, `"This is line ${typed.length}"`), { intervals: [10, 20, 50], timeout: 20_000 })
          .toBe(true);
      },
      /** Everything written is safe, as the screen says it; answers with the seconds that took. */
      async safeAgain(on: Page = page, within = 60) {
        const began = performance.now();
        await expect(on.getByText(/^(\d+) of \1 safe at \d\d:\d\d:\d\d$/)).toBeVisible({ timeout: within * 1_000 });
        return (performance.now() - began) / 1_000;
      },
      /** Moves the server's clock on. */
      async moveClock(move: number) {
        const headers = { "Content-Type": "application/json" };
        await fetch(`${server.url}/test/clock`, { method: "POST", headers, body: JSON.stringify({ move }) });
      },
      phase: async () =>
        (await pool.query<{ phase: string }>(`SELECT phase FROM attempts WHERE id = $1`, [slip.attempt])).rows[0]
          ?.phase,
      keeping: async () =>
        (await pool.query<{ keeping: string }>(`SELECT keeping FROM attempts WHERE id = $1`, [slip.attempt])).rows[0]
          ?.keeping,
      /** How often the test was ended. */
      ends: async () =>
        (await pool.query(`SELECT 1 FROM ledger WHERE "attemptId" = $1 AND line ->> 'kind' = 'ended'`, [slip.attempt]))
          .rowCount,
      /** What was told and what was typed is held against the database. */
      async settle(recoverySeconds: number, problems: readonly string[] = []): Promise<Outcome> {
        const { lostTyped, ...counts } = account(ears.acknowledged(), typed, await stored(pool, slip.sittingId));
        const nowhere = lostTyped > 0 ? [`${lostTyped} typed answers are nowhere`] : [];
        return { ...counts, recoverySeconds, problems: [...problems, ...nowhere] };
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}

async function sitDown(page: Page, slip: { readonly candidateNumber: string; readonly keycode: string }) {
  await page.goto("/learner");
  await page.getByLabel("Candidate number").fill(slip.candidateNumber);
  await page.getByLabel("Keycode").fill(slip.keycode);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("button", { name: "Yes, this is right" }).click();
  await page.getByRole("button", { name: "I have read this" }).click();
  await page.getByRole("heading", { name: /^Please wait to be let in|^Your test is/ }).waitFor();
}

/** The questions of the learner's form that are answered in a text box and nothing else. */
async function textQuestions(pool: pg.Pool, attempt: string) {
  const { rows } = await pool.query<{ code: string }>(
    `SELECT f.code FROM attempts a JOIN forms f ON f.id = a."formId" WHERE a.id = $1`,
    [attempt],
  );
  return paper(rows[0]?.code ?? "").filter(
    ({ interactions }) => interactions.length === 1 && interactions[0]?.type === "extended-text",
  );
}

/** Runs the fault in a room of its own, which is cleared up whatever happens. */
export const inBrowser =
  (
    work: (room: BrowserRoom, ground: Ground) => Promise<Outcome>,
    prepare?: (context: BrowserContext) => Promise<unknown>,
  ) =>
  async (ground: Ground): Promise<Outcome> => {
    const room = await browserRoom(ground, prepare);
    try {
      return await work(room, ground);
    } finally {
      await room.close();
    }
  };
