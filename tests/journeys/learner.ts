import { expect, type Page } from "@playwright/test";
import type { ItemResponse } from "../../app/exam/item/response.ts";
import { answer } from "./answering.ts";
import type { Hall, Slip } from "./hall.ts";
import type { Question } from "./paper.ts";

/** What a learner does at their computer, up to the receipt. */

/** Milliseconds; said where the faults come by too, which would wait for 5 seconds only. */
const patience = 20_000;

export async function signInLearner(
  page: Page,
  { candidateNumber, keycode }: Pick<Slip, "candidateNumber" | "keycode">,
) {
  await page.goto("/learner");
  await page.getByLabel("Candidate number").fill(candidateNumber);
  await page.getByLabel("Keycode").fill(keycode);
  await page.getByRole("button", { name: "Sign in" }).click();
}

/** From the slip to waiting for the start. */
export async function sitDown(page: Page, slip: Slip) {
  await signInLearner(page, slip);
  await expect(page.getByRole("heading", { name: "Is this you, and is this your test?" })).toBeVisible();
  await expect(page.getByRole("main")).toContainText(slip.name);
  await page.getByRole("button", { name: "Yes, this is right" }).click();
  await page.getByRole("button", { name: "I have read this" }).click();
  await expect(page.getByRole("heading", { name: /^Please wait to be let in|^Your test is/ })).toBeVisible();
}

export const questionHeading = (page: Page, number?: number) =>
  page.getByRole("heading", {
    name: number === undefined ? /^Question \d+ of / : new RegExp(`^Question ${number} of `),
  });

export async function goTo(page: Page, number: number) {
  await page
    .getByRole("navigation", { name: "Questions" })
    .getByRole("button", { name: new RegExp(`^Question ${number},`) })
    .click();
  await expect(questionHeading(page, number)).toBeVisible({ timeout: patience });
}

export async function answerAt(page: Page, question: Question, response: ItemResponse) {
  await goTo(page, question.number);
  await answer(page, question, response);
}

/** The line says so, and it never lies. */
export const expectSafe = (page: Page, count: number) =>
  expect(page.getByText(new RegExp(`^${count} of ${count} safe at \\d\\d:\\d\\d:\\d\\d$`))).toBeVisible();

/** The time left on the screen, in seconds. */
export async function timeOnScreen(page: Page): Promise<number> {
  return secondsIn(await page.getByRole("timer").innerText());
}

function secondsIn(words: string): number {
  const figures = words.match(/(?:(\d+):)?(\d+):(\d\d)/);
  if (figures === null) throw new Error("There is no clock on the screen.");
  const [, hours = "0", minutes = "0", seconds = "0"] = figures;
  return (Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds);
}

/** What the clock on the screen said, and when, both in seconds. */
export type ClockReading = { readonly left: number; readonly at: number };

/**
 * The clock in the moment in which it changes: only then does a whole second say exactly what is left, and a page that was
 * kept from drawing has caught up. The time is this machine's, which `setComputerClock` does not move.
 */
export async function readClock(page: Page): Promise<ClockReading> {
  const { words, at } = await page.evaluate(
    () =>
      new Promise<{ words: string; at: number }>((changed) => {
        let before = document.querySelector("[role=timer]")?.textContent ?? "";
        const watch = new MutationObserver(() => {
          const words = document.querySelector("[role=timer]")?.textContent ?? "";
          if (words === before) return;
          const isFirst = before === "";
          before = words;
          if (isFirst || words === "") return;
          watch.disconnect();
          changed({ words, at: (performance.timeOrigin + performance.now()) / 1_000 });
        });
        watch.observe(document, { childList: true, subtree: true, characterData: true });
      }),
  );
  return { left: secondsIn(words), at };
}

/** Seconds that the screen has won since it was read: none, whatever happened in between. Lost ones are below nought. */
export async function wonSince(page: Page, before: ClockReading): Promise<number> {
  const now = await readClock(page);
  return now.left - (before.left - (now.at - before.at));
}

/** To the screen before submitting, wherever one is. */
export async function lookThrough(page: Page) {
  await page.getByRole("button", { name: /^Check (and submit|your answers)$/ }).click();
  await expect(page.getByRole("heading", { name: "Check your answers" })).toBeVisible();
}

export async function submit(page: Page) {
  await lookThrough(page);
  await page.getByRole("button", { name: "Submit my test" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Submit my test" }).click();
  await expect(page.getByRole("heading", { name: "Your test is submitted" })).toBeVisible();
}

/** Which form this learner was booked on, and their attempt. */
export async function attemptOf(hall: Hall, { candidateNumber }: Pick<Slip, "candidateNumber">) {
  const [found] = await hall.query<{ id: string; code: string; sitting: string; learner: string }>(
    `SELECT a.id, f.code, a."sittingId" AS sitting, l.id AS learner FROM attempts a JOIN forms f ON f.id = a."formId"
     JOIN bookings b ON b.id = a."bookingId" JOIN learners l ON l.id = b."learnerId"
     JOIN sittings s ON s.id = a."sittingId"
     WHERE l."candidateNumber" = $1 AND s.phase <> 'ended' AND b."cancelledAt" IS NULL`,
    [candidateNumber],
  );
  if (found === undefined) throw new Error(`Candidate ${candidateNumber} has no attempt.`);
  return found;
}

/** How the first attempt ended, once it has. */
export async function closed(hall: Hall, { candidateNumber }: Slip) {
  const [found] = await hall.query<{ reason: string | null; receipt: string }>(
    `SELECT a."closeReason" AS reason, coalesce(a.receipt, '') AS receipt FROM attempts a
     JOIN bookings b ON b.id = a."bookingId" JOIN learners l ON l.id = b."learnerId"
     WHERE l."candidateNumber" = $1 AND b."attemptNumber" = 1`,
    [candidateNumber],
  );
  return found ?? { reason: null, receipt: "" };
}

export async function learnerOf(hall: Hall, { candidateNumber }: Slip) {
  const [found] = await hall.query<{ learner: string }>(
    `SELECT id AS learner FROM learners WHERE "candidateNumber" = $1 ORDER BY id LIMIT 1`,
    [candidateNumber],
  );
  return found ?? { learner: "" };
}
