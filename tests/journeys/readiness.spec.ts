import { type Browser, type BrowserContext, expect, type Page } from "@playwright/test";
import { lineToType } from "../../app/exam/invigilation/readiness/keyboard.ts";
import { clockCanBeSet, refuseStorage, setComputerClock } from "./computer.ts";
import { accessible, awake, type Hall, person, signInStaff, test } from "./hall.ts";

/** What somebody does who goes from computer to computer, and what the page of the check says of it. */

const minute = 60_000;

test("the day before, a room is checked: one computer passes, one fails with its reasons, one is closed in the middle", async ({
  browser,
  hall,
}) => {
  test.setTimeout(300_000);
  const { page: olu } = await person(browser, hall);
  await signInStaff(olu, "Olu");
  const code = await test.step("the exams officer starts a check and gets a short code", () => startCheck(olu, 4));
  const machines = olu.getByRole("table", { name: "Computers" });
  const row = (name: string) => machines.getByRole("row").filter({ hasText: name });

  const good = await test.step("a computer on which all is well passes", async () => {
    const computer = await comesIn(browser, hall, { code, name: "PC 1" });
    await expect(title(computer.page)).toHaveText(/^This computer passed/, { timeout: 90_000 });
    await computer.page.getByText("points are as they should be").click();
    for (const point of ["Live line", "Questions", "Saving", "Storage on this computer", "Keyboard"])
      await expect(computer.page.getByText(`${point}:`, { exact: true })).toBeVisible();
    await accessible(computer.page, "a computer that passed");
    expect(computer.complaints).toEqual([]);
    return computer;
  });

  await test.step("one that keeps nothing, and whose clock is 7 minutes behind, fails and says what to do", async () => {
    const { page } = await comesIn(browser, hall, {
      code,
      name: "PC 2",
      prepare: async (context) => {
        await refuseStorage(context);
        await clockCanBeSet(context);
      },
      clock: -7 * minute,
      typed: lineToType.replace("£", "#"),
    });
    await expect(title(page)).toHaveText("This computer failed", { timeout: 90_000 });
    await expect(page.getByText(/keeps no copy of the answers/)).toBeVisible();
    await expect(page.getByText(/clock is 7 minutes behind: the test will still be timed by the server/)).toBeVisible();
    const wrongKeys = page.getByText("The keyboard types other signs than its keys show.");
    await expect(wrongKeys).toBeVisible();
    await accessible(page, "a computer that failed");
    await page.getByLabel("Type the line above").fill(lineToType);
    await page.getByRole("button", { name: "Compare" }).click();
    await expect(wrongKeys).toBeHidden();
  });

  await test.step("its page shows both as they finish, and what the room lacks", async () => {
    await expect(row("PC 1").getByText(/^Passed/)).toBeVisible();
    await expect(row("PC 2").getByText("Failed", { exact: true })).toBeVisible();
    await expect(row("PC 2").getByText(/keeps no copy of the answers/)).toBeVisible();
    await expect(olu.getByText("Not ready yet")).toBeVisible();
    await expect(olu.getByText(/^1 of 2 computers passed; \d+ learners are booked/)).toBeVisible();
    await accessible(olu, "a check with two computers");
  });

  await test.step("while the network is away its page stays as it was, says so, and goes on by itself", async () => {
    await olu.context().setOffline(true);
    await expect(olu.getByText("The server does not answer")).toBeVisible();
    await expect(row("PC 1").getByText(/^Passed/)).toBeVisible();
    await accessible(olu, "a check without a network");
    await olu.context().setOffline(false);
    await expect(olu.getByText("The server does not answer")).toBeHidden();
  });

  await test.step("from one computer the whole room is tried at once", async () => {
    await good.page.getByRole("button", { name: "Try 4 seats at once" }).click();
    await expect(good.page.getByRole("list", { name: "What the full room came to" })).toBeVisible({ timeout: 60_000 });
    await expect(
      olu.getByRole("list", { name: "Trials of the full room" }).getByText(/4 seats from PC 1/),
    ).toBeVisible();
  });

  await test.step("one that came in by the learner's door is closed in the middle, and is named as not finished", async () => {
    const { page } = await person(browser, hall);
    await page.goto("/learner");
    await page.getByLabel("Code from the invigilator").fill(code.toLowerCase());
    await page.getByRole("button", { name: "Carry on here" }).click();
    await expect(page.getByLabel("Code of the check")).toHaveValue(code);
    await awake(page);
    await page.route("**/ready/seats", () => {});
    await page.getByLabel("Name of this computer").fill("PC 3");
    await page.getByRole("button", { name: "Begin" }).click();
    await expect(row("PC 3").getByText("Saving answers")).toBeVisible({ timeout: 60_000 });
    await accessible(page, "a computer that is being checked");
    await page.close();
    await hall.moveClock(31_000);
    await expect(row("PC 3").getByText("Not finished")).toBeVisible();
    await expect(olu.getByText("Not finished: PC 3.")).toBeVisible();
  });

  await test.step("the check ends: its verdict stays with the room, and its code opens nothing any more", async () => {
    await olu.getByRole("button", { name: "End the check" }).click();
    await olu.getByRole("dialog").getByRole("button", { name: "End the check" }).click();
    await expect(olu.getByText(/, by Olu/).last()).toBeVisible();
    await accessible(olu, "a check that has ended");
    await olu.getByRole("link", { name: "Readiness", exact: true }).click();
    const history = olu.getByRole("table", { name: "Checks of this room" });
    await expect(history.getByRole("cell", { name: /1 of 3 computers passed; 10 learners are booked/ })).toBeVisible();
    await accessible(olu, "the checks of a room");
    await olu.goto("/sittings");
    await expect(olu.getByRole("link", { name: /^Checked today \d\d:\d\d: failed/ })).toBeVisible();
    await good.page.getByRole("button", { name: "Check again" }).click();
    await expect(title(good.page)).toHaveText("This check is over");
    await good.page.getByRole("button", { name: "Done with this computer" }).click();
    await good.page.getByLabel("Code of the check").fill(code);
    await good.page.getByRole("button", { name: "Begin" }).click();
    await expect(good.page.getByText(/That code opens no readiness check/)).toBeVisible();
    await accessible(good.page, "a code that opens nothing");
  });
});

const title = (page: Page) => page.getByRole("heading", { level: 1 });

async function startCheck(page: Page, seats: number): Promise<string> {
  await page.goto("/sittings");
  await page
    .getByRole("listitem")
    .filter({ hasText: "Room 12" })
    .getByRole("link", { name: /^Room not checked yet/ })
    .click();
  await expect(page.getByText("This room has not been checked yet")).toBeVisible();
  await accessible(page, "a room that was never checked");
  await page.getByLabel("Seats in the full room").fill(String(seats));
  await page.getByRole("button", { name: "Start a check" }).click();
  await expect(page.getByText("No computer has come in yet")).toBeVisible();
  await accessible(page, "a check that has begun");
  return (await page.locator("dd", { hasText: /^[34679CDFGHJKMNPQRTVWXY]{5}$/ }).textContent()) ?? "";
}

type Coming = {
  readonly code: string;
  readonly name: string;
  readonly prepare?: (context: BrowserContext) => Promise<void>;
  /** How far its own clock is wrong, in milliseconds. */
  readonly clock?: number;
  /** What its keyboard makes of the line. */
  readonly typed?: string;
};

/** Somebody opens the address at a computer and types what is asked. */
async function comesIn(browser: Browser, hall: Hall, coming: Coming) {
  const { code, name, prepare, clock = 0, typed = lineToType } = coming;
  const computer = await person(browser, hall);
  const { page, context } = computer;
  await prepare?.(context);
  await page.goto("/ready");
  await awake(page);
  if (clock !== 0) await setComputerClock(page, clock);
  await accessible(page, "the door of a check");
  await page.getByLabel("Code of the check").fill(code);
  await page.getByLabel("Name of this computer").fill(name);
  await page.getByLabel("Type the line below").fill(typed);
  await page.getByRole("button", { name: "Begin" }).click();
  return computer;
}
