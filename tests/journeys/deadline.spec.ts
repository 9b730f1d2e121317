import { minutes } from "../../app/exam/time/time.ts";
import { clockCanBeSet, readyForOffline, setComputerClock, sleep } from "./computer.ts";
import { accessible, expect, keepsWithinNarrow, person, test } from "./hall.ts";
import {
  answerAt,
  attemptOf,
  closed,
  expectSafe,
  questionHeading,
  readClock,
  submit,
  timeOnScreen,
  wonSince,
} from "./learner.ts";
import { paper, worked } from "./paper.ts";
import { openSeat, seatOf, startedRoom } from "./room.ts";

test("the end comes to one who is offline, to one whose laptop sleeps and to one who submits: one closing each, nothing lost", async ({
  browser,
  hall,
}) => {
  test.setTimeout(300_000);
  const { invigilator, learners } = await startedRoom(browser, hall, 3);
  const [offline, asleep, racing] = learners;
  if (!offline || !asleep || !racing) throw new Error("There are too few.");
  const [first, second] = paper((await attemptOf(hall, offline.slip)).code);
  if (!first || !second) throw new Error("The paper is too short.");
  for (const { page, context } of [offline, asleep]) {
    await clockCanBeSet(context);
    await page.reload();
    await expect(questionHeading(page, 1)).toBeVisible();
    await readyForOffline(page);
  }
  await answerAt(offline.page, first, worked(first, "full").response);
  await expectSafe(offline.page, 1);
  const allTime = minutes(75);

  await test.step("what is written without a network is written in time", async () => {
    await offline.context.setOffline(true);
    await answerAt(offline.page, second, worked(second, "full").response);
    await expect(offline.page.getByText(/1 not saved yet/)).toBeVisible();
  });

  await test.step("a laptop sleeps through the end: on waking it shows the end and no question", async () => {
    await sleep(asleep.page, allTime, async () => {
      await racing.page.getByRole("button", { name: /^Check (and submit|your answers)$/ }).click();
      await racing.page.getByRole("button", { name: "Submit my test" }).click();
      const confirm = racing.page.getByRole("dialog").getByRole("button", { name: "Submit my test" });
      await expect(confirm).toBeVisible();
      const button = await confirm.elementHandle();
      // The server's sweeper and the learner's press come at the same moment; the end may take the button away before it.
      await Promise.all([hall.moveClock(allTime), button?.evaluate((held) => (held as HTMLElement).click())]);
      await expect.poll(async () => (await closed(hall, asleep.slip)).reason, { timeout: 30_000 }).toBe("time-expired");
    });
    await expect(asleep.page.getByRole("heading", { name: "Time is up. Your test is submitted" })).toBeVisible({
      timeout: 30_000,
    });
  });

  await test.step("whoever submits while the time runs out is closed once, with one receipt", async () => {
    await expect(racing.page.getByText("Your receipt", { exact: true })).toBeVisible();
    const { reason, receipt } = await closed(hall, racing.slip);
    expect(reason).toMatch(/^(submitted|time-expired)$/);
    await expect(racing.page.getByRole("main")).toContainText(receipt);
    const { id } = await attemptOf(hall, racing.slip);
    const [ends] = await hall.query<{ ends: number }>(
      `SELECT count(*)::int AS ends FROM ledger WHERE "attemptId" = $1 AND line ->> 'kind' = 'ended'`,
      [id],
    );
    expect(ends?.ends).toBe(1);
  });

  const { page } = offline;
  await test.step("without a network the test ends by itself and says where the answers are, also after a reload", async () => {
    await setComputerClock(page, allTime);
    const ended = page.getByRole("heading", { name: "Time is up, and the connection is lost" });
    await expect(ended).toBeVisible();
    await expect(page.getByRole("main")).toContainText("Your answers are kept on this computer");
    await accessible(page, "time is up without a network");
    await page.reload();
    await expect(ended).toBeVisible();
    await expect(questionHeading(page)).toBeHidden();
  });

  await test.step("with the network back it arrives: the learner and the board are told, and nothing is lost", async () => {
    await offline.context.setOffline(false);
    await expect(page.getByRole("heading", { name: "Time is up. Your test is submitted" })).toBeVisible();
    await expect(page.getByText("Some of your work arrived after the end")).toBeVisible();
    await accessible(page, "ended, with work that arrived late");
    const { id } = await attemptOf(hall, offline.slip);
    const rows = await hall.query<{ item: string; standing: string }>(
      `SELECT entry ->> 'item' AS item, standing FROM journal WHERE "attemptId" = $1 AND entry ->> 'kind' = 'answer' ORDER BY position`,
      [id],
    );
    expect(rows.at(-1)).toEqual({ item: second.item.id, standing: "late" });
  });

  await test.step("the invigilator sees it and writes down what should become of it", async () => {
    await expect(seatOf(invigilator.page, offline.slip)).toContainText("1 answer arrived after the end");
    const panel = await openSeat(invigilator.page, offline.slip);
    await expect(panel).toContainText(/Question 2\s*After the end: written \d\d:\d\d:\d\d/);
    await panel.getByText("Say whether it should count").click();
    await accessible(invigilator.page, "seat with late answers");
    await keepsWithinNarrow(invigilator.page);
    await panel.getByRole("radio", { name: /^It should count/ }).check();
    await panel.getByRole("textbox", { name: "Why" }).fill("The network was down, and the learner stopped when told");
    await panel.getByRole("button", { name: "Write it down" }).click();
    await expect(panel).toContainText("It should count: the learner wrote it in time.");
    await expect(seatOf(invigilator.page, offline.slip)).not.toContainText("arrived after the end");
    await accessible(invigilator.page, "seat with late answers decided");
  });
});

test("the clock of a computer is put on and back, the test is opened in a second browser, and more time comes in the last second", async ({
  browser,
  hall,
}) => {
  const { invigilator, learners } = await startedRoom(browser, hall);
  const [learner] = learners;
  if (!learner) throw new Error("Nobody sits down.");
  const { page, context, slip } = learner;
  await clockCanBeSet(context);
  await page.reload();
  await expect(questionHeading(page, 1)).toBeVisible();
  const [first, second] = paper((await attemptOf(hall, slip)).code);
  if (!first || !second) throw new Error("The paper is too short.");

  await test.step("however its clock is set, the screen shows the same time left", async () => {
    const before = await readClock(page);
    // An hour as a wrong change to summer time puts it, and days as a dead battery does.
    for (const by of [minutes(60), -minutes(120), minutes(60), minutes(60 * 24 * 400), -minutes(60 * 24 * 400)]) {
      await setComputerClock(page, by);
      await answerAt(page, first, worked(first, "full").response);
      await expectSafe(page, 1);
      expect(Math.abs(await wonSince(page, before))).toBeLessThanOrEqual(2);
    }
  });

  await test.step("the same slip in another browser of the computer takes nothing away and gets nothing", async () => {
    const other = await person(browser, hall);
    await other.page.goto("/learner");
    await other.page.getByLabel("Candidate number").fill(slip.candidateNumber);
    await other.page.getByLabel("Keycode").fill(slip.keycode);
    await other.page.getByRole("button", { name: "Sign in" }).click();
    await expect(other.page.getByRole("heading", { name: "Please raise your hand" })).toBeVisible();
    await expect(other.page.getByRole("main")).toContainText("open on another computer");
    await expect(questionHeading(other.page)).toBeHidden();
    await other.context.close();
    await answerAt(page, second, worked(second, "full").response);
    await expectSafe(page, 2);
  });

  await test.step("more time in the last second opens the screen that was closing", async () => {
    const panel = await openSeat(invigilator.page, slip);
    await panel.getByText("Give extra time").click();
    await panel.getByLabel("Minutes").fill("5");
    await panel.getByRole("textbox", { name: "Why" }).fill("The fire alarm rang");
    await hall.moveClock((await timeOnScreen(page)) * 1_000 - 3_000);
    await expect(page.getByRole("heading", { name: /^Time is up/ })).toBeVisible();
    await panel.getByRole("button", { name: "Give 5 minutes" }).click();
    await expect(questionHeading(page)).toBeVisible();
    expect(await timeOnScreen(page)).toBeGreaterThan(4 * 60);
    await submit(page);
    expect((await closed(hall, slip)).reason).toBe("submitted");
  });
});
