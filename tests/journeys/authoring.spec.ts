import type { Page } from "@playwright/test";
import { demonstrationPeople } from "../../app/platform/demonstration.ts";
import { accessible, awake, expect, type Hall, person, signInStaff, test } from "./hall.ts";

/** Another item writer, who signs in as the first one does. */
const reviewer = { email: "noor@examhall.example", name: "Noor Reader" };

async function addReviewer(hall: Hall) {
  await hall.query(
    `INSERT INTO staff (id, email, name, "passwordHash")
     SELECT gen_random_uuid(), $1, $2, "passwordHash" FROM staff WHERE email = 'wen@examhall.example'`,
    [reviewer.email, reviewer.name],
  );
  await hall.query(
    `INSERT INTO staff_roles (id, "staffId", role) SELECT gen_random_uuid(), id, 'item-writer' FROM staff WHERE email = $1`,
    [reviewer.email],
  );
}

/** A working copy of an item of the bank, as "Edit" on its page makes it. */
async function beginDraft(hall: Hall, itemId: string): Promise<string> {
  const [made] = await hall.query<{ id: string }>(
    `INSERT INTO item_drafts (id, "unitId", "itemId", title, "maxMark", content, revision, state, "baseId",
                              "madeById", "madeAt", "changedById", "changedAt")
     SELECT gen_random_uuid(), c."componentId", v."itemId", v.content->>'title', (v.content->>'maxMark')::int, v.content, 1,
            'draft', v.id, s.id, now(), s.id, now()
     FROM item_versions v JOIN component_items c ON c."itemId" = v."itemId", staff s
     WHERE v."itemId" = $1 AND s.email = 'wen@examhall.example' RETURNING id`,
    [itemId],
  );
  if (made === undefined) throw new Error(`The bank has no item ${itemId}.`);
  await hall.query(
    `INSERT INTO item_draft_writers ("draftId", "staffId", "firstAt", "lastAt")
     SELECT $1::uuid, id, now(), now() FROM staff WHERE email = 'wen@examhall.example'`,
    [made.id],
  );
  return made.id;
}

async function signInReviewer(page: Page) {
  const wen = demonstrationPeople.find(({ email }) => email.startsWith("wen@"));
  await page.goto("/sign-in");
  await page.getByLabel("E-mail").fill(reviewer.email);
  await page.getByLabel("Password").fill(wen?.password ?? "");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).not.toHaveURL(/sign-in/);
}

const saved = (page: Page) => expect(page.getByText(/^Saved \d\d:\d\d:\d\d$/)).toBeVisible();
const confirm = (page: Page, name: string) => page.getByRole("dialog").getByRole("button", { name }).click();

test("an item is changed by keyboard, saved by itself, reviewed by somebody else, and published", async ({
  browser,
  hall,
}) => {
  test.setTimeout(300_000);
  await addReviewer(hall);
  const draft = await beginDraft(hall, "CSE-007");
  const [writer, other] = [await person(browser, hall), await person(browser, hall)];
  const { page } = writer;
  await signInStaff(page, "Wen");
  await page.goto(`/bank/item-drafts/${draft}`);
  await awake(page);

  // A choice more, by Enter; moved by Alt and an arrow key; seen in the preview.
  await page.getByRole("textbox", { name: "Choice E", exact: true }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("textbox", { name: "Choice F", exact: true })).toBeFocused();
  await page.keyboard.type("To sell more in other countries");
  await page.keyboard.press("Alt+ArrowUp");
  await expect(page.getByRole("textbox", { name: "Choice F", exact: true })).toBeFocused();
  const preview = page.frameLocator("iframe");
  await expect(preview.getByText("To sell more in other countries")).toBeVisible();
  await saved(page);
  await accessible(page, "Editor of an item");

  // The question, typed into its rich text; undone; typed again; and still there after a reload.
  const question = page.getByRole("textbox", { name: "Question", exact: true });
  await question.focus();
  await page.keyboard.press("Control+End");
  await page.keyboard.type(" Think of a charity.");
  await expect(preview.getByText("Think of a charity.")).toBeVisible();
  await page.keyboard.press("Control+z");
  await expect(preview.getByText("Think of a charity.")).toBeHidden();
  await page.keyboard.press("Control+Shift+z");
  await expect(preview.getByText("Think of a charity.")).toBeVisible();
  await saved(page);
  await page.reload();
  await expect(page.getByRole("textbox", { name: "Question", exact: true })).toContainText("Think of a charity.");

  // What was answered in the preview becomes a worked response, marked at once.
  await preview.getByRole("checkbox", { name: "To support the local community" }).check();
  await page.getByRole("button", { name: "From the preview", exact: true }).click();
  await expect(page.getByText("Gives 1, as expected").first()).toBeVisible();
  await page.getByRole("textbox", { name: "Why" }).last().fill("One of the two aims.");
  await saved(page);

  // Sent to somebody who wrote none of it, and returned with words.
  await page.getByRole("button", { name: "Send to review" }).click();
  await confirm(page, "Send to review");
  await expect(page.getByText("In review")).toBeVisible();
  const reading = other.page;
  await signInReviewer(reading);
  await reading.goto(`/bank/item-drafts/${draft}`);
  await accessible(reading, "Draft in review");
  await reading.getByRole("button", { name: "Return to the writer" }).click();
  await reading.getByLabel("What is to be done").fill("Name the charity.");
  await confirm(reading, "Return it");
  await expect(reading.getByRole("button", { name: "Send to review" })).toBeVisible();

  // Both have it open now, and are told so.
  await page.reload();
  await awake(page);
  await expect(page.getByText(/Noor Reader .* also has this draft open/)).toBeVisible();
  await page.getByLabel("Comments (0)").check({ force: true });
  await expect(page.getByText("“Name the charity.”")).toBeVisible();
  await page.getByLabel("Title").fill("Aims of a charity");
  await saved(page);
  await page.getByRole("button", { name: "Send to review" }).click();
  await confirm(page, "Send to review");
  await expect(page.getByText("In review")).toBeVisible();

  await reading.reload();
  await awake(reading);
  await reading.getByRole("button", { name: "Approve" }).click();
  await confirm(reading, "Approve");
  await expect(reading.getByText("Approved", { exact: true })).toBeVisible();
  await reading.getByRole("button", { name: "Publish" }).click();
  await confirm(reading, "Publish");
  await expect(reading.getByRole("heading", { level: 1 })).toContainText("Aims of a charity");
  expect(writer.complaints).toEqual([]);
});

test("of two who write at once, the second keeps their text and chooses", async ({ browser, hall }) => {
  await addReviewer(hall);
  const draft = await beginDraft(hall, "CSE-010");
  const [first, second] = [await person(browser, hall), await person(browser, hall)];
  await signInStaff(first.page, "Wen");
  await signInReviewer(second.page);
  for (const { page } of [first, second]) {
    await page.goto(`/bank/item-drafts/${draft}`);
    await expect(page.getByRole("textbox", { name: "Question", exact: true })).toBeVisible();
  }
  // Offline for a moment, so that both have something to save.
  await second.context.setOffline(true);
  await second.page.getByLabel("Title").fill("The second title");
  await expect(second.page.getByText("Not saved yet, still trying")).toBeVisible();
  // A remark is sent, not kept like the item; without an answer it stays where it was written, and so does the item.
  await second.page.getByLabel("Comments (0)").check({ force: true });
  await second.page.getByLabel("New comment").fill("Said while the network was away.");
  await second.page.getByRole("button", { name: "Comment", exact: true }).click();
  await expect(second.page.getByText(/^The server did not answer/)).toBeVisible();
  await accessible(second.page, "a comment that got no answer");
  await expect(second.page.getByLabel("New comment")).toHaveValue("Said while the network was away.");
  await expect(second.page.getByLabel("Title")).toHaveValue("The second title");
  await first.page.getByLabel("Title").fill("The first title");
  await saved(first.page);
  await second.context.setOffline(false);
  const told = second.page.getByText(/Wen Writer saved this draft at .*, after you had opened it/);
  await expect(told).toBeVisible({ timeout: 20_000 });
  await expect(second.page.getByRole("cell", { name: "The first title" })).toBeVisible();
  await second.page.getByRole("button", { name: "Keep mine" }).click();
  await saved(second.page);
  const [stored] = await hall.query<{ title: string }>(`SELECT title FROM item_drafts WHERE id = $1`, [draft]);
  expect(stored?.title).toBe("The second title");
});

test("the network goes before the tools for writing have come: the page stands, the rest is written, and they come by themselves", async ({
  browser,
  hall,
}) => {
  const draft = await beginDraft(hall, "CSE-010");
  const { page, context } = await person(browser, hall);
  await signInStaff(page, "Wen");
  await context.route(/\/assets\/rich-editor-/, (route) => route.abort());
  await page.goto(`/bank/item-drafts/${draft}`);
  await expect(page.getByText("There is no connection to fetch the tools for writing.").first()).toBeVisible();
  await accessible(page, "Editor whose tools have not come");
  await page.getByLabel("Title").fill("Written without the tools");
  await saved(page);
  await context.unroute(/\/assets\/rich-editor-/);
  await expect(page.getByRole("textbox", { name: "Question", exact: true })).toBeVisible();
  await expect(page.getByText("There is no connection to fetch the tools for writing.")).toHaveCount(0);
  await expect(page.getByLabel("Title")).toHaveValue("Written without the tools");
});
