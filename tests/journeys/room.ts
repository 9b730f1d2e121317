import { type Browser, expect, type Page } from "@playwright/test";
import { type Hall, person, type Slip, signInStaff } from "./hall.ts";
import { sitDown } from "./learner.ts";

/** What an invigilator does at the board. */

export async function watchRoom(browser: Browser, hall: Hall, who: string, room = "Room 12") {
  const invigilator = await person(browser, hall);
  await signInStaff(invigilator.page, who);
  await openRoom(invigilator.page, room);
  return invigilator;
}

export async function openRoom(page: Page, room = "Room 12") {
  await page.goto("/sittings");
  await page.getByRole("listitem").filter({ hasText: room }).getByRole("link").first().click();
  await expect(page.getByRole("list", { name: "Seats" })).toBeVisible();
  await expect(page.getByText("Live", { exact: true })).toBeVisible();
}

/** Presses a button for the whole room and confirms what it asks. */
export async function wholeRoom(
  page: Page,
  { button, confirm }: { button: string | RegExp; confirm: string | RegExp },
) {
  await page.getByRole("button", { name: button }).click();
  await page.getByRole("dialog").getByRole("button", { name: confirm }).click();
  await expect(page.getByRole("dialog")).toBeHidden();
}

export const seatOf = (page: Page, { name }: Pick<Slip, "name">) =>
  page.getByRole("list", { name: "Seats" }).getByRole("listitem").filter({ hasText: name });

/** Opens what may be done at one seat. */
export async function openSeat(page: Page, slip: Slip) {
  await seatOf(page, slip).getByRole("link").click();
  const panel = page.getByRole("complementary", { name: slip.name });
  await expect(panel).toBeVisible();
  return panel;
}

export async function openSitting(page: Page) {
  await wholeRoom(page, { button: "Open the sitting", confirm: "Open the sitting" });
}

/** Everybody who is here and ready begins. */
export async function admitAndStart(page: Page, learners: number) {
  await wholeRoom(page, { button: `Admit everyone here (${learners})`, confirm: "Admit them" });
  await wholeRoom(page, { button: `Start all (${learners} ready)`, confirm: `Start ${learners} now` });
}

/** Learners at their seats with the test before them, and the board that started them. */
export async function startedRoom(browser: Browser, hall: Hall, seats = 1) {
  const slips = (await hall.slips()).slice(0, seats);
  const invigilator = await watchRoom(browser, hall, "Ines");
  await openSitting(invigilator.page);
  const learners = [];
  for (const slip of slips) {
    const learner = await person(browser, hall);
    await sitDown(learner.page, slip);
    learners.push({ ...learner, slip });
  }
  await admitAndStart(invigilator.page, seats);
  for (const { page } of learners) await expect(page.getByRole("heading", { name: /^Question 1 of / })).toBeVisible();
  return { invigilator, learners };
}
