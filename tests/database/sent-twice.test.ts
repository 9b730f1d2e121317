import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { minutes } from "../../app/exam/time/time.ts";
import { answerOrder } from "../../app/routes/board/answer-order.ts";
import { type ExamDatabase, examDatabase } from "../support/database.ts";
import { sure } from "../support/factories.ts";
import { someoneWaits } from "../support/someone-waits.ts";

let exam: ExamDatabase;
beforeAll(async () => {
  exam = await examDatabase();
});
afterAll(() => exam.close());

const key = "0123456789abcdef0123456789abcdef";
const other = "fedcba9876543210fedcba9876543210";
const text = "Ten minutes are left.";
const bell = { type: "disturbance", narrative: "The bell rang.", key };

/** An open room, and both orders an invigilator gives to all of it. */
async function room() {
  const { id: centreId } = await exam.make.centre();
  const invigilator = await exam.make.staff("invigilator", { centreId });
  const { id: sitting } = await exam.make.sitting(centreId, { phase: "open" });
  const announce = (order: object) => exam.commands.sittings.announce(invigilator, { sitting, text, key, ...order });
  const write = (order: object) => exam.commands.sittings.writeIncident(invigilator, { sitting, ...bell, ...order });
  const { prisma } = exam.database;
  return {
    centreId,
    invigilator,
    sitting,
    announce,
    write,
    announced: async () =>
      (await prisma.announcement.findMany({ where: { sittingId: sitting }, orderBy: { at: "asc" } })).map(
        (one) => one.text,
      ),
    written: async () =>
      (await prisma.incident.findMany({ where: { sittingId: sitting }, orderBy: { at: "asc" } })).map(
        ({ narrative }) => narrative,
      ),
    audited: () => prisma.auditLine.count({ where: { sittingId: sitting } }),
    /** Gives an order twice while the sitting is held by somebody else, and lets both come when one of them waits for it. */
    async twiceAtOnce<Answer>(order: () => Promise<Answer>): Promise<readonly Answer[]> {
      const given: Promise<Answer>[] = [];
      await prisma.$transaction(async (tx) => {
        await tx.$queryRaw`SELECT id FROM sittings WHERE id = ${sitting}::uuid FOR UPDATE`;
        given.push(order(), order());
        await someoneWaits(exam);
      });
      return Promise.all(given);
    },
  };
}

describe("what a board shows of the announcements and incidents of its room", () => {
  test("the latest come first, each with who, when and its words; of the others it says how many they are", async () => {
    const { invigilator, sitting, announce, write } = await room();
    const log = async () => (await sure(exam.views.sittings.board(invigilator, { sitting }))).board.sitting.log;
    expect(await log()).toEqual({ latest: [], earlier: 0 });
    for (let turn = 1; turn <= 20; turn++) {
      exam.clock.move(minutes(1));
      await sure(announce({ text: `Announcement ${turn}`, key: undefined }));
    }
    exam.clock.move(minutes(1));
    await sure(write({ narrative: `The bell rang ${"and rang ".repeat(100)}` }));
    const { latest, earlier } = await log();
    expect(latest[0]).toEqual({
      id: expect.any(String),
      at: exam.clock.now(),
      by: invigilator.name,
      incident: "disturbance",
      words: expect.stringMatching(/^The bell rang and rang .{450,480}…$/),
      key,
    });
    expect(latest[1]).toMatchObject({ incident: null, words: "Announcement 20", key: null });
    expect([latest.length, latest.at(-1)?.words, earlier]).toEqual([20, "Announcement 2", 1]);
  });

  test("what was written about one learner, or announced in another room, is not among them", async () => {
    const { id: attempt, invigilator, sittingId } = await exam.make.running();
    await sure((await room()).announce({}));
    await sure(exam.commands.sittings.writeIncident(invigilator, { sitting: sittingId, attempt, ...bell }));
    const { board } = await sure(exam.views.sittings.board(invigilator, { sitting: sittingId }));
    expect([board.sitting.log.latest, board.seats[0]?.incidents]).toEqual([[], 1]);
  });
});

describe("an order whose answer was lost and that is sent again", () => {
  test("an announcement is stored once, answered as it was the first time, and in the log once", async () => {
    const { announce, announced, audited } = await room();
    const first = await sure(announce({}));
    exam.clock.move(minutes(1));
    expect(await sure(announce({}))).toEqual(first);
    expect([await announced(), await audited()]).toEqual([[text], 1]);
  });

  test("an announcement is told again with the time it had: whoever stored it may not have lived to tell it", async () => {
    const { announce, sitting } = await room();
    const { announcement: id } = await sure(announce({}));
    const at = exam.clock.now();
    exam.clock.move(minutes(1));
    const told: unknown[] = [];
    exam.listen({ announce: (news) => told.push(...news), saved: () => {} });
    await sure(announce({}));
    expect(told).toEqual([
      { about: "announcement", sittingId: sitting, announced: { id, text, at } },
      { about: "sitting", sittingId: sitting },
    ]);
  });

  test("an incident is written down once, also when it has been ended or has got a last sentence since", async () => {
    const { invigilator, sitting, write, written, audited } = await room();
    const first = await sure(write({}));
    await sure(exam.commands.sittings.closeIncident(invigilator, first));
    expect(await sure(write({}))).toEqual(first);
    expect([await written(), await audited()]).toEqual([[bell.narrative], 2]);
    const out = { type: "evacuation", narrative: "Fire alarm.", key: other };
    await sure(exam.commands.sittings.evacuate(invigilator, { sitting }));
    const alarm = await sure(write(out));
    await sure(exam.commands.sittings.returnToRoom(invigilator, { sitting, narrative: "False alarm." }));
    expect(await sure(write(out))).toEqual(alarm);
  });

  test("the second, sent while the first is on its way, waits for it and is the same one", async () => {
    const { announce, write, twiceAtOnce, announced, written } = await room();
    const [spoken, again] = await twiceAtOnce(() => announce({}));
    expect([spoken?.ok, again]).toEqual([true, spoken]);
    const [noted, onceMore] = await twiceAtOnce(() => write({}));
    expect([noted?.ok, onceMore]).toEqual([true, noted]);
    expect([await announced(), await written()]).toEqual([[text], [bell.narrative]]);
  });

  test("it is answered as the first was when the sitting has ended meanwhile, and what is new is refused", async () => {
    const { invigilator, sitting, announce } = await room();
    const first = await sure(announce({}));
    await sure(exam.commands.sittings.end(invigilator, { sitting }));
    expect(await announce({})).toEqual(first);
    expect(await announce({ key: other })).toMatchObject({ refusal: "sitting-ended" });
  });

  test("with other words it is refused, and says what was stored; as another order it is stored too", async () => {
    const { announce, write, announced, written } = await room();
    await sure(announce({}));
    await sure(write({}));
    const five = "Five minutes are left.";
    expect(await announce({ text: five })).toEqual({
      ok: false,
      refusal: "changed-since",
      why: `Announced already, when this was sent before: “${text}”. Nothing was announced now; send it again to announce this as well.`,
    });
    expect(await write({ narrative: "The alarm rang." })).toEqual({
      ok: false,
      refusal: "changed-since",
      why: "Written down already, when this was sent before: “The bell rang.”. Nothing was added now; send it again to write this down as well.",
    });
    expect(await write({ type: "other" })).toMatchObject({ refusal: "changed-since" });
    expect([await announced(), await written()]).toEqual([[text], [bell.narrative]]);
    await sure(announce({ text: five, key: other }));
    await sure(write({ narrative: "The alarm rang.", key: other }));
    expect([(await announced()).sort(), (await written()).sort()]).toEqual([
      [five, text],
      ["The alarm rang.", bell.narrative],
    ]);
  });

  test("the board that sent it is told that its name is taken, and of no other refusal", async () => {
    const { invigilator, sitting, announce } = await room();
    await sure(announce({}));
    const send = async (words: string) => {
      const body = new URLSearchParams({ intent: "announce", text: words, key });
      const request = new Request("http://localhost/", { method: "POST", body });
      const context = { ...exam, actor: invigilator } as unknown as Parameters<typeof answerOrder>[0]["context"];
      return (await answerOrder({ context, params: { sitting }, request })).told;
    };
    expect(await send(text)).toMatchObject({ ok: true });
    expect(await send("Five minutes are left.")).toMatchObject({ ok: false, taken: true });
    expect(await send("")).not.toHaveProperty("taken");
  });

  test("a name counts in its own sitting alone, and orders without one are each their own", async () => {
    const [here, there] = [await room(), await room()];
    await sure(here.announce({}));
    await sure(there.announce({}));
    await sure(here.announce({ key: "" }));
    await sure(here.announce({ key: undefined }));
    await sure(here.write({ key: "" }));
    await sure(here.write({ key: undefined }));
    expect([(await here.announced()).length, (await there.announced()).length]).toEqual([3, 1]);
    expect(await here.written()).toHaveLength(2);
  });
});
