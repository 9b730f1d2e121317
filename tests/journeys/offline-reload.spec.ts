import { answer, expectAnswered } from "./answering.ts";
import { cached, expectKept, forgetFiles, readableOn, readyForOffline } from "./computer.ts";
import { accessible, expect, test } from "./hall.ts";
import { answerAt, attemptOf, expectSafe, goTo, questionHeading, readClock, submit, wonSince } from "./learner.ts";
import { paper, worked } from "./paper.ts";
import { startedRoom } from "./room.ts";

test("without a network the page is reloaded, crashes and is opened again, and the test goes on to its end", async ({
  browser,
  hall,
}) => {
  const { learners } = await startedRoom(browser, hall);
  const [learner] = learners;
  if (!learner) throw new Error("Nobody sits down.");
  const { context, slip } = learner;
  let { page } = learner;
  const questions = paper((await attemptOf(hall, slip)).code).slice(0, 5);
  const [first, second, third, fourth, fifth] = questions;
  if (!first || !second || !third || !fourth || !fifth) throw new Error("The paper is too short.");
  const full = (question: typeof first) => worked(question, "full").response;

  await answerAt(page, first, full(first));
  await expectSafe(page, 1);
  await readyForOffline(page);
  const before = await readClock(page);
  const expectTime = async () => expect(Math.abs(await wonSince(page, before))).toBeLessThanOrEqual(2);

  await test.step("reloaded without a network, everything is where it was, and the clock has not won a second", async () => {
    await forgetFiles(page);
    await context.setOffline(true);
    await answerAt(page, second, full(second));
    await expectKept(page, second);
    await page.reload();
    await expect(questionHeading(page, second.number)).toBeVisible();
    await expectAnswered(page, second, full(second));
    await expect(page.getByText(/1 of 2 safe, 1 not saved yet, still trying: kept on this computer/)).toBeVisible();
    await expectTime();
    await goTo(page, first.number);
    await expectAnswered(page, first, full(first));
    await answerAt(page, third, full(third));
    await accessible(page, "question after a reload without a network");
  });

  await test.step("the browser is closed and the address typed again, still without a network", async () => {
    await expect(page.getByText(/2 not saved yet/)).toBeVisible();
    await expectKept(page, third);
    await page.close({ runBeforeUnload: false });
    page = await context.newPage();
    await page.goto("/exam");
    await expect(questionHeading(page, third.number)).toBeVisible();
    await expectAnswered(page, third, full(third));
    await expectTime();
    await answerAt(page, fourth, full(fourth));
  });

  await test.step("nothing that the browser keeps can be read", async () => {
    const text = await readableOn(page);
    expect(text).not.toContain(slip.name);
    // Its digits alone can stand in a random id.
    expect(text).not.toMatch(new RegExp(`(?<![0-9a-z])${slip.candidateNumber}(?![0-9a-z])`, "i"));
    expect(text).toContain("extractable: false");
    for (const { item } of questions) expect(text).not.toContain(item.title);
    const names = await cached(page);
    expect(names.filter((name) => !/^\/(assets\/[\w.-]+|look\.js|favicon\.svg|exam\?kept)$/.test(name))).toEqual([]);
  });

  await test.step("with the network back everything flows, and the test goes on", async () => {
    await context.setOffline(false);
    await expectSafe(page, 4);
    await goTo(page, fifth.number);
    await answer(page, fifth, full(fifth));
    await expectSafe(page, 5);
    await page.reload();
    for (const question of questions) {
      await goTo(page, question.number);
      await expectAnswered(page, question, full(question));
    }
    await submit(page);
  });

  await test.step("once it is over, the computer knows nothing of it", async () => {
    await context.setOffline(true);
    await page.goto("/exam");
    await expect(page.getByRole("heading", { name: "There is no connection" })).toBeVisible();
    await accessible(page, "no connection and nothing kept");
    expect(await readableOn(page)).not.toContain(slip.name);
  });
});
