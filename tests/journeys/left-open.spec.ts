import type { Page } from "@playwright/test";
import { readyForOffline } from "./computer.ts";
import { accessible, awake, expect, person, test } from "./hall.ts";
import { answerAt, attemptOf, expectSafe, questionHeading, sitDown } from "./learner.ts";
import { paper, worked } from "./paper.ts";
import { admitAndStart, openSitting, startedRoom, watchRoom } from "./room.ts";

test("a test left open in another tab leaves whoever signs in next alone, and the computer forgets it", async ({
  browser,
  hall,
}) => {
  const { learners } = await startedRoom(browser, hall);
  const [, next] = await hall.slips();
  const [{ page: leftOpen, context, slip }] = learners as [(typeof learners)[0]];
  if (!next) throw new Error("Nobody comes next.");
  await readyForOffline(leftOpen);
  const page = await context.newPage();

  await test.step("signed out on the front page, the test opens no more without a network", async () => {
    await page.goto("/");
    await awake(page);
    await page.getByRole("button", { name: "Sign out" }).click();
    await expect(page.getByRole("link", { name: "Learner sign-in" })).toBeVisible();
    await expect(leftOpen.getByRole("heading", { name: "You are signed out" })).toBeVisible();
    await context.setOffline(true);
    await page.goto("/exam");
    await expect(page.getByRole("heading", { name: "There is no connection" })).toBeVisible();
    await context.setOffline(false);
  });

  await test.step("somebody else sits down, and the page that was left open says so and nothing of either test", async () => {
    await sitDown(page, next);
    await expect(leftOpen.getByRole("heading", { name: "Somebody else has signed in" })).toBeVisible();
    await expect(leftOpen.getByRole("button", { name: "Sign out" })).toHaveCount(0);
    await expect(leftOpen.getByRole("main")).not.toContainText(next.name);
    await accessible(leftOpen, "somebody else has signed in");
  });

  await test.step("they keep their seat, and it is their test that opens without a network", async () => {
    const leases = await hall.query(`SELECT 1 FROM leases WHERE "attemptId" = $1 AND "endedAt" IS NULL`, [
      (await attemptOf(hall, next)).id,
    ]);
    expect(leases).toHaveLength(1);
    await context.setOffline(true);
    await page.goto("/exam");
    await expect(page.getByRole("main")).toContainText(next.name);
    await expect(page.getByRole("main")).not.toContainText(slip.name);
  });
});

/** Presses "back", and waits until the browser has been brought back to where it was. */
const pressBack = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<void>((done) => {
        let moves = 0;
        addEventListener("popstate", () => {
          moves += 1;
          if (moves === 2) done();
        });
        history.back();
      }),
  );

test("with the server away, back leaves a running test on the screen with what was typed", async ({
  browser,
  hall,
}) => {
  const [slip] = await hall.slips();
  if (!slip) throw new Error("Nobody is booked.");
  const { page: board } = await watchRoom(browser, hall, "Ines");
  await openSitting(board);
  const { page } = await person(browser, hall);
  await page.goto("/learner");
  await awake(page);
  await page.getByLabel("Candidate number").fill(slip.candidateNumber);
  await page.getByLabel("Keycode").fill(slip.keycode);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("button", { name: "Yes, this is right" }).click();
  await page.getByRole("button", { name: "I have read this" }).click();
  await admitAndStart(board, 1);
  await expect(questionHeading(page, 1)).toBeVisible();
  const [first] = paper((await attemptOf(hall, slip)).code);
  if (!first) throw new Error("The paper is too short.");

  await pressBack(page);
  await expect(questionHeading(page, 1)).toBeVisible();
  await hall.kill();
  await answerAt(page, first, worked(first, "full").response);
  await pressBack(page);
  await expect(questionHeading(page, 1)).toBeVisible();
  await expect(page).toHaveURL(/\/exam$/);
  await hall.startAgain();
  await expectSafe(page, 1);
});
