import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { after, minutes } from "../../app/exam/time/time.ts";
import { type ExamDatabase, examDatabase } from "../support/database.ts";
import { call, expectArranged, heard, type Line, liveHall } from "../support/live-hall.ts";

let exam: ExamDatabase;
let hall: Awaited<ReturnType<typeof liveHall>>;
beforeAll(async () => {
  exam = await examDatabase();
  hall = await liveHall(exam);
});
afterAll(async () => {
  await hall.close();
  await exam.close();
});

type Running = Awaited<ReturnType<ExamDatabase["make"]["running"]>>;

async function board({ invigilator, sittingId }: Running, name = "the board of the room") {
  const { line } = await hall.enter(invigilator);
  const held = await line.emitWithAck("hold", { sitting: sittingId, name });
  return { line, held };
}
async function learner({ id, candidate, lease }: Running, told: (line: Line) => Promise<unknown> = async () => null) {
  const { line } = await hall.enter(candidate);
  const hears = told(line);
  await line.emitWithAck("attend", { attempt: id, machine: "machine-one", lease });
  return { line, hears };
}
const spare = ({ sittingId }: Running) =>
  hall.connect({}, { spare: exam.secrets.sparePass(sittingId, after(exam.clock.now(), minutes(60))) });

describe("arranging a line between two computers of a room", () => {
  test("a learner's page is told of the board, calls it, and the board knows by the server's word whose page it is", async () => {
    const running = await exam.make.running();
    const { line: holder } = await board(running);
    const { line, hears } = await learner(running, (mine) => heard(mine, "holder"));
    expect(await hears).toEqual({ peer: holder.id, name: "the board of the room" });

    await expectArranged({ line, holder, attempt: running.id });
  });

  test("a board that comes later is told to everybody who is there, a spare computer as well", async () => {
    const running = await exam.make.running();
    const { line } = await learner(running);
    const waiting = await spare(running);
    const told = [heard(line, "holder"), heard(waiting, "holder")];
    const { line: holder } = await board(running);
    expect((await Promise.all(told)).map(({ peer }) => peer)).toEqual([holder.id, holder.id]);
    const called = heard(holder, "arrange");
    await waiting.emitWithAck("arrange", { ...call, to: holder.id ?? "" });
    expect(await called).toMatchObject({ from: waiting.id, attempt: null });
  });

  test("nobody calls another learner, another room, or anybody under a false kind or with too much to say", async () => {
    const [one, other] = [await exam.make.running(), await exam.make.running()];
    const { line: mine } = await learner(one);
    const { line: theirs } = await learner(other);
    const { line: holder } = await board(one);
    const { line: elsewhere } = await board(other);
    const arrange = (to: string | undefined, message: object = call, from = mine) =>
      from.emitWithAck("arrange", { ...call, ...message, to: to ?? "" });
    for (const to of [theirs.id, elsewhere.id, "nobody", mine.id])
      expect(await arrange(to)).toMatchObject({ refusal: "not-found" });
    expect(await arrange(elsewhere.id, call, holder)).toMatchObject({ refusal: "not-found" });
    expect(await arrange(holder.id, { kind: "lock" })).toMatchObject({ refusal: "badly-formed" });
    expect(await arrange(holder.id, { text: "x".repeat(20_001) })).toMatchObject({ refusal: "badly-formed" });
  });

  test("only an invigilator of the room holds its copies", async () => {
    const running = await exam.make.running();
    const stranger = await exam.make.staff("invigilator", { centreId: (await exam.make.centre()).id });
    const officer = await exam.make.staff("exams-officer", { centreId: running.centreId });
    const { line } = await learner(running);
    let told = 0;
    line.on("holder", () => {
      told += 1;
    });
    for (const [who, refusal] of [
      [stranger, "not-at-your-centre"],
      [officer, "not-allowed"],
    ] as const) {
      const { line: theirs } = await hall.enter(who);
      expect(await theirs.emitWithAck("hold", { sitting: running.sittingId, name: "x" })).toMatchObject({ refusal });
    }
    const { held } = await board(running);
    expect(held).toMatchObject({ ok: true, spareCode: expect.stringMatching(/^.{3}-.{3}$/) });
    await line.emitWithAck("save", { attempt: running.id, lease: running.lease, entries: [] });
    expect(told).toBe(1);
  });

  test("a spare computer is nobody: it is told nothing and does nothing but call the board", async () => {
    const running = await exam.make.running();
    const waiting = await spare(running);
    const { line: holder } = await board(running);
    const unanswered = waiting.timeout(300).emitWithAck("watch", { sitting: running.sittingId });
    await expect(unanswered).rejects.toThrow();
    expect(await waiting.emitWithAck("arrange", { ...call, to: holder.id ?? "" })).toEqual({ ok: true });
    await expect(hall.connect({}, { spare: `${running.sittingId} 99999999999999 forged` })).rejects.toThrow();
  });

  test("nothing broke on the way", () => {
    expect(hall.errors).toEqual([]);
  });
});
