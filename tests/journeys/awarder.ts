import { expect, type Page } from "@playwright/test";
import { accessible, type Hall, type Slip } from "./hall.ts";
import { learnerOf, signInLearner } from "./learner.ts";

const boundaries = { pass: 24, merit: 35, distinction: 46 };

/** Points slide in proportion between two boundaries and are cut down; below Pass and from Distinction on they stand. */
export function gradeOf(raw: number) {
  const { pass, merit, distinction } = boundaries;
  const slide = (from: number, to: number) => Math.floor((8 * (raw - from)) / (to - from));
  if (raw >= distinction) return { name: "Distinction", points: 32 };
  if (raw >= merit) return { name: "Merit", points: 24 + slide(merit, distinction) };
  if (raw >= pass) return { name: "Pass", points: 16 + slide(pass, merit) };
  return { name: "Unclassified", points: 0 };
}

/** Sets the first boundaries of a form with two candidates, and lets their results out. */
export async function award(page: Page, { rawA, rawB }: { readonly rawA: number; readonly rawB: number }) {
  await expect(page.getByText("Results wait until the form has boundaries.")).toBeVisible();
  await page.getByLabel("Pass", { exact: true }).fill(String(boundaries.pass));
  await page.getByLabel("Distinction", { exact: true }).fill(String(boundaries.distinction));
  await page.getByLabel("Merit", { exact: true }).fill(String(boundaries.merit));
  await page.getByText("Everybody", { exact: true }).click();
  for (const raw of [rawA, rawB]) {
    const row = page.getByRole("row").filter({ has: page.getByRole("cell", { name: String(raw), exact: true }) });
    await expect(row.filter({ hasText: gradeOf(raw).name }).first()).toBeVisible();
  }
  await accessible(page, "boundaries drafted");
  await page.getByLabel("Reason").fill("Set by judgement on the first sitting.");
  await page.getByRole("button", { name: "Save as version 1" }).click();
  await expect(page.getByText("Version 1 of the boundaries is in force.")).toBeVisible();
  await page.getByRole("button", { name: "Release 2 results" }).click();
  await accessible(page, "asked whether to release");
  await page.getByRole("dialog").getByRole("button", { name: "Release", exact: true }).click();
  await expect(page.getByText("Released: 2 results.")).toBeVisible();
}

type Expected = { readonly code: string; readonly raw: number; readonly of: number };

/** The learner signs in again, as weeks later, and reads the result. */
export async function expectResult(page: Page, slip: Slip, { code, raw, of }: Expected) {
  await page.getByRole("button", { name: "Sign out of this computer" }).click();
  // The computer forgets the test first, and only then leaves the page.
  await expect(page).toHaveURL(/\/$/);
  await signInLearner(page, slip);
  const opening = page.waitForEvent("popup");
  await page.getByRole("link", { name: "Where your result is" }).click();
  const result = await opening;
  await expect(result.getByRole("heading", { name: "Your result" })).toBeVisible();
  const main = result.getByRole("main");
  await expect(main).toContainText(gradeOf(raw).name);
  await expect(main).toContainText(`${raw} of ${of}`);
  await expect(main).toContainText(`form ${code}`);
  await expect(main).toContainText(String(gradeOf(raw).points));
  const areas = await result
    .getByRole("table", { name: "Your marks by topic" })
    .getByText(/^\d+ of \d+$/)
    .allInnerTexts();
  expect(areas.reduce((total, words) => total + Number.parseInt(words, 10), 0)).toBe(raw);
  await accessible(result, "the learner's result");
}

export async function bookResit(page: Page, hall: Hall, slip: Slip) {
  const { learner } = await learnerOf(hall, slip);
  await page.goto(`/entries/new?learner=${learner}`);
  await accessible(page, "booking a resit");
  await page.getByRole("button", { name: "Book", exact: false }).last().click();
  await expect(page.getByText(`${slip.name} is booked`)).toBeVisible();
  await accessible(page, "a booked learner");
}
