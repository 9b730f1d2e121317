import type { Page } from "@playwright/test";
import { pressOn, tabTo } from "./by-keys.ts";
import { examiner, markAs, responseOn } from "./examiner.ts";
import { accessible, expect, type Hall, person, signInStaff, test } from "./hall.ts";
import { answerAt, attemptOf, expectSafe, goTo, questionHeading, readClock, submit } from "./learner.ts";
import { paper, worked } from "./paper.ts";
import { openSeat, seatOf, startedRoom } from "./room.ts";

/** Longer than this no learner should wait for another computer, in seconds. */
const longest = 60;

const wordsOf = (response: Readonly<Record<string, readonly string[]>>) => Object.values(response).flat().join(" ");
const box = (page: Page) => page.getByRole("main").getByRole("textbox").first();

/** The mark of the answer that counts; null while a person still has it to mark. */
async function markOf(hall: Hall, attempt: string, number: number) {
  const [found] = await hall.query<{ marks: number | null }>(
    `SELECT (SELECT m.marks FROM marks m WHERE m."responseId" = r.id
        AND NOT EXISTS (SELECT 1 FROM marks n WHERE n."supersedesId" = m.id)
        AND NOT EXISTS (SELECT 1 FROM marking_tasks t WHERE t."responseId" = r.id AND t.state <> 'done')) AS marks
     FROM responses r WHERE r."attemptId" = $1 AND r.number = $2 AND r.counts`,
    [attempt, number],
  );
  return found?.marks ?? null;
}

test("a learner is moved within a minute; what the old computer still held is seen beside the newer, decided on, and marked", async ({
  browser,
  hall,
}) => {
  test.setTimeout(300_000);
  const { invigilator, learners } = await startedRoom(browser, hall);
  const [learner] = learners;
  if (!learner) throw new Error("Nobody sits down.");
  const { page, context, slip } = learner;
  const { id, code } = await attemptOf(hall, slip);
  const questions = paper(code);
  const chosen = questions.find(
    ({ item, interactions }) => item.marking === "auto" && interactions[0]?.type === "choice",
  );
  const open = questions.find(
    ({ item, interactions }) => item.marking === "person" && interactions[0]?.type === "extended-text",
  );
  if (!chosen || !open) throw new Error("The paper lacks a question for this journey.");
  const best = wordsOf(worked(open, "full").response);

  await test.step("the network of the old computer goes while the learner writes on", async () => {
    await goTo(page, open.number);
    await box(page).fill("The first thought");
    await expectSafe(page, 1);
    await context.setOffline(true);
    await box(page).fill(best);
    await answerAt(page, chosen, worked(chosen, "full").response);
    await expect(page.getByText(/2 not saved yet/)).toBeVisible();
  });

  const fresh = await person(browser, hall);
  await fresh.page.goto("/learner");
  const panel = await openSeat(invigilator.page, slip);
  await panel.getByText("Move to another computer", { exact: true }).click();
  await panel.getByRole("textbox", { name: "Why" }).fill("No network at this desk");

  await test.step("from the press on the board to typing at the new computer it takes less than a minute", async () => {
    const before = await readClock(page);
    const pressed = performance.now();
    await panel.getByRole("button", { name: "Lock the old computer" }).click();
    const moveCode = panel.getByText(/^[A-Z0-9]{3}-[A-Z0-9]{3}$/);
    await expect(moveCode).toBeVisible();
    await fresh.page.getByLabel("Code from the invigilator").pressSequentially(await moveCode.innerText());
    await fresh.page.getByRole("button", { name: "Carry on here" }).click();
    // The question looked at last that the server knows of, with what was safe of it.
    await expect(questionHeading(fresh.page, open.number)).toBeVisible();
    await expect(box(fresh.page)).toHaveValue("The first thought");
    await box(fresh.page).press("Control+End");
    await box(fresh.page).pressSequentially(" and a second one");
    const seconds = (performance.now() - pressed) / 1_000;
    const after = await readClock(fresh.page);
    const gone = before.left - after.left;
    console.log(
      `From the press on the board to words typed at the new computer: ${seconds.toFixed(1)} s; on the clock ${gone} s.`,
    );
    expect(seconds).toBeLessThanOrEqual(longest);
    expect(Math.abs(gone)).toBeLessThanOrEqual(Math.ceil(after.at - before.at) + 2);
    await expectSafe(fresh.page, 1);
  });

  await test.step("the old computer is heard again: it locks, and what it held comes and is mixed into nothing", async () => {
    await expect(seatOf(invigilator.page, slip)).not.toContainText("left on the old computer");
    await context.setOffline(false);
    await expect(page.getByRole("heading", { name: "Your test has moved away from this computer" })).toBeVisible();
    await expect(seatOf(invigilator.page, slip)).toContainText("2 answers left on the old computer");
    await expect(box(fresh.page)).toHaveValue("The first thought and a second one");
    await goTo(fresh.page, open.number);
  });

  await test.step("the invigilator sees both beside each other, without their words, and says what they saw", async () => {
    const count = best.split(/\s+/).filter(Boolean).length;
    await expect(panel).toContainText(
      new RegExp(
        `Question ${open.number}\\s*Left on computer 1: written \\d\\d:\\d\\d:\\d\\d, ${count} words, arrived`,
      ),
    );
    await expect(panel).toContainText(/As it stands: written \d\d:\d\d:\d\d, 7 words, on computer 2/);
    await expect(panel).not.toContainText(best.slice(0, 20));
    await panel.getByText("Say whether it should count").click();
    await accessible(invigilator.page, "seat with answers left behind");
    await panel.getByRole("radio", { name: /^It should count/ }).check();
    await panel.getByRole("textbox", { name: "Why" }).fill("The learner wrote it before I moved them");
    await panel.getByRole("button", { name: "Write it down" }).click();
    await expect(seatOf(invigilator.page, slip)).not.toContainText("left on the old computer");
    await accessible(invigilator.page, "seat with answers left behind spoken of");
  });

  await submit(fresh.page);
  expect(await markOf(hall, id, chosen.number)).toBe(0);
  const [asked] = await hall.query<{ item: string }>(
    `SELECT "itemVersionId" AS item FROM responses WHERE "attemptId" = $1 AND number = $2`,
    [id, open.number],
  );

  const erin = await examiner(browser, hall, "Erin");
  await test.step("an examiner marks what stood at the end", async () => {
    await erin.page.goto(`/marking/${asked?.item}`);
    await expect(responseOn(erin.page)).toContainText("The first thought and a second one");
    await erin.page.keyboard.press("0");
    await erin.page.keyboard.press("Enter");
    await expect.poll(() => markOf(hall, id, open.number)).toBe(0);
  });

  const ada = await person(browser, hall);
  await test.step("whoever decides reads both, without knowing whose they are, and decides by keyboard", async () => {
    await signInStaff(ada.page, "Ada");
    await expect(ada.page.getByRole("heading", { name: "Tests with answers set aside" })).toBeVisible();
    await ada.page.goto("/set-aside");
    await accessible(ada.page, "tests with answers set aside");
    await pressOn(ada.page, ada.page.getByRole("link", { name: /^Decide/ }));
    await expect(ada.page.getByRole("heading", { name: "Which answer is marked?" })).toBeVisible();
    const question = ada.page.getByRole("group", { name: `Question ${open.number}: which answer is marked` });
    await expect(question).toContainText(best.slice(0, 40));
    await expect(question).toContainText("The first thought and a second one");
    await expect(ada.page.getByText("The invigilator: it should count")).toBeVisible();
    await expect(ada.page.getByRole("main")).not.toContainText(slip.name);
    await accessible(ada.page, "answers side by side");

    // The newer one is proposed where both were written, the only one where nothing newer was.
    await expect(question.getByRole("radio", { name: /^As it stood at the end/ })).toBeChecked();
    const only = ada.page.getByRole("group", { name: `Question ${chosen.number}: which answer is marked` });
    await expect(only.getByRole("radio", { name: "Left on computer 1" })).toBeChecked();
    await tabTo(ada.page, question.getByRole("radio", { checked: true }));
    await ada.page.keyboard.press("ArrowUp");
    await expect(question.getByRole("radio", { name: "Left on computer 1" })).toBeChecked();
    await pressOn(ada.page, ada.page.getByRole("button", { name: "Decide on 2 questions" }));
    const dialog = ada.page.getByRole("dialog");
    await expect(dialog).toContainText(`Question ${open.number}: left on computer 1`);
    await accessible(ada.page, "asked whether to decide");
    await tabTo(ada.page, dialog.getByLabel("Why"));
    await ada.page.keyboard.type("Written before the move, as its times and the invigilator say");
    await pressOn(ada.page, dialog.getByRole("button", { name: "Decide", exact: true }));
    await expect(ada.page.getByText("Decided", { exact: true })).toBeVisible();
    await accessible(ada.page, "answers decided on");
  });

  await test.step("the marks follow: by rule at once, and by the examiner who is asked again", async () => {
    expect(await markOf(hall, id, chosen.number)).toBe(chosen.item.maxMark);
    expect(await markOf(hall, id, open.number)).toBeNull();
    await erin.page.reload();
    await expect(responseOn(erin.page)).toContainText(best.slice(0, 40));
    await markAs(erin, open, worked(open, "full"));
    await erin.page.keyboard.press("Enter");
    await expect.poll(() => markOf(hall, id, open.number)).toBe(worked(open, "full").marks);
    await expect(panel).toContainText("Decided: set aside");
  });

  await test.step("a further decision goes back, with the mark there was", async () => {
    const question = ada.page.getByRole("group", { name: `Question ${open.number}: which answer is marked` });
    await question.getByRole("radio", { name: /^As it stood at the end/ }).check();
    await ada.page.getByRole("button", { name: "Decide on 2 questions" }).click();
    await ada.page.getByRole("dialog").getByLabel("Why").fill("The learner changed their mind at the new computer");
    await ada.page.getByRole("dialog").getByRole("button", { name: "Decide", exact: true }).click();
    await expect(question).toContainText("decision 2 about this question");
    expect(await markOf(hall, id, open.number)).toBe(0);
  });
});
