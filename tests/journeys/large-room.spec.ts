import type { Page } from "@playwright/test";
import { comeIn, cutLine } from "../load/hall/busy-hall.ts";
import { fillHall } from "../load/hall/seats.ts";
import { tabTo } from "./by-keys.ts";
import { accessible, expect, type Hall, person, picture, test } from "./hall.ts";

/** More learners than are in the page at once, all at work, and an invigilator before the board. */
async function largeRoom(hall: Hall, page: Page, learners: number) {
  const { seats, items, sittings, invigilator } = await fillHall(hall.environment.DATABASE_URL, {
    learners,
    perSitting: learners,
    phase: "running",
  });
  const room = await comeIn({ url: hall.url, seats, items });
  const [name = "", value = ""] = invigilator.split("=");
  await page.context().addCookies([{ name, value, url: hall.url }]);
  await page.goto(`/sittings/${sittings[0]}`);
  await expect(page.getByText("Live", { exact: true })).toBeVisible();
  return {
    loseLine(seat: number) {
      const learner = room.learners.find(({ attempt }) => attempt === seats[seat - 1]?.attempt);
      if (learner !== undefined) cutLine(learner);
    },
    leave: room.leave,
  };
}

const list = (page: Page) => page.getByRole("list", { name: "Seats" });
const seat = (page: Page, number: number) =>
  page.getByRole("link", { name: `Seat ${number}: Learner ${number}`, exact: true });
const first = (page: Page) => list(page).getByRole("listitem").first();
const count = (page: Page, words: string) => page.getByRole("button", { name: new RegExp(`^\\d+\\s*${words}$`) });

test("in a room of two hundred whoever needs help is seen first, and the keyboard reaches everybody", async ({
  browser,
  hall,
}) => {
  const { page, complaints } = await person(browser, hall);
  const room = await largeRoom(hall, page, 200);

  await test.step("everybody works; only what is near the screen is in the page, and it says so", async () => {
    await expect(count(page, "Running")).toHaveText(/^200/);
    await expect(count(page, "Problems")).toHaveText(/^0/);
    expect(await list(page).getByRole("listitem").count()).toBeLessThan(200);
    await expect(first(page)).toHaveAttribute("aria-setsize", "200");
    await accessible(page, "board of two hundred");
  });

  await test.step("a learner at the far end who loses the line stands first, is counted and said", async () => {
    room.loseLine(187);
    await expect(first(page)).toContainText("Learner 187");
    await expect(first(page)).toContainText("Connection lost");
    await expect(count(page, "Problems")).toHaveText(/^1/);
    await expect(page.getByText("Connection lost: seat 187, Learner 187.")).toBeAttached();
  });

  await test.step("by keyboard: one stop for the list, arrows through it, and the last seat comes into view", async () => {
    await tabTo(page, seat(page, 187));
    await page.keyboard.press("ArrowRight");
    await expect(seat(page, 1)).toBeFocused();
    await page.keyboard.press("End");
    await expect(seat(page, 200)).toBeFocused();
    await expect(seat(page, 200)).toBeInViewport();
    await expect(seat(page, 199)).toBeInViewport();
    await picture(page, "end of a board of two hundred");
  });

  await test.step("the focus stays with the learner while others overtake and when they come first themselves", async () => {
    for (const one of [150, 151, 152]) room.loseLine(one);
    await expect(count(page, "Problems")).toHaveText(/^4/);
    await expect(seat(page, 200)).toBeFocused();
    room.loseLine(200);
    await expect(count(page, "Problems")).toHaveText(/^5/);
    await expect(seat(page, 200)).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { name: "200 Learner 200" })).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(seat(page, 200)).toBeFocused();
  });

  await test.step("as a list it knows how long it is, and a search finds one of them", async () => {
    await page.getByText("List", { exact: true }).click();
    await expect(page.getByRole("table", { name: "Seats" })).toHaveAttribute("aria-rowcount", "201");
    await accessible(page, "board of two hundred as a list");
    await page.getByRole("searchbox").fill("learner 77");
    await expect(page.getByRole("row").filter({ hasText: "Learner 77" })).toHaveCount(1);
    await page.getByRole("searchbox").fill("");
    await page.getByText("Cards", { exact: true }).click();
  });

  await test.step("the whole room is put on one page for whoever prints it or looks for words in it", async () => {
    await page.getByRole("link", { name: "All 200 seats on one page" }).click();
    await expect(list(page).getByRole("listitem")).toHaveCount(200);
  });
  room.leave();
  expect(complaints).toEqual([]);
});
