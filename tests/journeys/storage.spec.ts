import { expectAnswered } from "./answering.ts";
import {
  emptyStorage,
  expectKept,
  fillStorage,
  keeps,
  otherPage,
  readableOn,
  readyForOffline,
  refuseStorage,
} from "./computer.ts";
import { accessible, expect, person, test } from "./hall.ts";
import { answerAt, attemptOf, expectSafe, questionHeading, sitDown, submit } from "./learner.ts";
import { paper, worked } from "./paper.ts";
import { admitAndStart, openSeat, openSitting, seatOf, startedRoom, watchRoom } from "./room.ts";

test("a computer that is full, or is emptied, says so to learner and board, loses nothing, and says when it is well again", async ({
  browser,
  hall,
}) => {
  const { invigilator, learners } = await startedRoom(browser, hall);
  const [learner] = learners;
  if (!learner) throw new Error("Nobody sits down.");
  const { page, context, slip } = learner;
  const [first, second, third, fourth, fifth] = paper((await attemptOf(hall, slip)).code);
  if (!first || !second || !third || !fourth || !fifth) throw new Error("The paper is too short.");
  const seat = seatOf(invigilator.page, slip);
  await answerAt(page, first, worked(first, "full").response);
  await expectSafe(page, 1);
  await readyForOffline(page);

  await test.step("full: both are told what to do, and answers go straight to the server", async () => {
    const free = await fillStorage(page);
    await answerAt(page, second, worked(second, "full").response);
    // Chromium remembers for half a minute how much room there was.
    await expect(
      page.getByText("This computer is full and cannot keep a copy of your answers", { exact: true }),
    ).toBeVisible({
      timeout: 90_000,
    });
    await accessible(page, "question on a computer that is full");
    await expect(seat).toContainText("Keeps no copy: storage full");
    const panel = await openSeat(invigilator.page, slip);
    await expect(panel).toContainText("Free some space on the computer's disk");
    await accessible(invigilator.page, "seat of a computer that is full");
    await expectSafe(page, 2);
    await free();
    await expect(page.getByText("Your answers are kept on this computer again.").first()).toBeVisible({
      timeout: 20_000,
    });
    await expect(seat).not.toContainText("Keeps no copy");
  });

  await test.step("emptied while the network is down: the copy is written anew, and a reload finds everything", async () => {
    await context.setOffline(true);
    await answerAt(page, third, worked(third, "full").response);
    await emptyStorage(page);
    await expect(page.getByText("This computer's storage was emptied", { exact: true })).toBeVisible();
    await accessible(page, "question on a computer that was emptied");
    await context.setOffline(false);
    await expect(seat).toContainText("Storage was emptied");
    await expectSafe(page, 3);
    await readyForOffline(page);
    await context.setOffline(true);
    await answerAt(page, fourth, worked(fourth, "full").response);
    await expectKept(page, fourth);
    await page.reload();
    await expect(questionHeading(page, fourth.number)).toBeVisible();
    await expect(page.getByText(/1 not saved yet, still trying: kept on this computer/)).toBeVisible();
    expect(await readableOn(page)).not.toContain(slip.name);
    await context.setOffline(false);
    await expectSafe(page, 4);
  });

  await test.step("slow when the page is loaded again, and then deleted by another page: nothing is written over, and all is kept anew", async () => {
    const { beSlow, deleteStorage } = await otherPage(context);
    await context.setOffline(true);
    await answerAt(page, fifth, worked(fifth, "full").response);
    await expectKept(page, fifth);
    await beSlow(5_000);
    await context.setOffline(false);
    await page.reload();
    await expect(questionHeading(page, 5)).toBeVisible({ timeout: 20_000 });
    await expectSafe(page, 5);
    await expect(page.getByText("This computer's storage was emptied", { exact: true })).toHaveCount(0);
    await deleteStorage();
    await expect(page.getByText("This computer's storage was emptied", { exact: true })).toBeVisible();
    await expect.poll(() => keeps(page, '"machine"')).toBe(true);
  });
});

test("a browser that lets nothing be kept: learner and board know before the start, and the test goes on, reload and all", async ({
  browser,
  hall,
}) => {
  const [slip] = await hall.slips();
  if (!slip) throw new Error("Nobody is booked.");
  const invigilator = await watchRoom(browser, hall, "Ines");
  await openSitting(invigilator.page);
  const { page, context } = await person(browser, hall);
  await refuseStorage(context);
  await sitDown(page, slip);
  await expect(page.getByText("This browser cannot keep a copy of your answers", { exact: true })).toBeVisible();
  await accessible(page, "waiting in a browser that keeps nothing");
  const seat = seatOf(invigilator.page, slip);
  await expect(seat).toContainText("Keeps no copy: storage refused");
  await admitAndStart(invigilator.page, 1);
  await expect(questionHeading(page, 1)).toBeVisible();

  const [first] = paper((await attemptOf(hall, slip)).code);
  if (!first) throw new Error("The paper is empty.");
  await answerAt(page, first, worked(first, "full").response);
  await expectSafe(page, 1);
  await page.reload();
  await expect(questionHeading(page, 1)).toBeVisible();
  await expectAnswered(page, first, worked(first, "full").response);
  await submit(page);
});
