import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { App } from "../../app/app.ts";
import type { Entry } from "../../app/exam/attempt/entry.ts";
import { minutes, seconds } from "../../app/exam/time/time.ts";
import { type ExamDatabase, examDatabase } from "../support/database.ts";
import { sure } from "../support/factories.ts";
import { someoneWaits } from "../support/someone-waits.ts";

let exam: ExamDatabase;
/** Another process of the same installation. */
let other: App;
beforeAll(async () => {
  exam = await examDatabase();
  other = exam.again();
});
afterAll(async () => {
  await other.close();
  await exam.close();
});

const answer = (seq: number, value: string): Entry => ({
  seq,
  left: minutes(1),
  kind: "answer",
  item: "CSE-002",
  response: { RESPONSE: [value] },
});

type Running = Awaited<ReturnType<ExamDatabase["make"]["running"]>>;

/**
 * A learner at work, whose saves wait in this process from now on until they are let go: somebody else's save is at the turn,
 * and the database does not get on with it.
 */
async function heldBack(process: App) {
  const [inTheWay, running] = [await exam.make.running(), await exam.make.running()];
  const slow = await exam.database.pool.connect();
  await slow.query("BEGIN");
  await slow.query("SELECT 1 FROM attempts WHERE id = $1 FOR UPDATE", [inTheWay.id]);
  const save = ({ id, candidate, lease }: Running, ...entries: readonly Entry[]) =>
    process.commands.attempts.save(candidate, { attempt: id, lease, entries });
  const atTheTurn = save(inTheWay, answer(1, "first"));
  await someoneWaits(exam);
  return {
    ...running,
    save: (...entries: readonly Entry[]) => save(running, ...entries),
    async letGo() {
      await slow.query("COMMIT");
      slow.release();
      await sure(atTheTurn);
    },
  };
}

const standings = async ({ id }: Pick<Running, "id">) =>
  (await exam.database.prisma.journalEntry.findMany({ where: { attemptId: id }, orderBy: { position: "asc" } })).map(
    ({ seq, standing, receivedAt }) => [seq, standing, receivedAt.getTime()],
  );
const phaseOf = async ({ id }: Pick<Running, "id">) =>
  (await exam.database.prisma.attempt.findUniqueOrThrow({ where: { id } })).phase;

describe("answers that have to wait until they are stored", () => {
  test("what arrived in time counts however long it waited, and what arrived after the end does not", async () => {
    const held = await heldBack(exam.app);
    exam.clock.move(minutes(75));
    const inTimeAt = exam.clock.now();
    const inTime = held.save(answer(1, "in time"));
    exam.clock.move(seconds(20));
    const tooLate = held.save(answer(1, "in time"), answer(2, "too late"));
    exam.clock.move(seconds(40));
    await held.letGo();
    // They waited together and are answered together.
    expect([(await sure(inTime)).savedThrough, (await sure(tooLate)).savedThrough]).toEqual([2, 2]);
    expect(await standings(held)).toEqual([
      [1, "counted", inTimeAt],
      [2, "late", inTimeAt + seconds(20)],
    ]);
  });

  test("nobody closes a test while something that arrived in time waits, at this process or at another", async () => {
    const held = await heldBack(exam.app);
    exam.clock.move(minutes(75));
    const inTime = held.save(answer(1, "in time"));
    exam.clock.move(seconds(60));
    await exam.tellStored();
    await other.sweep();
    await exam.sweep();
    const whileItWaited = await phaseOf(held);
    await held.letGo();
    await sure(inTime);
    await exam.tellStored();
    await other.sweep();
    expect([whileItWaited, await phaseOf(held)]).toEqual(["running", "closed"]);
    const response = await exam.database.prisma.response.findFirstOrThrow({
      where: { attemptId: held.id, item: { itemId: "CSE-002" } },
    });
    expect(response.value).toEqual({ RESPONSE: ["in time"] });
  });

  test("a process that is gone with what waited in it holds up no end for longer than ten seconds", async () => {
    const held = await heldBack(other);
    exam.clock.move(minutes(75));
    const lost = held.save(answer(1, "never said to be safe"));
    exam.clock.move(seconds(20));
    await other.tellStored();
    exam.clock.move(seconds(9));
    await exam.sweep();
    const whileHeardOf = await phaseOf(held);
    exam.clock.move(seconds(2));
    await exam.sweep();
    expect([whileHeardOf, await phaseOf(held)]).toEqual(["running", "closed"]);
    await held.letGo();
    expect(await sure(lost)).toMatchObject({ notCounted: "late" });
  });

  test("a test is closed at its end when nothing waits, and a process that has left is not waited for", async () => {
    const running = await exam.make.running();
    const third = exam.again();
    await third.tellStored();
    await third.close();
    exam.clock.move(minutes(75));
    exam.clock.move(seconds(6));
    await exam.sweep();
    expect(await phaseOf(running)).toBe("closed");
  });
});
