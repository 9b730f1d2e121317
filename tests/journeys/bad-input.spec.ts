import { type Page, request } from "@playwright/test";
import { accessible, expect, type Hall, person, type Slip, signInStaff, test } from "./hall.ts";
import { answerAt, attemptOf, expectSafe, signInLearner, submit } from "./learner.ts";
import { paper, worked } from "./paper.ts";
import { openSitting, startedRoom, watchRoom } from "./room.ts";

const alert = (page: Page) => page.getByRole("region", { name: "You are not signed in" });
const unanswered = (page: Page) => page.getByRole("region", { name: "No answer yet" });

test("a wrong keycode is refused in words, five make one wait, and the right one opens the test afterwards", async ({
  browser,
  hall,
}) => {
  const [slip, neighbour] = await twoSlips(hall);
  const invigilator = await watchRoom(browser, hall, "Ines");
  await openSitting(invigilator.page);
  const { page, complaints } = await person(browser, hall);

  await signInLearner(page, { ...slip, keycode: "not a keycode" });
  await expect(alert(page)).toContainText(/A keycode has 8 letters and digits|No keycode contains/);
  await accessible(page, "keycode refused");
  for (let tried = 1; tried < 5; tried += 1) {
    await signInLearner(page, { ...slip, keycode: neighbour.keycode });
    await expect(alert(page)).toContainText("That candidate number and keycode do not go together.");
  }
  await signInLearner(page, slip);
  await expect(alert(page)).toContainText("Too many tries.");
  await expect(alert(page)).toContainText("Try again in");

  await hall.moveClock(6 * 60_000);
  await signInLearner(page, slip);
  await expect(page.getByRole("heading", { name: "Is this you, and is this your test?" })).toBeVisible();
  expect(complaints).toEqual([]);
});

test("nobody saves into another learner's test", async ({ browser, hall }) => {
  const { learners } = await startedRoom(browser, hall, 2);
  const [mine, other] = learners;
  if (!mine || !other) throw new Error("Two learners are needed.");
  const theirs = await attemptOf(hall, other.slip);

  const answer = await mine.page.request.post("/exam/save", {
    data: {
      attempt: theirs.id,
      lease: await leaseOf(hall, theirs.id),
      entries: [entry(1, theirs.code, "somebody else wrote this")],
    },
  });
  expect(answer.status()).toBe(403);
  expect(await answer.json()).toMatchObject({
    ok: false,
    refusal: "not-your-attempt",
    words: "That is not your test.",
  });
  expect(JSON.stringify(await journalOf(hall, theirs.id))).not.toContain("somebody else wrote this");
});

test("what arrives after the end is kept and does not count, and the answer says so", async ({ browser, hall }) => {
  const { learners } = await startedRoom(browser, hall);
  const [learner] = learners;
  if (!learner) throw new Error("Nobody sits down.");
  const { page, slip } = learner;
  const { id, code } = await attemptOf(hall, slip);
  const [first] = paper(code);
  if (!first) throw new Error("The paper is empty.");
  await answerAt(page, first, worked(first, "full").response);
  await expectSafe(page, 1);
  await submit(page);

  const lease = await leaseOf(hall, id);
  const saved = await savedThrough(hall, lease);
  const answer = await page.request.post("/exam/save", {
    data: { attempt: id, lease, entries: [entry(saved + 1, code, "an afterthought")] },
  });
  expect(answer.status()).toBe(200);
  expect(await answer.json()).toMatchObject({ ok: true, phase: "closed", notCounted: "late", savedThrough: saved + 1 });
  const journal = await journalOf(hall, id);
  expect(journal.at(-1)).toMatchObject({ standing: "late", entry: { kind: "answer" } });
  const [response] = await hall.query<{ value: unknown }>(
    `SELECT value FROM responses WHERE "attemptId" = $1 AND number = 1`,
    [id],
  );
  expect(response?.value).toEqual(worked(first, "full").response);
});

test("nonsense in a save is refused and nothing of it is stored", async ({ browser, hall }) => {
  const { learners } = await startedRoom(browser, hall);
  const [learner] = learners;
  if (!learner) throw new Error("Nobody sits down.");
  const { id } = await attemptOf(hall, learner.slip);
  const lease = await leaseOf(hall, id);
  for (const data of [
    "{",
    "null",
    "[]",
    `{"attempt":"${id}"}`,
    `{"attempt":"${id}","lease":"${lease}","entries":[{"seq":-1}]}`,
  ]) {
    const answer = await learner.page.request.post("/exam/save", {
      data,
      headers: { "Content-Type": "application/json" },
    });
    expect(answer.status(), data).toBe(422);
    expect(await answer.json()).toMatchObject({ ok: false, refusal: "badly-formed" });
  }
  const written = (await journalOf(hall, id)).map(({ entry }) => entry.kind);
  expect(written).not.toContain("answer");
});

test("why a form is taken out of use is still there when nobody answered, and nothing is said to be so that nobody knows", async ({
  browser,
  hall,
}) => {
  const [form] = await hall.query<{ id: string }>(`SELECT id FROM forms WHERE NOT practice ORDER BY code LIMIT 1`);
  if (!form) throw new Error("There is no form.");
  const { page, context } = await person(browser, hall);
  await signInStaff(page, "Wen");
  await page.goto(`/bank/forms/${form.id}`);
  const takeOut = page.getByRole("button", { name: "Take out of use" });
  const dialog = page.getByRole("dialog");
  await takeOut.click();
  await dialog.getByLabel("Why").fill("Item 7 has two right answers.");
  await context.setOffline(true);
  await dialog.getByRole("button", { name: "Take out of use" }).click();
  await expect(unanswered(page)).toContainText("What you wrote is still here");
  await accessible(page, "a form that nobody answered for");
  await context.setOffline(false);

  await takeOut.click();
  await expect(dialog.getByLabel("Why")).toHaveValue("Item 7 has two right answers.");
  await dialog.getByRole("button", { name: "Take out of use" }).click();
  await expect(page.getByText("Out of use since")).toBeVisible();
  await expect(takeOut).toHaveCount(0);
  await expect(unanswered(page)).toHaveCount(0);
});

test("a page that is not there, or not for this person, says so in words", async ({ browser, hall }) => {
  const { learners } = await startedRoom(browser, hall);
  const [learner] = learners;
  if (!learner) throw new Error("Nobody sits down.");
  const { sitting } = await attemptOf(hall, learner.slip);
  const staff = async (who: string) => {
    const one = await person(browser, hall);
    await signInStaff(one.page, who);
    return one.page;
  };
  const visitor = (await person(browser, hall)).page;
  const [erin, ines, harriet] = [await staff("Erin"), await staff("Ines"), await staff("Harriet")];

  const notForThem = /not for you|may not|do not work for/;
  for (const [page, address, status, words] of [
    [visitor, "/nowhere", 404, "There is no such page"],
    [ines, "/sittings/not-a-sitting", 404, "There is no such page"],
    [ines, "/sittings/00000000-0000-4000-8000-000000000000", 404, "There is no such page"],
    [learner.page, "/sittings", 403, notForThem],
    [learner.page, `/sittings/${sitting}/slips`, 403, notForThem],
    [erin, "/awarding", 403, notForThem],
    [ines, "/bank", 403, notForThem],
    [ines, "/staff", 403, notForThem],
    [harriet, `/sittings/${sitting}`, 403, notForThem],
  ] as const) {
    const answer = await page.goto(address);
    expect(answer?.status(), address).toBe(status);
    await expect(page.getByRole("main")).toContainText(words);
    await accessible(page, `${status} at ${address.replace(sitting, "a sitting")}`);
  }
  await visitor.goto("/sittings");
  await expect(visitor.getByRole("heading", { name: "Staff sign-in" })).toBeVisible();

  await test.step("what was typed for a server that does not answer stays where it was typed", async () => {
    await visitor.goto("/learner");
    await visitor.getByLabel("Candidate number").fill(learner.slip.candidateNumber);
    await visitor.context().setOffline(true);
    await visitor.getByRole("button", { name: "Sign in" }).click();
    await expect(unanswered(visitor)).toContainText("The server did not answer");
    await accessible(visitor, "sign-in without an answer");
    await expect(visitor.getByLabel("Candidate number")).toHaveValue(learner.slip.candidateNumber);
    await visitor.context().setOffline(false);
  });

  await test.step("a page that could not be fetched comes by itself with the network back", async () => {
    const sittings = ines.getByRole("navigation").getByRole("link", { name: "Sittings" });
    await ines.goto("/sittings");
    await ines.getByRole("link", { name: "Examhall" }).click();
    await expect(ines).toHaveURL("/");
    await ines.context().setOffline(true);
    await sittings.click();
    await expect(ines.getByRole("heading", { name: "The server does not answer" })).toBeVisible();
    await accessible(ines, "a page that could not be fetched");
    await ines.context().setOffline(false);
    await expect(ines.getByRole("heading", { name: "Sittings", exact: true })).toBeVisible();
  });
});

test("a request from another site is refused", async ({ browser, hall }) => {
  const { page } = await person(browser, hall);
  await signInStaff(page, "Ines");
  const { sitting } = await attemptOf(hall, (await twoSlips(hall))[0]);
  const before = await phaseOf(hall, sitting);
  const answer = await page.request.post(`/sittings/${sitting}`, {
    form: { intent: "open" },
    headers: { Origin: "https://another.example" },
  });
  expect(answer.status()).toBe(403);
  expect(await answer.json()).toEqual({ words: "This request came from another site." });
  expect(await phaseOf(hall, sitting)).toBe(before);

  const stranger = await request.newContext({ baseURL: hall.url });
  const nobody = await stranger.post("/exam/save", { data: {} });
  expect(nobody.status()).toBe(401);
  await stranger.dispose();
});

async function twoSlips(hall: Hall): Promise<readonly [Slip, Slip]> {
  const [first, second] = await hall.slips();
  if (!first || !second) throw new Error("Two learners must be booked.");
  return [first, second];
}

const entry = (seq: number, code: string, text: string) => ({
  seq,
  left: 60_000,
  kind: "answer",
  item: paper(code)[0]?.item.id ?? "",
  response: { RESPONSE: [text] },
});

const journalOf = (hall: Hall, attempt: string) =>
  hall.query<{ standing: string; entry: { kind: string } }>(
    `SELECT standing, entry FROM journal WHERE "attemptId" = $1 ORDER BY position`,
    [attempt],
  );

async function leaseOf(hall: Hall, attempt: string) {
  const [lease] = await hall.query<{ id: string }>(
    `SELECT id FROM leases WHERE "attemptId" = $1 ORDER BY "startedAt" DESC LIMIT 1`,
    [attempt],
  );
  return lease?.id ?? "";
}

async function savedThrough(hall: Hall, lease: string) {
  const [row] = await hall.query<{ saved: number }>(`SELECT "savedThrough" AS saved FROM leases WHERE id = $1`, [
    lease,
  ]);
  return row?.saved ?? 0;
}

async function phaseOf(hall: Hall, sitting: string) {
  const [row] = await hall.query<{ phase: string }>("SELECT phase FROM sittings WHERE id = $1", [sitting]);
  return row?.phase;
}
