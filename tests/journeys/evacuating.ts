import { expect, type Page } from "@playwright/test";

/** Milliseconds from the press to the last blank screen. */
export const blankWithin = 2_000;

export const blank = (page: Page) => page.getByRole("heading", { name: "Leave the room now" });

/** How many milliseconds after the press the last of these screens went blank. */
export async function blankedAfter(pages: readonly Page[], press: () => Promise<void>): Promise<number> {
  for (const page of pages) await noteBlank(page);
  const pressed = Date.now();
  await press();
  for (const page of pages) await expect(blank(page)).toBeVisible();
  const times = await Promise.all(pages.map((page) => page.evaluate(() => window.blankAt)));
  return Math.max(...times.map((at = Number.POSITIVE_INFINITY) => at - pressed));
}

declare global {
  interface Window {
    blankAt?: number;
  }
}

/** Has the page note when it goes blank: how long a look from outside takes on a busy machine says nothing about the screen. */
const noteBlank = (page: Page) =>
  page.evaluate(() => {
    const watch = new MutationObserver(() => {
      const [title] = document.querySelectorAll("h1");
      if (title?.textContent !== "Leave the room now") return;
      watch.disconnect();
      window.blankAt = performance.timeOrigin + performance.now();
    });
    watch.observe(document, { childList: true, subtree: true, characterData: true });
  });
