import { accessible, expect, test } from "./hall.ts";
import { answerAt, attemptOf, expectSafe, goTo, questionHeading, timeOnScreen } from "./learner.ts";
import { paper, worked } from "./paper.ts";
import { openSeat, startedRoom } from "./room.ts";

/** Long enough to be made up, in milliseconds. */
const lost = 12_000;

test("computers freeze and restart: the room's lost time is given back to everybody affected by one press", async ({
  browser,
  hall,
}) => {
  const { invigilator, learners } = await startedRoom(browser, hall, 3);
  const [frozen, restarted, offline] = learners;
  if (!frozen || !restarted || !offline) throw new Error("The room is too small.");
  const board = invigilator.page;
  const [first] = paper((await attemptOf(hall, restarted.slip)).code);
  if (!first) throw new Error("The paper is empty.");

  await answerAt(restarted.page, first, worked(first, "full").response);
  await expectSafe(restarted.page, 1);

  await test.step("one page stands still, one computer goes off and on, one has no network", async () => {
    await offline.context.setOffline(true);
    await restarted.page.close();
    await frozen.page.evaluate((length) => {
      const until = performance.now() + length;
      while (performance.now() < until);
    }, lost);
    restarted.page = await restarted.context.newPage();
    await restarted.page.goto("/exam");
    await expect(questionHeading(restarted.page, 1)).toBeVisible();
    await goTo(offline.page, 2);
    await offline.context.setOffline(false);
    await goTo(offline.page, 3);
  });

  await test.step("the board knows who lost time: the two, and not the one who worked on without a network", async () => {
    await expect(board.getByRole("button", { name: "Lost time (2)" })).toBeVisible({ timeout: 20_000 });
    const panel = await openSeat(board, frozen.slip);
    await expect(panel.getByText(/^Lost time to make up: 1 min/)).toBeVisible();
    await accessible(board, "a seat that lost time");
    const away = /\/lost-time$/;
    await board.context().route(away, (route) => route.abort());
    await board.getByRole("button", { name: "Lost time (2)" }).click();
    const list = board.getByRole("dialog", { name: "Lost time" });
    await expect(list.getByText("The server does not answer")).toBeVisible();
    await accessible(board, "lost time while the server is away");
    await board.context().unroute(away);
    await expect(list.getByText("Screen did not react")).toBeVisible();
    expect(new Set(invigilator.complaints.splice(0))).toEqual(new Set(["Failed to load resource: net::ERR_FAILED"]));
    await expect(list.getByText("Page opened again or computer restarted")).toBeVisible();
    await expect(list.getByText(offline.slip.name)).toBeHidden();
    await accessible(board, "lost time of the room");
  });

  await test.step("one press gives it to both, and both are told", async () => {
    const before = await timeOnScreen(frozen.page);
    const list = board.getByRole("dialog", { name: "Lost time" });
    await list.getByLabel("Why").fill("Computers restarted by an update");
    await list.getByRole("button", { name: "Give 2 learners 2 minutes in all" }).click();
    for (const { page } of [frozen, restarted])
      await expect(page.getByText("You have been given 1 minute more.").first()).toBeVisible();
    expect(await timeOnScreen(frozen.page)).toBeGreaterThan(before);
    await expect(list.getByRole("button", { name: /^Give/ })).toBeHidden();
    await expect(list.getByText(/for lost time, Ines Invigilator: Computers restarted by an update/)).toHaveCount(2);
    await accessible(board, "lost time made up");
    await board.keyboard.press("Escape");
    await expect(board.getByRole("button", { name: "Lost time", exact: true })).toBeVisible();
  });

  await test.step("the report and the ledger keep the proof", async () => {
    const { sitting, id } = await attemptOf(hall, frozen.slip);
    const [line] = await hall.query<{ line: { lost: { stretches: { kind: string; lost: number }[] } } }>(
      `SELECT line FROM ledger WHERE "attemptId" = $1 AND line ->> 'source' = 'lost-time'`,
      [id],
    );
    expect(line?.line.lost.stretches).toMatchObject([{ kind: "frozen" }]);
    const measured = line?.line.lost.stretches[0]?.lost ?? 0;
    console.log(`A freeze of ${lost} ms was measured as ${measured} ms.`);
    expect(Math.abs(measured - lost)).toBeLessThanOrEqual(2_000);
    await board.goto(`/sittings/${sitting}/report`);
    await expect(board.getByRole("heading", { name: "Lost time" })).toBeVisible();
    await expect(board.getByText("Screen did not react")).toBeVisible();
    await accessible(board, "report with lost time");
    const file = await board.request.get(`/sittings/${sitting}/report.csv`);
    expect(await file.text()).toContain(",lost time,");
  });
  for (const { complaints } of [frozen, restarted, invigilator]) expect(complaints).toEqual([]);
});
