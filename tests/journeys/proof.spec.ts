import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";
import type { Page } from "@playwright/test";
import { answer } from "./answering.ts";
import { accessible, expect, type Hall, person, signInStaff, test } from "./hall.ts";
import { attemptOf, closed, expectSafe, goTo, submit } from "./learner.ts";
import { paper, worked } from "./paper.ts";
import { startedRoom } from "./room.ts";

const root = path.resolve(import.meta.dirname, "../..");

/** The command line, as whoever looks after the database has it. Exit code and what it says as JSON. */
async function examhall(hall: Hall, ...args: readonly string[]) {
  const command = [path.join(root, "build/node/cli.js"), ...args, "--json"];
  const options = { cwd: root, env: { ...process.env, ...hall.environment } };
  try {
    const { stdout } = await promisify(execFile)(process.execPath, command, options);
    return { code: 0, said: JSON.parse(stdout) };
  } catch (error) {
    const { code, stdout } = error as { code: number; stdout: string };
    return { code, said: JSON.parse(stdout) };
  }
}

const slider = (page: Page) => page.getByRole("slider", { name: "Moment" });
const stage = (page: Page) => page.getByRole("region", { name: "The learner's screen" });

/** By keyboard, until what is shown has happened. */
async function stepTo(page: Page, what: RegExp) {
  const list = page.getByRole("list", { name: "What happened, in order" });
  await slider(page).focus();
  for (let steps = 0; steps < 80; steps += 1) {
    if (what.test((await list.locator("[aria-current]").innerText()) ?? "")) return;
    await page.keyboard.press("Shift+ArrowRight");
  }
  throw new Error(`Nothing that happened is like ${what}.`);
}

test("a learner's receipt can be checked by anybody, and one changed byte in the database is found and named", async ({
  browser,
  hall,
}) => {
  const { learners } = await startedRoom(browser, hall);
  const [learner] = learners;
  if (!learner) throw new Error("Nobody sits down.");
  const { page, slip } = learner;
  const { id, code: form } = await attemptOf(hall, slip);
  const [question] = paper(form).filter(({ item }) => item.marking === "person");
  if (!question) throw new Error("No question of the form is open.");
  await goTo(page, question.number);
  await answer(page, question, worked(question, "full").response);
  await expectSafe(page, 1);
  await submit(page);
  const { receipt } = await closed(hall, slip);

  const opening = page.waitForEvent("popup");
  await page.getByRole("link", { name: "Print or save your receipt" }).click();
  const printed = await opening;
  await expect(printed.getByRole("heading", { name: `Receipt ${receipt}` })).toBeVisible();
  await expect(printed.getByText("This receipt is ours")).toBeVisible();
  await expect(printed.getByRole("main")).not.toContainText(slip.candidateNumber);
  await expect(page.getByText(receipt, { exact: true })).toBeVisible();

  const stranger = await person(browser, hall);
  await stranger.page.goto("/receipt");
  await accessible(stranger.page, "checking a receipt");
  await stranger.page.getByLabel("Code of the receipt").fill("ABCD EFGH JKMN");
  await stranger.page.getByRole("button", { name: "Check" }).click();
  await expect(stranger.page.getByText("No receipt has that code.")).toBeVisible();
  await accessible(stranger.page, "a receipt that is not there");
  await stranger.page.getByLabel("Code of the receipt").fill(receipt.toLowerCase().replaceAll("-", " "));
  await stranger.page.getByRole("button", { name: "Check" }).click();
  await expect(stranger.page.getByText("1 of ")).toBeVisible();
  await accessible(stranger.page, "a receipt");
  const saved = stranger.page.waitForEvent("download");
  await stranger.page.getByRole("link", { name: "Save the signed receipt" }).click();
  const file = await (await saved).path();
  const key = await stranger.page.request.get("/receipt/key");
  expect(await key.text()).toContain("BEGIN PUBLIC KEY");
  expect(await examhall(hall, "receipt", "verify", file)).toMatchObject({
    code: 0,
    said: { sound: true, code: receipt },
  });

  expect(await examhall(hall, "receipt", "verify", receipt)).toMatchObject({
    code: 0,
    said: { sound: true, attempt: id },
  });
  expect(await examhall(hall, "journal", "verify", "--attempt", id)).toMatchObject({ code: 0, said: { faulty: [] } });
  const [row] = await hall.query<{ position: number }>(
    `SELECT position FROM journal WHERE "attemptId" = $1 AND entry->>'kind' = 'answer' ORDER BY position DESC LIMIT 1`,
    [id],
  );
  await hall.query("ALTER TABLE journal DISABLE TRIGGER append_only");
  await hall.query(
    `UPDATE journal SET entry = jsonb_set(entry::jsonb, '{response,RESPONSE,0}', to_jsonb('X' || substr(entry->'response'->'RESPONSE'->>0, 2)))::json
     WHERE "attemptId" = $1 AND position = $2`,
    [id, row?.position],
  );
  await hall.query("ALTER TABLE journal ENABLE TRIGGER append_only");
  const found = await examhall(hall, "journal", "verify", "--all");
  expect(found.code).toBe(1);
  expect(found.said.faulty).toHaveLength(1);
  expect(found.said.faulty[0]).toMatchObject({ attempt: id, candidateNumber: slip.candidateNumber });
  expect(found.said.faulty[0].faults).toContainEqual(
    expect.objectContaining({ part: "journal", what: "altered", position: row?.position }),
  );
});

test("an appeal is answered from the replay: by keyboard, each moment shows what the learner had then", async ({
  browser,
  hall,
}) => {
  const { invigilator, learners } = await startedRoom(browser, hall);
  const [learner] = learners;
  if (!learner) throw new Error("Nobody sits down.");
  const { page, slip } = learner;
  const { id, code: form, sitting } = await attemptOf(hall, slip);
  const [question] = paper(form).filter(({ interactions }) => interactions[0]?.type === "extended-text");
  if (!question) throw new Error("No question of the form asks for longer text.");
  await goTo(page, question.number);
  const box = page.getByRole("main").getByRole("textbox").first();
  await box.fill("The first thought");
  await expectSafe(page, 1);
  await box.fill("A better thought");
  await expect(page.getByText(/^1 of 1 safe/)).toBeVisible();
  await page.getByRole("button", { name: /^Flag for review/ }).click();
  await submit(page);
  await expect(invigilator.page.getByRole("heading", { level: 1 })).toBeVisible();

  const ada = await person(browser, hall);
  await signInStaff(ada.page, "Ada");
  await ada.page.getByRole("link", { name: "Replay" }).click();
  await ada.page.getByLabel("Which test").fill((await closed(hall, slip)).receipt);
  await ada.page.getByRole("button", { name: "Find" }).click();
  await expect(ada.page.getByText("The first thought")).toHaveCount(0);
  await accessible(ada.page, "asking why a replay is opened");
  await ada.page.getByLabel("Reason").fill("Appeal 17: the first answer was better");
  await ada.page.getByRole("button", { name: "Open the replay" }).click();
  await expect(stage(ada.page)).toBeVisible();
  await expect(ada.page.getByRole("main")).not.toContainText(slip.name);

  await stepTo(ada.page, new RegExp(`Answered question ${question.number}\\s+The first thought`));
  await expect(stage(ada.page).getByRole("textbox").first()).toHaveValue("The first thought");
  await expect(slider(ada.page)).toHaveAttribute("aria-valuetext", new RegExp(`left, question ${question.number}$`));
  await accessible(ada.page, "a replay in the middle of a test");
  await stepTo(ada.page, new RegExp(`Answered question ${question.number}\\s+A better thought`));
  await expect(stage(ada.page).getByRole("textbox").first()).toHaveValue("A better thought");
  await expect(stage(ada.page).getByRole("textbox").first()).not.toBeEditable();
  await stepTo(ada.page, /Looked through the answers/);
  await expect(stage(ada.page).getByRole("heading", { name: "Check your answers" })).toBeVisible();
  await accessible(ada.page, "a replay of the look through the answers");
  await ada.page.keyboard.press("End");
  await expect(stage(ada.page).getByRole("heading", { name: "The test has ended" })).toBeVisible();
  await ada.page.keyboard.press("Home");
  await expect(stage(ada.page).getByRole("heading", { name: "Waiting for the start" })).toBeVisible();
  await accessible(ada.page, "a replay before the start");

  const [line] = await hall.query<{ why: string }>(
    `SELECT why FROM audit WHERE "attemptId" = $1 AND action = 'open replay'`,
    [id],
  );
  expect(line?.why).toBe("Appeal 17: the first answer was better");
  const olu = await person(browser, hall);
  await signInStaff(olu.page, "Olu");
  expect((await olu.page.goto(`/replay/${id}`))?.status()).toBe(403);
  await olu.page.goto(`/sittings/${sitting}/report`);
  await expect(olu.page.getByRole("link", { name: (await closed(hall, slip)).receipt })).toBeVisible();
});
