import { type Browser, expect, type Page } from "@playwright/test";
import type { WorkedResponse } from "../../app/exam/item/item.ts";
import { type Hall, person, signInStaff } from "./hall.ts";
import type { Question } from "./paper.ts";

/** What an examiner does at the marking desk, by keyboard alone. */

export async function examiner(browser: Browser, hall: Hall, who: string) {
  const one = await person(browser, hall);
  await measureNextResponses(one.page);
  await signInStaff(one.page, who);
  return one;
}

export const responseOn = (page: Page) => page.getByRole("region", { name: "Response" });

/** The response in sight, or nothing when there is none. */
export const shownResponse = async (page: Page) =>
  (await responseOn(page).isVisible()) ? responseOn(page).innerText() : "";

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
