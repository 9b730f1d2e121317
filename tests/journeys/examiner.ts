import { type Browser, expect, type Page } from "@playwright/test";
import type { WorkedResponse } from "../../app/exam/item/item.ts";
import { tabTo } from "./by-keys.ts";
import { accessible, type Hall, person, picture, signInStaff } from "./hall.ts";
import type { Question } from "./paper.ts";

/** What an examiner does at the marking desk, by keyboard alone. */

export async function examiner(browser: Browser, hall: Hall, who: string) {
  const one = await person(browser, hall);
  await measureNextResponses(one.page);
  await signInStaff(one.page, who);
  return one;
}

export const responseOn = (page: Page) => page.getByRole("region", { name: "Response" });

/** The response in sight, or nothing when there is none; in one look, as the last one may go between two. */
export const shownResponse = async (page: Page) => (await responseOn(page).allInnerTexts()).join("");

/** The keys that give the mark of a worked response: the points it earns, or the mark in its level. */
export async function markAs({ page }: { readonly page: Page }, { item }: Question, response: WorkedResponse) {
  if (item.scheme?.kind !== "points") return page.keyboard.press(String(response.marks));
  const keys = response.points.map(
    (id) => 1 + (item.scheme?.kind === "points" ? item.scheme.points : []).findIndex((point) => point.id === id),
  );
  for (const key of keys.length === 0 ? [0] : keys) await page.keyboard.press(String(key));
}

/** The worked response that the response on the desk repeats. */
export async function recognise(page: Page, { item }: Question): Promise<WorkedResponse> {
  const shown = plain(await responseOn(page).innerText());
  const given = item.worked.filter(({ response }) => Object.values(response).flat().length > 0);
  const found = given.find(({ response }) =>
    Object.values(response)
      .flat()
      .every((text) => shown.includes(plain(text))),
  );
  if (found === undefined) throw new Error(`Nobody wrote this for ${item.id}: ${shown}`);
  return found;
}

const plain = (text: string) => text.replaceAll(/\s+/g, " ").trim();

declare global {
  interface Window {
    nextResponses?: number[];
  }
}

/** Times in the page from the press of Enter until another response is painted, whatever the desk itself measures. */
async function measureNextResponses(page: Page) {
  await page.addInitScript(() => {
    window.nextResponses = [];
    const shown = () =>
      [...document.querySelectorAll("main h2")]
        .find((heading) => heading.textContent === "Response")
        ?.closest("section")?.textContent ?? null;
    document.addEventListener(
      "keydown",
      ({ key }) => {
        const before = shown();
        if (key !== "Enter" || before === null) return;
        const pressed = performance.now();
        const watch = new MutationObserver(() => {
          const now = shown();
          if (now === before) return;
          watch.disconnect();
          // That was the last one of this question.
          if (now === null) return;
          requestAnimationFrame(() => setTimeout(() => window.nextResponses?.push(performance.now() - pressed)));
        });
        watch.observe(document.body, { childList: true, subtree: true, characterData: true });
      },
      true,
    );
  });
}

/** Milliseconds each, in order of size. */
export const nextResponses = (page: Page): Promise<readonly number[]> =>
  page.evaluate(() => (window.nextResponses ?? []).toSorted((a, b) => a - b));

export const median = (sorted: readonly number[]) => sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;

/** Expects the page to have nothing more to mark. */
export const expectNothingToMark = (page: Page) =>
  expect(page.getByText("Nothing to mark", { exact: true })).toBeVisible();

/** Everything by keys: the first decision is taken back and made again, and one response goes to a senior examiner. */
export async function markAll({ page }: { readonly page: Page }, questions: readonly Question[]) {
  let undone = false;
  let sent: { readonly question: Question } | null = null;
  await page.goto("/marking");
  await accessible(page, "marking");
  const links = page.getByRole("table", { name: "Questions with responses to mark" }).getByRole("link");
  while ((await links.count()) > 0) {
    const words = (await links.first().textContent()) ?? "";
    const question = questions.find(({ item }) => words.endsWith(item.title));
    if (question === undefined) throw new Error(`Nobody was asked this: ${words}.`);
    const { title } = question.item;
    await tabTo(page, links.first());
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
    await expect(responseOn(page)).toBeVisible();
    if (!undone) await accessible(page, "marking desk");
    while (await responseOn(page).isVisible()) {
      const before = await responseOn(page).innerText();
      const found = await recognise(page, question);
      if (undone && sent === null && question.item.scheme?.kind === "levels") {
        sent = { question };
        await sendToSenior(page);
      } else {
        await markAs({ page }, question, found);
        await page.keyboard.press("Enter");
      }
      await expect.poll(() => shownResponse(page)).not.toBe(before);
      if (!undone) {
        undone = true;
        await page.keyboard.press("u");
        await expect.poll(() => shownResponse(page)).toBe(before);
        await picture(page, "a mark taken back");
        // It comes back with its marks, so that a slip is put right with one key.
        await page.keyboard.press("Enter");
        await expect.poll(() => shownResponse(page)).not.toBe(before);
      }
    }
    await page.keyboard.press("p");
    await expect(page.getByRole("heading", { level: 1, name: "Marking", exact: true })).toBeVisible();
  }
  const sorted = await nextResponses(page);
  console.log(
    `From Enter to the next response, in ms: ${sorted.map(Math.round).join(", ")}; median ${Math.round(median(sorted))}.`,
  );
  expect(median(sorted)).toBeLessThanOrEqual(100);
  if (sent === null) throw new Error("No response was sent to a senior examiner.");
  return sent;
}

async function sendToSenior(page: Page) {
  await page.keyboard.press("n");
  const dialog = page.getByRole("dialog");
  await expect(dialog).toBeVisible();
  await accessible(page, "not sure");
  await tabTo(page, dialog.getByRole("radio").first());
  await page.keyboard.press("Space");
  await tabTo(page, dialog.getByLabel("What should they know?"));
  await page.keyboard.type("Level 2 or level 3?");
  await tabTo(page, dialog.getByRole("button", { name: "Send to a senior examiner" }));
  await page.keyboard.press("Enter");
  await expect(dialog).toBeHidden();
}
