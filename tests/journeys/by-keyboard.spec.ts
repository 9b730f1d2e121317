import { expectAnswered } from "./answering.ts";
import { answerByKeys, pressOn, tabTo } from "./by-keys.ts";
import { expect, person, test } from "./hall.ts";
import { attemptOf, expectSafe, questionHeading } from "./learner.ts";
import { oneOfEach, paper, worked } from "./paper.ts";
import { admitAndStart, openSitting, watchRoom } from "./room.ts";

test("a learner without a pointer goes from the slip to the receipt", async ({ browser, hall }) => {
  const [slip] = await hall.slips();
  if (!slip) throw new Error("Nobody is booked.");
  const { code } = await attemptOf(hall, slip);
  const questions = paper(code);
  const asked = oneOfEach(questions);
  const types = new Set(questions.flatMap(({ interactions }) => interactions.map(({ type }) => type)));
  expect(types.size, "types of interaction in the form").toBeGreaterThanOrEqual(8);

  const invigilator = await watchRoom(browser, hall, "Ines");
  await openSitting(invigilator.page);
  const { page, complaints } = await person(browser, hall);
  const button = (name: string | RegExp) => page.getByRole("button", { name });

  await test.step("signs in and says who they are", async () => {
    await page.goto("/learner");
    await tabTo(page, page.getByLabel("Candidate number"));
    await page.keyboard.type(slip.candidateNumber);
    await page.keyboard.press("Tab");
    await page.keyboard.type(slip.keycode);
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { name: "Is this you, and is this your test?" })).toBeFocused();
    await pressOn(page, button("Yes, this is right"));
    await expect(page.getByRole("heading", { name: "How your test works" })).toBeFocused();
  });

  await test.step("practises every control", async () => {
    await pressOn(page, button("Try practice questions"));
    for (const question of paper("CSE-P")) {
      await expect(questionHeading(page, question.number)).toBeFocused();
      const { response } = worked(question, "full");
      await answerByKeys(page, question, response);
      await expectAnswered(page, question, response);
      await pressOn(page, button(/^(Next|Finish practice)/));
    }
    await pressOn(page, button("I have read this"));
    await expect(page.getByRole("heading", { name: "Please wait to be let in" })).toBeFocused();
  });

  await test.step("the test opens by itself and takes the focus", async () => {
    await admitAndStart(invigilator.page, 1);
    await expect(questionHeading(page, 1)).toBeFocused();
  });

  await test.step("answers one question of each kind, and flags one", async () => {
    for (const question of questions) {
      await expect(questionHeading(page, question.number)).toBeFocused();
      if (asked.includes(question)) {
        const { response } = worked(question, "full");
        if (question === asked[0]) await pressOn(page, button("Flag for review"));
        await answerByKeys(page, question, response);
        await expectAnswered(page, question, response);
      }
      await pressOn(page, button(/^(Next|Check your answers)$/));
    }
    await expect(page.getByRole("heading", { name: "Check your answers" })).toBeFocused();
    await expectSafe(page, asked.length);
    await expect(page.getByRole("main")).toContainText(`${asked.length} of ${questions.length} answered.`);
    await expect(page.getByRole("main")).toContainText(`Flagged for review: ${asked[0]?.number}.`);
  });

  await test.step("submits, and the dialog holds the focus and says what is missing", async () => {
    await pressOn(
      page,
      page.getByRole("main").or(page.locator("footer")).getByRole("button", { name: "Submit my test" }),
    );
    const dialog = page.getByRole("dialog", { name: "Submit your test?" });
    await expect(dialog).toContainText("You have not answered");
    await page.keyboard.press("Escape");
    await expect(dialog).toBeHidden();
    await expect(button("Submit my test")).toBeFocused();
    await page.keyboard.press("Enter");
    await pressOn(page, dialog.getByRole("button", { name: "Submit my test" }));
    await expect(page.getByRole("heading", { name: "Your test is submitted" })).toBeFocused();
    const [attempt] = await hall.query<{ receipt: string }>(
      `SELECT a.receipt FROM attempts a JOIN bookings b ON b.id = a."bookingId" JOIN learners l ON l.id = b."learnerId"
       WHERE l."candidateNumber" = $1`,
      [slip.candidateNumber],
    );
    await expect(page.getByText(attempt?.receipt ?? "no receipt")).toBeVisible();
  });
  expect(complaints).toEqual([]);
});
