import { expectAnswered } from "./answering.ts";
import { expect, test } from "./hall.ts";
import { answerAt, attemptOf, expectSafe, goTo, questionHeading, readClock, wonSince } from "./learner.ts";
import { paper, worked } from "./paper.ts";
import { startedRoom } from "./room.ts";

test("the power of the server is cut while a learner writes: nothing acknowledged is lost, and the test goes on", async ({
  browser,
  hall,
}) => {
  const { invigilator, learners } = await startedRoom(browser, hall);
  const [learner] = learners;
  if (learner === undefined) throw new Error("Nobody sits down.");
  const { page, slip } = learner;
  const { code } = await attemptOf(hall, slip);
  const questions = paper(code);
  const [first, second] = questions;
  const essay = questions.find(({ interactions }) => interactions.some(({ type }) => type === "extended-text"));
  if (!first || !second || !essay) throw new Error("The paper is too short.");

  await test.step("answers are acknowledged", async () => {
    await answerAt(page, first, worked(first, "full").response);
    await answerAt(page, second, worked(second, "full").response);
    await expectSafe(page, 2);
  });

  await goTo(page, essay.number);
  const box = page.getByRole("main").getByRole("textbox");
  const [atFirst, during, after] = ["Before the cut. ", "While the server is gone. ", "After it is back."];
  const before = await readClock(page);

  await test.step("the power goes while the learner types", async () => {
    await box.pressSequentially(atFirst);
    const dying = hall.kill();
    await box.pressSequentially(during);
    await dying;
    await expect(page.getByText("Not saved yet, still trying: kept on this computer")).toBeVisible();
  });

  await test.step("the server comes back and the learner goes on without signing in", async () => {
    await hall.startAgain();
    await box.pressSequentially(after);
    await expectSafe(page, 3);
    await expect(questionHeading(page, essay.number)).toBeVisible();
    expect(Math.abs(await wonSince(page, before))).toBeLessThanOrEqual(2);
  });

  await test.step("everything is there, also after the page is loaded anew", async () => {
    await page.reload();
    await goTo(page, essay.number);
    await expect(box).toHaveValue(atFirst + during + after);
    for (const question of [first, second]) {
      await goTo(page, question.number);
      await expectAnswered(page, question, worked(question, "full").response);
    }
    expect(Math.abs(await wonSince(page, before))).toBeLessThanOrEqual(2);
  });

  await test.step("the server holds every word", async () => {
    const [stored] = await hall.query<{ text: string }>(
      `SELECT entry #>> '{response,RESPONSE,0}' AS text FROM journal j JOIN attempts a ON a.id = j."attemptId"
       WHERE entry ->> 'kind' = 'answer' AND entry ->> 'item' = $1 ORDER BY j.position DESC LIMIT 1`,
      [essay.item.id],
    );
    expect(stored?.text).toBe(atFirst + during + after);
  });
  await invigilator.context.close();
});
