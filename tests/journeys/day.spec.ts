import type { Browser } from "@playwright/test";
import { expectAnswered } from "./answering.ts";
import { award, bookResit, expectResult, gradeOf } from "./awarder.ts";
import { tabTo } from "./by-keys.ts";
import { examiner, expectNothingToMark, markAll, markAs, recognise } from "./examiner.ts";
import { getReady, twoWithTheSameForm } from "./getting-ready.ts";
import { lastOf, otherThan, planOf, totalOf, wanted } from "./given.ts";
import { accessible, expect, type Hall, person, type Slip, signInStaff, test } from "./hall.ts";
import {
  answerAt,
  attemptOf,
  closed,
  expectSafe,
  goTo,
  learnerOf,
  lookThrough,
  questionHeading,
  signInLearner,
  submit,
  timeOnScreen,
} from "./learner.ts";
import { paper } from "./paper.ts";
import { admitAndStart, openRoom, openSeat, openSitting, seatOf, watchRoom } from "./room.ts";

type Person = Awaited<ReturnType<typeof person>>;

test("a day at a centre, from the slip to the released result", async ({ browser, hall }) => {
  test.setTimeout(480_000);
  const people: Person[] = [];
  const comes = async (who?: string) => {
    const one = who === undefined ? await person(browser, hall) : await watchRoom(browser, hall, who);
    people.push(one);
    return one;
  };
  const sameForm = await twoWithTheSameForm(hall);
  const [slipA, slipB] = sameForm;
  const { code, sitting } = await attemptOf(hall, slipA);
  const questions = paper(code);
  const given = planOf(questions);

  const olu = await comes();
  await test.step("the exams officer prints the slips", async () => {
    await signInStaff(olu.page, "Olu");
    await accessible(olu.page, "what waits for the exams officer");
    await openRoom(olu.page);
    await olu.page.getByRole("link", { name: "Slips" }).click();
    await accessible(olu.page, "slips closed");
    await olu.page.getByRole("button", { name: "Show the keycodes" }).click();
    for (const { keycode } of sameForm) await expect(olu.page.getByText(keycode)).toBeVisible();
    await accessible(olu.page, "slips");
  });

  const ines = await comes("Ines");
  const idris = await comes("Idris");
  await test.step("the invigilator opens the sitting, and both boards show it", async () => {
    await accessible(ines.page, "board of a planned sitting");
    await openSitting(ines.page);
    await expect(idris.page.getByRole("button", { name: "End sitting" })).toBeVisible();
  });

  const a = await comes();
  const b = await comes();
  await test.step("learners sign in, say who they are, read how it works, practise and wait", async () => {
    await getReady(a.page, slipA, { practise: true });
    await getReady(b.page, slipB, { practise: false });
  });

  await test.step("they are let in and start together; both boards show it", async () => {
    for (const board of [ines.page, idris.page])
      await expect(seatOf(board, slipA).getByText("Signed in")).toBeVisible();
    await ines.page.getByRole("button", { name: "Admit everyone here (2)" }).click();
    await accessible(ines.page, "board asking who to admit");
    await ines.page.getByRole("button", { name: "Cancel" }).click();
    await admitAndStart(ines.page, 2);
    for (const { page } of [a, b]) await expect(questionHeading(page, 1)).toBeVisible();
    for (const board of [ines.page, idris.page])
      for (const slip of [slipA, slipB]) await expect(seatOf(board, slip).getByText("Running")).toBeVisible();
    await accessible(idris.page, "board while learners work");
  });

  await test.step("a learner answers every question, and each answer is safe", async () => {
    await accessible(a.page, "question 1");
    const half = Math.ceil(questions.length / 2);
    for (const question of questions.slice(0, half)) await answerAt(a.page, question, wanted(given, question));
    await a.page.getByRole("button", { name: "Flag for review" }).click();
    await a.page.getByRole("button", { name: "Hide the time left" }).click();
    await expect(a.page.getByText("Time hidden")).toBeVisible();
    await expectSafe(a.page, half);
    // The line counts answers; a flag is on its way a moment longer.
    await expect.poll(() => flags(hall, slipA)).toBe(1);
    await a.page.reload();
    await expect(questionHeading(a.page, half)).toBeVisible();
    await expect(a.page.getByRole("button", { name: "Flagged: take the flag off" })).toBeVisible();
    await expect(a.page.getByText("Time hidden")).toBeVisible();
    await a.page.getByRole("button", { name: "Show the time left" }).click();
    for (const question of questions.slice(0, half)) {
      await goTo(a.page, question.number);
      await expectAnswered(a.page, question, wanted(given, question));
    }
    for (const question of questions.slice(half)) await answerAt(a.page, question, wanted(given, question));
    await expectSafe(a.page, questions.length);
    await expect(seatOf(idris.page, slipA).getByText(`${questions.length}/${questions.length}`)).toBeVisible();
  });

  await test.step("more time reaches the learner within three seconds", async () => {
    const before = await timeOnScreen(a.page);
    const panel = await openSeat(idris.page, slipA);
    await accessible(idris.page, "a seat on the board");
    await panel.getByText("Give extra time", { exact: true }).click();
    await panel.getByRole("textbox", { name: "Why" }).fill("The screen flickered for a while");
    const told = a.page.getByText("You have been given 5 minutes more.");
    const pressed = Date.now();
    await panel.getByRole("button", { name: "Give 5 minutes" }).click();
    await expect(told.first()).toBeVisible({ timeout: 3_000 });
    await expect.poll(() => timeOnScreen(a.page), { intervals: [50] }).toBeGreaterThan(before + 4 * 60);
    const took = Date.now() - pressed;
    console.log(`Extra time reached the learner in ${took} ms.`);
    expect(took).toBeLessThanOrEqual(3_000);
    expect(await timeOnScreen(a.page)).toBeLessThanOrEqual(before + 5 * 60);
    await a.page.getByRole("button", { name: "OK" }).click();
  });

  await test.step("a pause hides the questions, and going on brings them back", async () => {
    const panel = await openSeat(ines.page, slipA);
    await panel.getByText("Pause", { exact: true }).first().click();
    await panel.getByRole("textbox", { name: "Why" }).fill("A question to the invigilator");
    await panel.getByRole("button", { name: "Pause", exact: true }).click();
    await expect(a.page.getByRole("heading", { name: "Your test is paused" })).toBeVisible();
    await expect(questionHeading(a.page)).toBeHidden();
    await accessible(a.page, "paused test");
    await expect(seatOf(idris.page, slipA).getByText("Paused")).toBeVisible();
    await panel.getByRole("button", { name: "Resume" }).click();
    await expect(questionHeading(a.page, questions.length)).toBeVisible();
    await expectAnswered(a.page, lastOf(questions), wanted(given, lastOf(questions)));
  });

  await test.step("an announcement arrives on every screen", async () => {
    const words = "A drill is going on in the other building. Please go on working.";
    await ines.page.getByRole("button", { name: "Announce" }).click();
    await accessible(ines.page, "board asking what to announce");
    await ines.page.getByRole("dialog").getByLabel("Announcement").fill(words);
    await ines.page.getByRole("dialog").getByRole("button", { name: "Announce", exact: true }).click();
    for (const { page } of [a, b])
      await expect(page.getByRole("region").or(page.locator("main, div")).getByText(words).first()).toBeVisible();
    await accessible(a.page, "question with an announcement");
    await a.page.getByRole("button", { name: "OK" }).click();
    await expect(a.page.getByRole("button", { name: "OK" })).toBeHidden();
  });

  const givenByB = otherThan(given, questions);
  const answeredByB = questions.filter(({ number }) => givenByB.has(number));
  await test.step("a learner is moved to another computer: the old one locks, the new one goes on", async () => {
    await b.page.getByRole("button", { name: "OK" }).click();
    for (const question of answeredByB) await answerAt(b.page, question, wanted(givenByB, question));
    await expectSafe(b.page, answeredByB.length);
    const panel = await openSeat(ines.page, slipB);
    await panel.getByText("Move to another computer", { exact: true }).click();
    await panel.getByRole("textbox", { name: "Why" }).fill("The screen has gone dark");
    await panel.getByRole("button", { name: "Lock the old computer" }).click();
    await expect(b.page.getByRole("heading", { name: "Your test has moved away from this computer" })).toBeVisible();
    await accessible(b.page, "locked computer");
  });
  const moved = await comes();
  await test.step("at the new computer everything is there", async () => {
    await signInLearner(moved.page, slipB);
    const panel = ines.page.getByRole("complementary", { name: slipB.name });
    await expect(questionHeading(moved.page)).toBeVisible();
    for (const question of answeredByB) {
      await goTo(moved.page, question.number);
      await expectAnswered(moved.page, question, wanted(givenByB, question));
    }
    await panel.getByText("Write an incident", { exact: true }).click();
    await panel.getByRole("combobox", { name: "What kind" }).selectOption({ label: "Computer or network problem" });
    await panel
      .getByRole("textbox", { name: "What happened" })
      .fill("The screen of computer 3 went dark; moved to the spare one.");
    await panel.getByRole("button", { name: "Write it down" }).click();
    await expect(panel.getByText("The incident is written down.")).toBeVisible();
  });

  await test.step("one learner looks through the answers, submits and gets a receipt", async () => {
    await lookThrough(a.page);
    await expect(a.page.getByText(`${questions.length} of ${questions.length} answered.`)).toBeVisible();
    await accessible(a.page, "looking through the answers");
    await a.page.getByRole("button", { name: /^Back to question/ }).click();
    await submit(a.page);
    await accessible(a.page, "receipt");
    const { receipt } = await closed(hall, slipA);
    await expect(a.page.getByText(receipt)).toBeVisible();
  });

  await test.step("time runs out for the other with the browser closed: the server hands in what is there", async () => {
    await moved.context.close();
    await b.context.close();
    await hall.moveClock(2 * 60 * 60_000);
    await expect.poll(async () => (await closed(hall, slipB)).reason).toBe("time-expired");
    await expect(seatOf(ines.page, slipB).getByText("Time was up")).toBeVisible();
    await ines.page.getByRole("button", { name: "End sitting" }).click();
    await ines.page.getByRole("dialog").getByRole("button", { name: "End the sitting" }).click();
    await expect(idris.page.getByRole("button", { name: "End sitting" })).toBeHidden();
  });

  await test.step("the report says what was done, when, by whom and why", async () => {
    await ines.page.goto(`/sittings/${sitting}/report`);
    await accessible(ines.page, "report of a sitting");
    const done = ines.page.getByRole("table", { name: "Everything that was done" });
    for (const [what, by, why] of [
      ["Extra time given", "Idris Invigilator", "The screen flickered for a while"],
      ["Paused", "Ines Invigilator", "A question to the invigilator"],
      ["Moved to another computer", "Ines Invigilator", "The screen has gone dark"],
      ["Handed in", "The learner", ""],
      ["Time was up", "Examhall", ""],
    ] as const) {
      const row = done.getByRole("row").filter({ has: ines.page.getByRole("rowheader", { name: what, exact: true }) });
      await expect(row.filter({ hasText: by }).filter({ hasText: why }).first()).toHaveText(/\d\d:\d\d:\d\d/);
    }
    await expect(ines.page.getByText("The screen of computer 3 went dark")).toBeVisible();
    await expect(ines.page.getByText("Written by Ines Invigilator")).toBeVisible();
  });

  await test.step("no resit is booked before the first result exists", async () => {
    const { learner } = await learnerOf(hall, slipB);
    await olu.page.goto(`/entries/new?learner=${learner}`);
    await expect(olu.page.getByText(`${slipB.name} cannot be booked now`)).toBeVisible();
    await expect(
      olu.page.getByText(/first result does not exist yet|resit comes after the result/).first(),
    ).toBeAttached();
    await accessible(olu.page, "a resit refused");
    await olu.page.goto("/entries");
    await accessible(olu.page, "entries");
  });

  const emeka = await comesToMark(browser, hall, people, "Emeka");
  await test.step("an examiner of this centre finds nothing to mark", async () => {
    await emeka.page.goto("/marking");
    await expectNothingToMark(emeka.page);
    await accessible(emeka.page, "nothing to mark");
  });

  const erin = await comesToMark(browser, hall, people, "Erin");
  const sent = await test.step("another examiner marks all responses by keyboard alone", () =>
    markAll(erin, questions));
  const sunita = await comesToMark(browser, hall, people, "Sunita");
  await test.step("a senior examiner decides on the doubt", async () => {
    await sunita.page.goto("/marking/senior");
    await accessible(sunita.page, "doubts");
    await tabTo(sunita.page, sunita.page.getByRole("link", { name: `Mark ${sent.question.item.title}` }));
    await sunita.page.keyboard.press("Enter");
    await expect(sunita.page.getByText("An examiner was not sure")).toBeVisible();
    await accessible(sunita.page, "a doubt on the desk");
    await markAs(sunita, sent.question, await recognise(sunita.page, sent.question));
    await sunita.page.keyboard.press("Enter");
    await expect(sunita.page.getByText("Nothing to mark for this question")).toBeVisible();
  });

  const rawA = totalOf(given.values());
  const rawB = totalOf(givenByB.values());
  const ada = await comes();
  await test.step("the awarder sets boundaries, sees who would get what, and releases", async () => {
    await signInStaff(ada.page, "Ada");
    await ada.page.goto("/awarding");
    await accessible(ada.page, "awarding");
    const row = ada.page.getByRole("row").filter({ has: ada.page.getByRole("link", { name: new RegExp(code) }) });
    await row.getByRole("link").click();
    await award(ada.page, { rawA, rawB });
  });

  await test.step("the learner sees grade, points, form and marks by topic", async () => {
    await expectResult(a.page, slipA, { code, raw: rawA, of: 60 });
  });

  await test.step("the centre sees the result, and the resit may now be booked: with the other form", async () => {
    await olu.page.goto("/results");
    const row = olu.page.getByRole("row").filter({ hasText: slipA.name });
    await expect(row).toContainText(gradeOf(rawA).name);
    await expect(row).toContainText(String(gradeOf(rawA).points));
    await accessible(olu.page, "results of the centre");
    await bookResit(olu.page, hall, slipB);
    const [resit] = await hall.query<{ code: string; attemptNumber: number }>(
      `SELECT f.code, b."attemptNumber" FROM bookings b JOIN forms f ON f.id = b."formId" JOIN learners l ON l.id = b."learnerId"
       WHERE l."candidateNumber" = $1 AND b."attemptNumber" = 2`,
      [slipB.candidateNumber],
    );
    expect(resit).toEqual({ code: code === "CSE-A" ? "CSE-B" : "CSE-A", attemptNumber: 2 });
  });

  for (const { complaints } of people) expect(complaints).toEqual([]);
});

/** Flags that the server holds. */
async function flags(hall: Hall, slip: Slip) {
  const { id } = await attemptOf(hall, slip);
  return (await hall.query(`SELECT 1 FROM journal WHERE "attemptId" = $1 AND entry->>'kind' = 'flag'`, [id])).length;
}

async function comesToMark(browser: Browser, hall: Hall, people: Person[], who: string) {
  const one = await examiner(browser, hall, who);
  people.push(one);
  return one;
}
