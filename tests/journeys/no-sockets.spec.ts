import type { BrowserContext } from "@playwright/test";
import { expectAnswered } from "./answering.ts";
import { blankedAfter, blankWithin } from "./evacuating.ts";
import { accessible, expect, person, test } from "./hall.ts";
import { answerAt, attemptOf, expectSafe, goTo, questionHeading, sitDown, submit } from "./learner.ts";
import { paper, worked } from "./paper.ts";
import { admitAndStart, openSitting, seatOf, watchRoom } from "./room.ts";

/** What a centre's network does with sockets. */
const networks = [
  ["turned away", (context: BrowserContext) => context.routeWebSocket(/./, (socket) => socket.close())],
  ["swallowed", (context: BrowserContext) => context.routeWebSocket(/./, () => {})],
] as const;

test("a centre whose network lets no socket through works by requests, from the slip to the receipt", async ({
  browser,
  hall,
}) => {
  test.setTimeout(180_000);
  const slips = (await hall.slips()).slice(0, networks.length);
  const invigilator = await watchRoom(browser, hall, "Ines");
  const board = invigilator.page;
  await openSitting(board);
  const sitting = slips.map(async (slip, index) => {
    const learner = await person(browser, hall);
    await networks[index]?.[1](learner.context);
    await sitDown(learner.page, slip);
    return { ...learner, slip };
  });
  const learners = await Promise.all(sitting);

  await test.step("they are admitted and start with everybody else", async () => {
    await admitAndStart(board, learners.length);
    for (const { page } of learners) await expect(questionHeading(page, 1)).toBeVisible();
  });

  await test.step("what they answer is safe, and the board counts it", async () => {
    for (const { page, slip } of learners) {
      const [first, second] = paper((await attemptOf(hall, slip)).code);
      if (!first || !second) throw new Error("The paper is too short.");
      for (const question of [first, second]) await answerAt(page, question, worked(question, "full").response);
      await expectSafe(page, 2);
      await expect(seatOf(board, slip)).toContainText("2/");
    }
  });

  await test.step("an announcement whose answer is lost reaches them once, and the board finds it by itself", async () => {
    await board.route(/\/order$/, async (route) => {
      await route.fetch();
      await route.abort();
    });
    await board.getByRole("button", { name: "Announce" }).click();
    const words = "The window at the back is open. Raise your hand if you are cold.";
    await board.getByRole("dialog").getByRole("textbox").fill(words);
    await board.getByRole("dialog").getByRole("button", { name: "Announce", exact: true }).click();
    await expect(board.getByText(/^No answer came, but it was done: announced at/).first()).toBeVisible();
    await expect(board.getByRole("dialog")).toBeHidden();
    await board.unroute(/\/order$/);
    expect(new Set(invigilator.complaints.splice(0))).toEqual(new Set(["Failed to load resource: net::ERR_FAILED"]));
    await board.getByText(/^Announced and written down: 1,/).click();
    await expect(board.getByRole("list", { name: /^Announced and written down/ })).toContainText(words);
    await accessible(board, "board with what was announced");
    for (const { page } of learners) await expect(page.getByText(words).first()).toBeVisible();
    for (const { page } of learners) await expect(page.getByRole("button", { name: "OK" })).toHaveCount(1);
    for (const { page } of learners) await page.getByRole("button", { name: "OK" }).click();
    for (const { slip } of learners) await expect(seatOf(board, slip)).toContainText("Running");
  });

  const blanked = await test.step("two keys blank their screens as fast as any", async () => {
    await board.keyboard.press("F8");
    const pages = learners.map(({ page }) => page);
    return blankedAfter(pages, () => board.keyboard.press("Enter"));
  });
  console.log(`Both screens without a socket were blank ${Math.round(blanked)} ms after the press.`);
  expect(blanked).toBeLessThanOrEqual(blankWithin);

  await test.step("and bring them back", async () => {
    await board.getByRole("button", { name: "Return: bring all tests back" }).click();
    const dialog = board.getByRole("dialog");
    await dialog.getByLabel("What happened").fill("Somebody made toast.");
    await dialog.getByRole("button", { name: "Bring all tests back" }).click();
    for (const { page } of learners) await expect(questionHeading(page, 2)).toBeVisible();
  });

  await test.step("a page loaded again is back where it was, and the receipt comes", async () => {
    for (const { page, slip } of learners) {
      const [first] = paper((await attemptOf(hall, slip)).code);
      if (!first) throw new Error("The paper is too short.");
      await page.reload();
      await goTo(page, first.number);
      await expectAnswered(page, first, worked(first, "full").response);
      await expectSafe(page, 2);
      await accessible(page, "question where no socket gets through");
      await submit(page);
    }
  });
});
