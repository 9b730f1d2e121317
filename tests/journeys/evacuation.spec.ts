import { expectAnswered } from "./answering.ts";
import { blank, blankedAfter, blankWithin } from "./evacuating.ts";
import { accessible, expect, person, test } from "./hall.ts";
import { answerAt, attemptOf, expectSafe, goTo, questionHeading, signInLearner, timeOnScreen } from "./learner.ts";
import { paper, worked } from "./paper.ts";
import { openSeat, seatOf, startedRoom } from "./room.ts";

test("the room is evacuated and comes back: every screen blank within two seconds, and everything restored", async ({
  browser,
  hall,
}) => {
  test.setTimeout(300_000);
  const { invigilator, learners } = await startedRoom(browser, hall, 3);
  const [writing, looking, offline] = learners;
  const late = (await hall.slips())[3];
  if (!writing || !looking || !offline || !late) throw new Error("The room is too small.");
  const board = invigilator.page;
  const questionsOf = async (one: typeof writing) => paper((await attemptOf(hall, one.slip)).code);
  const [first, second] = await questionsOf(writing);
  if (!first || !second) throw new Error("The paper is too short.");

  await answerAt(writing.page, first, worked(first, "full").response);
  await goTo(writing.page, 2);
  await expectSafe(writing.page, 1);
  await looking.page.getByRole("button", { name: "Check and submit" }).click();
  await expect(looking.page.getByRole("heading", { name: "Check your answers" })).toBeVisible();
  await offline.context.setOffline(true);
  await expect(seatOf(board, offline.slip)).toContainText(/lost/i, { timeout: 30_000 });
  const before = await timeOnScreen(writing.page);

  const blanked = await test.step("two keys blank the room", async () => {
    await board.keyboard.press("F8");
    await expect(board.getByRole("dialog", { name: "Evacuate the room?" })).toBeVisible();
    await accessible(board, "board asking whether to evacuate");
    return blankedAfter([writing.page, looking.page], () => board.keyboard.press("Enter"));
  });
  console.log(`Both connected screens were blank ${Math.round(blanked)} ms after the press.`);
  expect(blanked).toBeLessThanOrEqual(blankWithin);

  await test.step("nothing of the test is left in the page, and the board says whose screen no message reached", async () => {
    for (const { page } of [writing, looking]) {
      await expect(questionHeading(page)).toHaveCount(0);
      await accessible(page, "evacuated screen");
    }
    await expect(board.getByText(/^The room is evacuated since/)).toBeVisible();
    await expect(board.getByText(new RegExp(`look at the screen: .*${offline.slip.name}`))).toBeVisible();
    await accessible(board, "board of an evacuated room");
  });

  await test.step("who signs in late sees the same, and who comes back online goes blank", async () => {
    const { page } = await person(browser, hall);
    await signInLearner(page, late);
    await expect(blank(page)).toBeVisible();
    await accessible(page, "evacuated before the start");
    await offline.context.setOffline(false);
    await expect(blank(offline.page)).toBeVisible();
  });

  await test.step("the server is killed and starts again: the room is still out, and no clock has moved", async () => {
    await hall.kill();
    await hall.startAgain();
    await hall.moveClock(25 * 60_000);
    await expect(board.getByText("Live", { exact: true })).toBeVisible({ timeout: 20_000 });
    await expect(board.getByText(/^The room is evacuated since/)).toBeVisible();
    for (const { page } of learners) await expect(blank(page)).toBeVisible();
  });

  await test.step("one press brings everybody back: the same item, answers, place and time", async () => {
    await board.getByRole("button", { name: "Return: bring all tests back" }).click();
    await accessible(board, "board asking whether everybody is back");
    const dialog = board.getByRole("dialog");
    await dialog.getByLabel("What happened").fill("The alarm was set off by a toaster.");
    await dialog.getByRole("button", { name: "Bring all tests back" }).click();
    await expect(questionHeading(writing.page, 2)).toBeVisible();
    await expect(looking.page.getByRole("heading", { name: "Check your answers" })).toBeVisible();
    await expect(questionHeading(offline.page, 1)).toBeVisible();
    const after = await timeOnScreen(writing.page);
    expect(before - after).toBeGreaterThanOrEqual(0);
    expect(before - after).toBeLessThanOrEqual(45);
    await goTo(writing.page, 1);
    await expectAnswered(writing.page, first, worked(first, "full").response);
    await answerAt(writing.page, second, worked(second, "full").response);
    await expectSafe(writing.page, 2);
    await expect(board.getByText(/^The room is evacuated since/)).toBeHidden();
  });

  await test.step("the incident and every clock that stopped are in the report", async () => {
    const { sitting } = await attemptOf(hall, writing.slip);
    await openSeat(board, writing.slip);
    await board.goto(`/sittings/${sitting}/report`);
    await expect(board.getByText("The alarm was set off by a toaster.")).toBeVisible();
    await expect(board.getByRole("rowheader", { name: "Evacuated", exact: true })).toHaveCount(4);
  });
  expect([...learners, invigilator].flatMap(({ complaints }) => complaints.filter((one) => !isNetwork(one)))).toEqual(
    [],
  );
});

/** What a browser says of a server that was killed on purpose. */
const isNetwork = (complaint: string) => /ERR_|WebSocket|Failed to load resource|NetworkError|fetch/i.test(complaint);
