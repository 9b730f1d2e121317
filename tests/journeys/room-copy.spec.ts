import type { Browser, Page } from "@playwright/test";
import config from "../../playwright.config.ts";
import { expectAnswered } from "./answering.ts";
import { readyForOffline } from "./computer.ts";
import { accessible, expect, type Hall, keepsWithinNarrow, person, picture, type Slip, test } from "./hall.ts";
import {
  answerAt,
  attemptOf,
  closed,
  expectSafe,
  goTo,
  questionHeading,
  readClock,
  submit,
  wonSince,
} from "./learner.ts";
import { paper, type Question, worked } from "./paper.ts";
import { openSeat, startedRoom } from "./room.ts";

const { launchOptions } = config.use ?? {};

// The computers of this room are pages of one browser on one machine: they may find each other by its own address.
test.use({
  launchOptions: {
    ...launchOptions,
    args: [
      ...(launchOptions?.args ?? []),
      "--allow-loopback-in-peer-connection",
      "--disable-features=WebRtcHideLocalIpsWithMdns",
    ],
  },
});

const full = (question: Question) => worked(question, "full").response;
/** Where nothing is done a computer keeps its last moment this often, in milliseconds. */
const keptEvery = 5_000;
/** Milliseconds. */
const shortestTold = 3_000;
const copyWords = /kept on this computer and on another one in this room/;

/** What holds copies comes after the board itself: here the network is away just then, and back a moment later. */
async function loadedWithoutHoldingAtFirst(board: Page) {
  const holding = /\/assets\/hold-copies-/;
  const failed = board.waitForEvent("requestfailed", (request) => holding.test(request.url()));
  await board.context().route(holding, (route) => route.abort());
  await board.reload();
  await failed;
  await board.getByRole("button", { name: "Spare computers" }).click();
  await expect(board.getByText("The code comes as soon as the server is reached.")).toBeVisible();
  await board.context().unroute(holding);
  await expect(board.getByRole("region", { name: "Make a computer a spare" }).getByText(/^...-...$/)).toBeVisible();
  await board.keyboard.press("Escape");
}

async function spareComputer(browser: Browser, hall: Hall, board: Page) {
  const { page, context } = await person(browser, hall);
  await board.getByRole("button", { name: "Spare computers" }).click();
  const code = await board
    .getByRole("region", { name: "Make a computer a spare" })
    .getByText(/^...-...$/)
    .innerText();
  await page.goto("/learner");
  await page.getByRole("link", { name: "Keep this computer as a spare" }).click();
  await page.getByLabel("Code of the room").fill("KKK-KKK");
  await page.getByRole("button", { name: "Keep as a spare" }).click();
  await expect(page.getByText("That code belongs to no room that is open now.")).toBeVisible();
  await accessible(page, "a spare computer with a wrong code");
  await page.getByLabel("Code of the room").fill(code.toLowerCase());
  await page.getByRole("button", { name: "Keep as a spare" }).click();
  await expect(page.getByRole("heading", { name: "This is Spare 1" })).toBeVisible();
  await accessible(page, "a spare computer that is ready");
  await readyForOffline(page);
  await expect(board.getByText("Copies here: 1 of 1 running tests")).toBeVisible();
  await accessible(board, "board with the spare computers");
  await board.keyboard.press("Escape");
  return { page, context };
}

/** As the journal has them, in order. */
const stored = (hall: Hall, attempt: string) =>
  hall.query<{ lease: string; seq: number; standing: string; kind: string; item: string | null; text: string | null }>(
    `SELECT "leaseId" AS lease, seq, standing, entry->>'kind' AS kind, entry->>'item' AS item,
       entry #>> '{response,RESPONSE,0}' AS text FROM journal WHERE "attemptId" = $1 ORDER BY position`,
    [attempt],
  );

async function typeSlip(page: Page, { candidateNumber, keycode }: Pick<Slip, "candidateNumber" | "keycode">) {
  await page.getByLabel("Candidate number").fill(candidateNumber);
  await page.getByLabel("Keycode").fill(keycode);
  await page.getByRole("button", { name: "Go on here" }).click();
}

test("the server dies, and then a learner's computer: the test goes on at a spare one from the room's copy, and nothing is lost", async ({
  browser,
  hall,
}) => {
  const { invigilator, learners } = await startedRoom(browser, hall);
  const [learner] = learners;
  if (!learner) throw new Error("Nobody sits down.");
  const { slip } = learner;
  const board = invigilator.page;
  const { id, code } = await attemptOf(hall, slip);
  const questions = paper(code);
  const [first, second, third, fourth] = questions;
  const essay = questions.find(({ interactions }) => interactions.some(({ type }) => type === "extended-text"));
  if (!first || !second || !third || !fourth || !essay) throw new Error("The paper is too short.");
  await test.step("the board holds copies of the room, also where the network was away when it was opened", () =>
    loadedWithoutHoldingAtFirst(board));
  const spare = await spareComputer(browser, hall, board);

  await answerAt(learner.page, first, full(first));
  await answerAt(learner.page, second, full(second));
  await expectSafe(learner.page, 2);
  const gone = { from: 0, to: 0 };
  const back = { from: 0, to: 0 };
  const before = await readClock(learner.page);
  const expectTime = async () => {
    const won = await wonSince(spare.page, before);
    expect(won).toBeLessThanOrEqual(2);
    expect(won).toBeGreaterThanOrEqual(-3);
  };

  await test.step("the server is gone; what is typed is kept here and on another computer of the room", async () => {
    await hall.kill();
    await answerAt(learner.page, third, full(third));
    await goTo(learner.page, essay.number);
    await learner.page.getByRole("main").getByRole("textbox").pressSequentially("Typed while the server is gone. ");
    await expect(learner.page.getByText(copyWords)).toBeVisible();
    await accessible(learner.page, "question with a copy in the room");
    // Whoever types is two seconds ahead of the copy; still said now, it holds for the last letter.
    await expect(learner.page.getByText(copyWords)).toBeVisible();
  });

  await test.step("the board is not left by a slip of the hand: until the server is back it could not be opened again", async () => {
    await expect(board.getByText(/^Nothing heard for/)).toBeVisible();
    await keepsWithinNarrow(board);
    await board.getByRole("link", { name: "Report" }).click();
    const asked = board.getByRole("dialog", { name: "The server cannot be reached" });
    await expect(asked.getByText("It holds a copy of a running test, which a spare computer may need.")).toBeVisible();
    await accessible(board, "a board that would be lost");
    await picture(board, "a board that would be lost");
    await asked.getByRole("button", { name: "Stay here" }).click();
    await board.getByRole("button", { name: /^Lost time/ }).click();
    const lost = board.getByRole("dialog", { name: "Lost time" });
    await expect(lost.getByText("The server does not answer")).toBeVisible();
    await lost.getByRole("button", { name: "Close" }).click();
    const leaving = board.waitForEvent("dialog");
    await Promise.all([leaving.then((asks) => asks.dismiss()), board.evaluate(() => void location.reload())]);
    expect((await leaving).type()).toBe("beforeunload");
    await expect(board.getByText(/^Nothing heard for/)).toBeVisible();
  });

  await test.step("nor is the spare computer, which could not be made one again either", async () => {
    await spare.page.evaluate(() => history.back());
    const leaving = spare.page.waitForEvent("dialog");
    await Promise.all([leaving.then((asks) => asks.dismiss()), spare.page.evaluate(() => void location.reload())]);
    expect((await leaving).type()).toBe("beforeunload");
    await expect(spare.page.getByRole("heading", { name: "This is Spare 1" })).toBeVisible();
  });

  await test.step("the learner's computer is gone for good; the invigilator brings the test to a spare one", async () => {
    gone.from = Date.now();
    await learner.context.close();
    gone.to = Date.now();
    await expect(board.getByText(/^Nothing heard for/)).toBeVisible();
    const panel = await openSeat(board, slip);
    await panel.getByText("Go on at a spare computer").click();
    await accessible(board, "bringing a test to a spare computer");
    await panel.getByRole("button", { name: "Bring the test there" }).click();
    await expect(panel.getByText("The test is at Spare 1, locked")).toBeVisible();
  });

  await test.step("it opens with the slip and with no other", async () => {
    await expect(spare.page.getByRole("heading", { name: "Go on with your test here" })).toBeVisible();
    await accessible(spare.page, "a spare computer with a test");
    const [, other] = await hall.slips();
    if (!other) throw new Error("Nobody else is booked.");
    await typeSlip(spare.page, { ...slip, keycode: other.keycode });
    await expect(spare.page.getByText("That does not open the test that was brought to this computer.")).toBeVisible();
    await accessible(spare.page, "a spare computer with the wrong slip");
    // A shorter time is a page at work, and told by nobody.
    await expect.poll(() => Date.now() - gone.to).toBeGreaterThan(shortestTold);
    back.from = Date.now();
    await typeSlip(spare.page, slip);
    await expect(questionHeading(spare.page, essay.number)).toBeVisible();
    back.to = Date.now();
    await expect(board.getByText("Goes on at Spare 1")).toBeVisible();
    await picture(spare.page, "the test at the spare computer");
  });

  const box = spare.page.getByRole("main").getByRole("textbox");
  await test.step("same question, same answers, no time won; and the learner writes on", async () => {
    await expect(box).toHaveValue("Typed while the server is gone. ");
    await expectTime();
    await expect(spare.page.getByText(/^2 of 4 safe, 2 not saved yet/)).toBeVisible();
    for (const question of [first, second, third]) {
      await goTo(spare.page, question.number);
      await expectAnswered(spare.page, question, full(question));
    }
    await goTo(spare.page, essay.number);
    await box.press("End");
    await box.pressSequentially("Typed at the spare one.");
    await answerAt(spare.page, fourth, full(fourth));
  });

  await test.step("also when the spare computer's page is loaded anew", async () => {
    await expect(spare.page.getByText(/3 not saved yet, still trying: kept on this computer/)).toBeVisible();
    await spare.page.reload();
    await expect(questionHeading(spare.page, fourth.number)).toBeVisible();
    await expectAnswered(spare.page, fourth, full(fourth));
    await expectTime();
  });

  await test.step("the server is back: it takes everything in, and the learner signs in nowhere", async () => {
    await hall.startAgain();
    await expectSafe(spare.page, 5);
    await expectTime();
    await expectAnswered(spare.page, fourth, full(fourth));
    const rows = await stored(hall, id);
    expect(rows.filter(({ standing }) => standing !== "counted")).toEqual([]);
    expect(new Set(rows.map(({ lease, seq }) => `${lease} ${seq}`)).size).toBe(rows.length);
    expect(new Set(rows.map(({ lease }) => lease)).size).toBe(2);
    const texts = rows.filter(({ kind, item }) => kind === "answer" && item === essay.item.id).map(({ text }) => text);
    expect(texts.at(-1)).toBe("Typed while the server is gone. Typed at the spare one.");
    expect(texts.filter((text) => text === texts.at(-1))).toHaveLength(1);
    const answered = new Set(rows.filter(({ kind }) => kind === "answer").map(({ item }) => item));
    expect(answered).toEqual(new Set([first, second, third, fourth, essay].map(({ item }) => item.id)));
  });

  await test.step("the time in which nobody could work is written down, and who went on where", async () => {
    const lines = await hall.query<{ why: string }>(
      `SELECT why FROM audit WHERE "attemptId" = $1 AND action = 'go on from the room''s copy'`,
      [id],
    );
    expect(lines).toEqual([{ why: "The server could not be reached; the learner went on from the room's copy" }]);
    const unable = await hall.query<{ lost: number; sure: boolean }>(
      `SELECT (entry->>'to')::float8 - (entry->>'from')::float8 AS lost, (entry->>'sure')::boolean AS sure
       FROM journal WHERE "attemptId" = $1 AND entry->>'kind' = 'unable' ORDER BY position LIMIT 1`,
      [id],
    );
    // From the learner's last moment at the dead computer, as it was last kept, to the first at the spare one.
    expect(unable).toEqual([{ lost: expect.any(Number), sure: true }]);
    const { lost = 0 } = unable[0] ?? {};
    expect(lost).toBeGreaterThanOrEqual(back.from - gone.to - 1_000);
    expect(lost).toBeLessThanOrEqual(back.to - gone.from + keptEvery + 1_000);
  });

  await test.step("handed in there: one closing, one receipt, and the record is whole", async () => {
    await submit(spare.page);
    const { reason, receipt } = await closed(hall, slip);
    expect(reason).toBe("submitted");
    const ends = await hall.query(`SELECT 1 FROM ledger WHERE "attemptId" = $1 AND line->>'kind' = 'ended'`, [id]);
    expect(ends).toHaveLength(1);
    await spare.page.goto(`/receipt?code=${receipt}`);
    await expect(spare.page.getByText("This receipt is ours")).toBeVisible();
  });
});
