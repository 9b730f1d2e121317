import type { Browser, Page } from "@playwright/test";
import routes from "../../app/routes.ts";
import { answer } from "./answering.ts";
import { responseOn } from "./examiner.ts";
import { accessible, expect, type Hall, person, signInStaff, test } from "./hall.ts";
import { attemptOf, goTo, lookThrough, questionHeading, signInLearner, submit } from "./learner.ts";
import { paper, worked } from "./paper.ts";
import { openSeat, openSitting, seatOf, startedRoom, watchRoom } from "./room.ts";

/**
 * Signing out shows nothing; a draft of an item is in authoring.spec.ts; the others need the solver's work, which
 * tests/database/forms.test.ts does.
 */
const elsewhere = [
  "sign-out",
  "bank/item-drafts/:draft",
  "bank/assemblies/:assembly",
  "bank/drafts/:draft",
  "bank/drafts/:draft/preview",
];

test.describe("with a sitting that is over", () => {
  test.use({ past: true });

  test("every page can be used by everybody it is for", async ({ browser, hall }) => {
    test.setTimeout(480_000);
    const visited = new Set<string>();
    await startCheck(browser, hall);
    const ids = await idsIn(hall);
    for (const [who, pages] of Object.entries(pagesOf(ids))) {
      const { page, context, complaints } = await person(browser, hall);
      if (who === "Learner") await signInLearner(page, await graduate(hall));
      else if (who !== "Nobody") await signInStaff(page, who);
      if (who === "Learner") await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      for (const [pattern, address] of pages) {
        const answer = await page.goto(address);
        expect(answer?.status(), `${address} for ${who}`).toBe(200);
        await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
        await accessible(page, `${who} at ${address.replaceAll(/[0-9a-f-]{36}/g, "…")}`);
        visited.add(pattern);
      }
      expect(complaints, `what the pages of ${who} complain about`).toEqual([]);
      await context.close();
    }
    const all = routes.filter(({ file }) => file.endsWith(".tsx")).map(({ path = "" }) => path);
    expect(all.filter((path) => !visited.has(path) && !elsewhere.includes(path))).toEqual([]);
  });

  test("the main screens can be read in every theme", async ({ browser, hall }) => {
    test.setTimeout(240_000);
    await startCheck(browser, hall);
    const ids = await idsIn(hall);
    const { invigilator, learners } = await startedRoom(browser, hall);
    const [learner] = learners;
    if (!learner) throw new Error("Nobody sits down.");
    const at = async (who: string | null, address: string) => {
      const { page } = await person(browser, hall);
      if (who !== null) await signInStaff(page, who);
      expect((await page.goto(address))?.status(), address).toBe(200);
      return page;
    };
    const screens = {
      board: invigilator.page,
      question: learner.page,
      "staff sign-in": await at(null, "/sign-in"),
      "learner sign-in": await at(null, "/learner"),
      "spare computer": await at(null, "/exam/spare"),
      "door of a readiness check": await at(null, "/ready"),
      "readiness check": await at("Olu", `/sittings/${ids.planned}/readiness/${ids.check}`),
      entries: await at("Olu", "/entries"),
      marking: await at("Erin", `/marking/${ids.waitingItem}`),
      awarding: await at("Ada", `/awarding/${ids.awardedForm}`),
    };
    for (const theme of ["dark", "high-contrast", "cream"])
      for (const [screen, page] of Object.entries(screens)) {
        const look = JSON.stringify({ theme, text: "normal" });
        await page.evaluate((chosen) => localStorage.setItem("examhall-look", chosen), look);
        await page.reload();
        await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
        await expect(page.locator("html")).toHaveAttribute("data-theme", theme);
        // The desk fetches what is to be marked once the page is there.
        if (screen === "marking") await expect(responseOn(page)).toBeVisible();
        await accessible(page, `${screen} in ${theme}`);
      }
  });
});

test("on a screen 320 pixels wide nothing has to be scrolled sideways", async ({ browser, hall }) => {
  const [slip] = await hall.slips();
  if (!slip) throw new Error("Nobody is booked.");
  const questions = paper((await attemptOf(hall, slip)).code);
  const invigilator = await watchRoom(browser, hall, "Ines");
  await openSitting(invigilator.page);
  const { page } = await person(browser, hall, narrow);
  const check = (screen: string, where: Page = page) => expectNoSidewaysScrolling(where, screen);

  await page.goto("/sign-in");
  await check("staff sign-in");
  await page.goto("/ready");
  await check("door of a readiness check");
  await page.goto("/learner");
  await check("learner sign-in");
  await page.goto("/exam/spare");
  await check("keeping a computer as a spare");
  await page.goto("/learner");
  await signInLearner(page, slip);
  await page.getByRole("button", { name: "Yes, this is right" }).waitFor();
  await check("is this you");
  await page.getByRole("button", { name: "Yes, this is right" }).click();
  await page.getByRole("heading", { name: "How your test works" }).waitFor();
  await check("how the test works");
  await page.getByRole("button", { name: "Try practice questions" }).click();
  for (const { number } of paper("CSE-P")) {
    await expect(questionHeading(page, number)).toBeVisible();
    await check(`practice question ${number}`);
    await page.getByRole("button", { name: /^(Next|Finish practice)/ }).click();
  }
  await page.getByRole("button", { name: "I have read this" }).click();
  await page.getByRole("heading", { name: "Please wait to be let in" }).waitFor();
  await check("waiting");

  await seatOf(invigilator.page, slip).getByText("Signed in").waitFor();
  await invigilator.page.setViewportSize(narrow);
  await check("board", invigilator.page);
  await openSeat(invigilator.page, slip);
  await check("a seat on the board", invigilator.page);
  await invigilator.page.getByRole("button", { name: "Admit", exact: true }).click();
  await invigilator.page.getByRole("button", { name: "Start", exact: true }).click();

  for (const question of questions) {
    const { number, item } = question;
    await expect(questionHeading(page, number)).toBeVisible();
    if (item.marking === "person") await answer(page, question, worked(question, "full").response);
    await check(`question ${number}`);
    await page.getByRole("button", { name: /^(Next|Check your answers)/ }).click();
  }
  await page.getByRole("heading", { name: "Check your answers" }).waitFor();
  await check("looking through the answers");
  await page.getByRole("button", { name: "Submit my test" }).click();
  await page.getByRole("dialog").waitFor();
  await check("asked whether to submit");
  await page.getByRole("dialog").getByRole("button", { name: "Submit my test" }).click();
  await expect(page.getByRole("heading", { name: "Your test is submitted" })).toBeVisible();
  await check("receipt");
  const opening = page.waitForEvent("popup");
  await page.getByRole("link", { name: "Where your result is" }).click();
  const result = await opening;
  await expect(result.getByRole("heading", { name: "Your result" })).toBeVisible();
  await check("the way to the result", result);

  const erin = (await person(browser, hall, narrow)).page;
  await signInStaff(erin, "Erin");
  await erin.goto("/marking");
  await check("marking", erin);
  await erin.getByRole("table").getByRole("link").first().click();
  await expect(erin.getByText("Mark scheme")).toBeVisible();
  await check("marking desk", erin);
});

test("at 1366 × 768 a usual question needs no scrolling", async ({ browser, hall }) => {
  const { learners } = await startedRoom(browser, hall, 2);
  for (const { page, slip } of learners) {
    const { code } = await attemptOf(hall, slip);
    const questions = paper(code);
    const scrolled: string[] = [];
    for (const { number, item, interactions } of questions) {
      await goTo(page, number);
      const over = await overflowing(page);
      if (over.length > 0) scrolled.push(`${number} ${item.id} (${interactions[0]?.type}): ${over.join(", ")}`);
    }
    console.log(
      `${code}, to be scrolled at 1366 × 768: ${scrolled.length} of ${questions.length}\n  ${scrolled.join("\n  ")}`,
    );
    expect(scrolled.length, scrolled.join("\n")).toBeLessThanOrEqual(3);
    await lookThrough(page);
    await page.getByRole("button", { name: /^Back to question/ }).click();
    await submit(page);
  }
});

const narrow = { width: 320, height: 640 };

async function expectNoSidewaysScrolling(page: Page, screen: string) {
  const over = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  // What counts the room it has, as the board does its columns, does so a moment after the screen has changed.
  await expect.poll(over, `pixels beside ${screen}`).toBeLessThanOrEqual(0);
}

/** What of the question or its scenario does not fit, in pixels. */
const overflowing = (page: Page) =>
  page.getByRole("main").evaluate((main) => {
    const parts = [...main.querySelectorAll<HTMLElement>(":scope, :scope *")].filter(
      (element) => ["auto", "scroll"].includes(getComputedStyle(element).overflowY) && element.tagName !== "TEXTAREA",
    );
    return parts
      .map((part) => ({ part, over: part.scrollHeight - part.clientHeight }))
      .filter(({ over }) => over > 1)
      .map(({ part, over }) => `${part.tagName === "SECTION" ? "scenario" : "question"} by ${over}`);
  });

/** A readiness check that is open, so that its page has something to show. */
async function startCheck(browser: Browser, hall: Hall) {
  const { page, context } = await person(browser, hall);
  await signInStaff(page, "Olu");
  await page.goto("/sittings");
  await page.getByRole("link", { name: /^Room not checked yet.*Room 12/ }).click();
  await page.getByRole("button", { name: "Start a check" }).click();
  await page.getByText("No computer has come in yet").waitFor();
  await context.close();
}

type Ids = Awaited<ReturnType<typeof idsIn>>;

async function idsIn(hall: Hall) {
  const one = async (sql: string) => {
    const [row] = await hall.query<{ id: string }>(sql);
    if (row === undefined) throw new Error(`Nothing is found by ${sql}`);
    return row.id;
  };
  return {
    planned: await one("SELECT id FROM sittings WHERE room = 'Room 12'"),
    past: await one("SELECT id FROM sittings WHERE phase = 'ended'"),
    check: await one(`SELECT id FROM readiness_checks WHERE "endedAt" IS NULL`),
    learner: await one(
      `SELECT b."learnerId" AS id FROM bookings b JOIN sittings s ON s.id = b."sittingId" WHERE s.room = 'Room 12' LIMIT 1`,
    ),
    pastLearner: await one(
      `SELECT b."learnerId" AS id FROM bookings b JOIN sittings s ON s.id = b."sittingId" WHERE s.phase = 'ended' LIMIT 1`,
    ),
    waitingItem: await one(
      `SELECT "itemVersionId" AS id FROM marking_tasks WHERE state = 'waiting' AND queue = 'examiner' LIMIT 1`,
    ),
    awardedForm: await one(
      `SELECT "formId" AS id FROM attempts WHERE phase = 'closed' GROUP BY "formId" ORDER BY count(*) DESC LIMIT 1`,
    ),
    pastAttempt: await one("SELECT id FROM attempts WHERE receipt IS NOT NULL LIMIT 1"),
    receipt: await one("SELECT receipt AS id FROM attempts WHERE receipt IS NOT NULL LIMIT 1"),
    itemDraft: await one("SELECT id FROM item_drafts WHERE state = 'review' LIMIT 1"),
    itemDraftBase: await one(`SELECT "baseId" AS id FROM item_drafts WHERE state = 'review' LIMIT 1`),
    item: await one(`SELECT id FROM item_versions WHERE "itemId" LIKE 'CSE-%' ORDER BY "itemId" LIMIT 1`),
    knowledgeItem: await one(`SELECT id FROM item_versions WHERE "itemId" LIKE 'CS8-%' ORDER BY "itemId" LIMIT 1`),
    form: await one("SELECT id FROM forms WHERE NOT practice ORDER BY code LIMIT 1"),
  };
}

/** A learner whose test is over, with the keycode of then. */
async function graduate(hall: Hall) {
  const [found] = await hall.pastSlips();
  if (found === undefined) throw new Error("Nobody has sat a test yet.");
  return found;
}

const pagesOf = (ids: Ids): Readonly<Record<string, readonly (readonly [pattern: string, address: string])[]>> => ({
  Nobody: [
    ["", "/"],
    ["sign-in", "/sign-in"],
    ["learner", "/learner"],
    ["ready", "/ready"],
    ["exam/spare", "/exam/spare"],
    ["receipt", "/receipt"],
    ["receipt", `/receipt?code=${ids.receipt}`],
    ["receipt", "/receipt?code=AAAA-BBBB-CCCC"],
  ],
  Learner: [
    ["", "/"],
    ["exam", "/exam"],
    ["my-result", "/my-result"],
  ],
  Ines: [
    ["", "/"],
    ["sittings", "/sittings"],
    ["sittings/:sitting", `/sittings/${ids.planned}`],
    ["sittings/:sitting", `/sittings/${ids.planned}?display=clock`],
    ["sittings/:sitting/report", `/sittings/${ids.planned}/report`],
    ["ready", "/ready"],
    ["qualifications", "/qualifications"],
  ],
  Olu: [
    ["", "/"],
    ["sittings", "/sittings"],
    ["sittings/new", "/sittings/new"],
    ["sittings/:sitting", `/sittings/${ids.planned}`],
    ["sittings/:sitting/slips", `/sittings/${ids.planned}/slips`],
    ["sittings/:sitting/readiness", `/sittings/${ids.planned}/readiness`],
    ["sittings/:sitting/readiness/:check", `/sittings/${ids.planned}/readiness/${ids.check}`],
    ["entries", "/entries"],
    ["entries/new", "/entries/new"],
    ["entries/new", `/entries/new?learner=${ids.learner}`],
    ["learners/:learner", `/learners/${ids.learner}`],
    ["results", "/results"],
    ["audit", "/audit"],
  ],
  Harriet: [
    ["sittings", "/sittings"],
    ["sittings/:sitting", `/sittings/${ids.past}`],
    ["sittings/:sitting/report", `/sittings/${ids.past}/report`],
    ["entries", "/entries"],
    ["learners/:learner", `/learners/${ids.pastLearner}`],
    ["results", "/results"],
    ["results", `/results?learner=${ids.pastLearner}`],
  ],
  Erin: [
    ["", "/"],
    ["marking", "/marking"],
    ["marking/:item", `/marking/${ids.waitingItem}`],
  ],
  Sunita: [
    ["marking/senior", "/marking/senior"],
    ["set-aside", "/set-aside"],
    // A test of which nothing was set aside; one with answers side by side is in moving-desk.spec.ts.
    ["set-aside/:attempt", `/set-aside/${ids.pastAttempt}`],
  ],
  Ada: [
    ["", "/"],
    ["awarding", "/awarding"],
    ["awarding/:form", `/awarding/${ids.awardedForm}`],
  ],
  Wen: [
    ["bank", "/bank"],
    ["bank", "/bank?unit=understand-customers"],
    ["bank/import", "/bank/import"],
    ["bank", "/bank?q=hotel&standing=live&sort=-started"],
    ["bank/item-drafts", "/bank/item-drafts"],
    ["bank/item-drafts", "/bank/item-drafts?whose=to-review"],
    ["bank/compare", `/bank/compare?a=${ids.itemDraftBase}&b=${ids.itemDraft}`],
    ["bank/items/:item", `/bank/items/${ids.item}`],
    ["bank/items/:item", `/bank/items/${ids.knowledgeItem}`],
    ["bank/forms/:form", `/bank/forms/${ids.form}`],
    ["bank/forms/:form/preview", `/bank/forms/${ids.form}/preview`],
    ["bank/assemble", "/bank/assemble"],
  ],
  Alex: [
    ["", "/"],
    ["replay", "/replay"],
    ["replay/:attempt", `/replay/${ids.pastAttempt}`],
    ["learners/:learner", `/learners/${ids.pastLearner}`],
    ["staff", "/staff"],
    ["audit", "/audit"],
  ],
});
