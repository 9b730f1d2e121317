import { expectAnswered } from "./answering.ts";
import { accessible, expect, test } from "./hall.ts";
import { answerAt, attemptOf, expectSafe, goTo, questionHeading, submit } from "./learner.ts";
import { oneOfEach, paper, worked } from "./paper.ts";
import { seatOf, startedRoom } from "./room.ts";

test("the network goes in the middle of a test: the learner works on, is told the truth, and nothing is lost", async ({
  browser,
  hall,
}) => {
  const { invigilator, learners } = await startedRoom(browser, hall);
  const [learner] = learners;
  if (!learner) throw new Error("Nobody sits down.");
  const { page, context, slip } = learner;
  const questions = paper((await attemptOf(hall, slip)).code).slice(0, 4);
  const [before, ...during] = questions;
  if (!before) throw new Error("The paper is empty.");
  const seat = seatOf(invigilator.page, slip);

  await answerAt(page, before, worked(before, "full").response);
  await expectSafe(page, 1);

  await test.step("offline: the line says what is kept where, and the board says who is gone", async () => {
    await context.setOffline(true);
    for (const question of during) await answerAt(page, question, worked(question, "full").response);
    await expect(page.getByText("Not saved yet, still trying: kept on this computer")).toBeVisible();
    await expect(page.getByText(/\d+ of \d+ safe at/)).toBeHidden();
    await accessible(page, "question without a network");
    await expect(seat).toContainText(/lost|silent|heard|connection/i, { timeout: 30_000 });
    await expect(seat).toContainText(`1/`);
  });

  await test.step("back online: everything flows, in order", async () => {
    await context.setOffline(false);
    await expectSafe(page, questions.length);
    await expect(seat).toContainText(`${questions.length}/`);
    for (const question of questions) {
      await goTo(page, question.number);
      await expectAnswered(page, question, worked(question, "full").response);
    }
  });

  await test.step("a second tab of the same test waits its turn and does no harm", async () => {
    const second = await context.newPage();
    await second.goto("/exam");
    await expect(second.getByRole("heading", { name: "Your test is open in another tab" })).toBeVisible();
    await accessible(second, "a second tab");
    await expect(questionHeading(page, questions.length)).toBeVisible();
    const next = paper((await attemptOf(hall, slip)).code)[questions.length];
    if (!next) throw new Error("The paper is too short.");
    await answerAt(page, next, worked(next, "full").response);
    await expectSafe(page, questions.length + 1);
    await page.close();
    await expect(questionHeading(second)).toBeVisible();
    await goTo(second, next.number);
    await expectAnswered(second, next, worked(next, "full").response);
    await submit(second);
  });
});

test("the network goes in the moment in which the test starts: every kind of question is there already", async ({
  browser,
  hall,
}) => {
  const { learners } = await startedRoom(browser, hall);
  const [learner] = learners;
  if (!learner) throw new Error("Nobody sits down.");
  const { page, context, slip } = learner;
  const { code } = await attemptOf(hall, slip);
  await context.setOffline(true);
  const fetched: string[] = [];
  page.on("request", (request) => /\.(js|css)$/.test(request.url()) && fetched.push(request.url()));

  const questions = oneOfEach(paper(code));
  for (const question of questions) {
    await answerAt(page, question, worked(question, "full").response);
    await expectAnswered(page, question, worked(question, "full").response);
  }
  await expect(page.getByText("Not saved yet, still trying: kept on this computer")).toBeVisible();
  expect(fetched, "parts of the page that were fetched after the start").toEqual([]);
  await context.setOffline(false);
  await expectSafe(page, questions.length);
});
