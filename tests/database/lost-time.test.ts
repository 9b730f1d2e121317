import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { App } from "../../app/app.ts";
import type { Entry } from "../../app/exam/attempt/entry.ts";
import { after, before, minutes, seconds } from "../../app/exam/time/time.ts";
import { type ExamDatabase, examDatabase } from "../support/database.ts";
import { sure } from "../support/factories.ts";

let exam: ExamDatabase;
let second: App;
beforeAll(async () => {
  exam = await examDatabase();
  second = exam.again();
});
afterAll(async () => {
  await second.close();
  await exam.close();
});

type Working = {
  readonly id: string;
  readonly lease: string;
  readonly candidate: Parameters<App["commands"]["attempts"]["save"]>[0];
};

/** A room in which so many learners have just been started. */
async function room(learners: number) {
  const { id: centreId } = await exam.make.centre();
  const invigilator = await exam.make.staff("invigilator", { centreId });
  const sitting = await exam.make.sitting(centreId);
  const working: Working[] = [];
  for (let seat = 0; seat < learners; seat++) {
    const { id, candidate } = await exam.make.attempt(sitting);
    const { lease } = await sure(exam.commands.attempts.attend(candidate, { machine: `machine-${seat}`, lease: null }));
    await sure(exam.commands.attempts.admit(invigilator, { attempt: id }));
    await sure(exam.commands.attempts.start(invigilator, { attempt: id }));
    working.push({ id, candidate, lease });
  }
  const lines = async () => (await sure(exam.views.sittings.lostTime(invigilator, { sitting: sitting.id }))).lines;
  const makeUp = (attempts: readonly Working[], { app = exam.app, key = "" } = {}) =>
    app.commands.sittings.makeUp(invigilator, {
      sitting: sitting.id,
      attempts: attempts.map(({ id }) => id),
      why: "Computers restarted by an update",
      key,
    });
  return { invigilator, sitting, working, lines, makeUp };
}

const sendIn = (one: Working, entry: Entry) =>
  sure(exam.commands.attempts.save(one.candidate, { attempt: one.id, lease: one.lease, entries: [entry] }));

/** The computer comes back after so long and says so. */
const restarted = (one: Working, length: number, seq = 1) =>
  sendIn(one, {
    seq,
    left: minutes(60),
    kind: "unable",
    cause: "reloaded",
    from: before(exam.clock.now(), seconds(length)),
    to: exam.clock.now(),
    sure: true,
  });

const left = async (one: Working) => (await exam.states([one.id]))[0]?.left;

describe("lost time", () => {
  test("is given back to everybody affected by one press, by the rule, with reason, rule and evidence in the ledger", async () => {
    const { invigilator, sitting, working, lines, makeUp } = await room(3);
    const [one, other, untouched] = working;
    if (!one || !other || !untouched) throw new Error("The room is empty.");
    exam.clock.move(minutes(10));
    await restarted(one, 130);
    await restarted(other, 61);
    expect((await lines()).map(({ attempt, proposed }) => [attempt, proposed])).toEqual([
      [one.id, minutes(3)],
      [other.id, minutes(2)],
    ]);
    const { seats } = (await sure(exam.views.sittings.board(invigilator, { sitting: sitting.id }))).board;
    expect(seats.map(({ lostTime }) => lostTime).sort()).toEqual([0, minutes(2), minutes(3)]);

    expect(await sure(makeUp(working))).toMatchObject({ changed: 2, given: 5 });
    expect(await Promise.all(working.map(left))).toEqual([minutes(68), minutes(67), minutes(65)]);
    const [line] = await exam.database.prisma.ledgerLine.findMany({
      where: { attemptId: one.id },
      orderBy: { position: "desc" },
      take: 1,
    });
    expect(line?.line).toMatchObject({
      kind: "allowance",
      source: "lost-time",
      amount: minutes(3),
      by: invigilator.name,
      why: "Computers restarted by an update",
      lost: {
        rules: expect.stringMatching(/^\d{4}-\d\d-\d\d\/[0-9a-f]{8}$/),
        stretches: [{ id: `${one.lease}:1`, kind: "reloaded", lost: seconds(130) }],
      },
    });
    expect((await lines()).map(({ proposed, madeUp }) => [proposed, madeUp])).toEqual([
      [0, minutes(3)],
      [0, minutes(2)],
    ]);
  });

  test("pressed twice, by two invigilators and through two processes at once, it is given once", async () => {
    const { working, makeUp } = await room(2);
    exam.clock.move(minutes(10));
    for (const one of working) await restarted(one, 130);
    const key = "one press of the button";
    const answers = await Promise.all([
      makeUp(working, { key }),
      makeUp(working, { key }),
      makeUp(working, { app: second }),
      makeUp(working.slice(0, 1), { app: second }),
    ]);
    const changed = answers.map((answer) => (answer.ok ? answer.changed : -1));
    expect(changed.reduce((sum, one) => sum + one, 0)).toBe(2);
    expect(await Promise.all(working.map(left))).toEqual([minutes(68), minutes(68)]);
  });

  test("a loss that comes later is made up by itself, and the earlier one not again", async () => {
    const { working, lines, makeUp } = await room(1);
    const [one] = working;
    if (!one) throw new Error("The room is empty.");
    exam.clock.move(minutes(10));
    await restarted(one, 60);
    await sure(makeUp(working));
    exam.clock.move(minutes(10));
    await restarted(one, 120, 2);
    expect((await lines())[0]?.proposed).toBe(minutes(2));
    await sure(makeUp(working));
    expect(await left(one)).toBe(minutes(58));
  });

  test("a dead computer and the move to another one cost the time from its last sign of life to the first answer", async () => {
    const { invigilator, working, lines } = await room(1);
    const [one] = working;
    if (!one) throw new Error("The room is empty.");
    exam.clock.move(minutes(5));
    await sendIn(one, { seq: 1, left: minutes(70), kind: "visit", item: "CSE-002" });
    exam.clock.move(minutes(4));
    await sure(exam.commands.attempts.release(invigilator, { attempt: one.id, why: "The computer is dead" }));
    const attended = await sure(
      exam.commands.attempts.attend(one.candidate, { machine: "the spare one", lease: null }),
    );
    expect(await lines()).toEqual([]);
    exam.clock.move(minutes(1));
    await sendIn({ ...one, lease: attended.lease }, { seq: 1, left: minutes(65), kind: "visit", item: "CSE-002" });
    expect((await lines())[0]).toMatchObject({
      proposed: minutes(5),
      stretches: [{ kind: "moved", lost: minutes(5), sure: true }],
    });
  });

  test("minutes offline are no loss, and what an old machine reports after a move does not count", async () => {
    const { invigilator, working, lines } = await room(1);
    const [one] = working;
    if (!one) throw new Error("The room is empty.");
    exam.clock.move(minutes(20));
    await sendIn(one, { seq: 1, left: minutes(58), kind: "reconnected", lostWith: minutes(74) });
    expect(await lines()).toEqual([]);
    await sure(exam.commands.attempts.release(invigilator, { attempt: one.id, why: "The mouse is broken" }));
    await restarted(one, 600, 2);
    expect(await lines()).toEqual([]);
  });

  test("after the end nothing is given any more, and the report keeps what was lost", async () => {
    const { invigilator, sitting, working, makeUp } = await room(1);
    const [one] = working;
    if (!one) throw new Error("The room is empty.");
    exam.clock.move(minutes(10));
    await restarted(one, 130);
    await sure(exam.commands.attempts.submit(one.candidate, { attempt: one.id, lease: one.lease }));
    expect(await sure(makeUp(working))).toMatchObject({ changed: 0, given: 0 });
    const { lostTime } = await sure(exam.views.sittings.report(invigilator, { sitting: sitting.id }));
    expect(lostTime).toMatchObject([{ attempt: one.id, phase: "closed", lost: seconds(130), madeUp: 0 }]);
  });

  test("a computer cannot report time from the future, nor from before its message", async () => {
    const { working, lines } = await room(1);
    const [one] = working;
    if (!one) throw new Error("The room is empty.");
    exam.clock.move(minutes(1));
    const now = exam.clock.now();
    await sendIn(one, {
      seq: 1,
      left: minutes(60),
      kind: "unable",
      cause: "frozen",
      from: before(now, minutes(600)),
      to: after(now, minutes(600)),
      sure: true,
    });
    exam.clock.move(minutes(30));
    expect((await lines())[0]?.lost).toBe(minutes(1));
  });
});
