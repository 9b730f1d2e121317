import { expect, type Page } from "@playwright/test";
import { answer, expectAnswered } from "./answering.ts";
import { accessible, type Hall, type Slip } from "./hall.ts";
import { attemptOf, questionHeading, signInLearner } from "./learner.ts";
import { paper, worked } from "./paper.ts";

/** Neighbours have different forms, so the next but one is taken. */
export async function twoWithTheSameForm(hall: Hall): Promise<readonly [Slip, Slip]> {
  const [first, ...others] = await hall.slips();
  if (first === undefined) throw new Error("Nobody is booked.");
  const { code } = await attemptOf(hall, first);
  for (const other of others) if ((await attemptOf(hall, other)).code === code) return [first, other];
  throw new Error("Nobody else has the same form.");
}

/** From the slip to the waiting screen, with a look at every screen on the way for whoever practises. */
export async function getReady(page: Page, slip: Slip, { practise }: { readonly practise: boolean }) {
  await page.goto("/learner");
  if (practise) await accessible(page, "learner sign-in");
  await signInLearner(page, slip);
  await expect(page.getByRole("heading", { name: "Is this you, and is this your test?" })).toBeVisible();
  await expect(page.getByRole("main")).toContainText(slip.name);
  if (practise) await accessible(page, "is this you");
  await page.getByRole("button", { name: "Yes, this is right" }).click();
  await expect(page.getByRole("heading", { name: "How your test works" })).toBeVisible();
  if (practise) await practiseAll(page);
  await page.getByRole("button", { name: "I have read this" }).click();
  await expect(page.getByRole("heading", { name: "Please wait to be let in" })).toBeVisible();
  if (practise) await accessible(page, "waiting");
}

async function practiseAll(page: Page) {
  await accessible(page, "how the test works");
  await page.getByRole("button", { name: "Try practice questions" }).click();
  for (const question of paper("CSE-P")) {
    await expect(questionHeading(page, question.number)).toBeVisible();
    await answer(page, question, worked(question, "full").response);
    await expectAnswered(page, question, worked(question, "full").response);
    await accessible(page, `practice question ${question.number}`);
    await page.getByRole("button", { name: /^(Next|Finish practice)/ }).click();
  }
  await expect(page.getByRole("heading", { name: "How your test works" })).toBeVisible();
}
