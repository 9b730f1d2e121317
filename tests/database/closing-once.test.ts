import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { App } from "../../app/app.ts";
import { duration, minutes, seconds } from "../../app/exam/time/time.ts";
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

type Running = Awaited<ReturnType<ExamDatabase["make"]["running"]>>;

/** Everything that can end a test, or keep it from ending, through either of two processes. */
const deeds = {
  "hand in": (app: App, { id, candidate, lease }: Running) =>
    app.commands.attempts.submit(candidate, { attempt: id, lease }),
  sweep: async (app: App) => void (await app.sweep()),
  terminate: (app: App, { id, invigilator }: Running) =>
    app.commands.attempts.terminate(invigilator, { attempt: id, why: "Left the room" }),
  "give time": (app: App, { id, invigilator }: Running) =>
    app.commands.attempts.grantTime(invigilator, { attempt: id, minutes: 5, why: "A drill next door" }),
  save: (app: App, { id, candidate, lease }: Running) =>
    app.commands.attempts.save(candidate, { attempt: id, lease, entries: [] }),
} satisfies Record<string, (app: App, running: Running) => Promise<unknown>>;
type Deed = keyof typeof deeds;
const names = Object.keys(deeds) as readonly Deed[];

async function whatIsThere(id: string) {
  const { prisma } = exam.database;
  const attempt = await prisma.attempt.findUniqueOrThrow({ where: { id } });
  const ledger = await prisma.ledgerLine.findMany({ where: { attemptId: id }, orderBy: { position: "asc" } });
  const responses = await prisma.response.findMany({
    where: { attemptId: id },
    include: { _count: { select: { marks: true, tasks: true } } },
  });
  return {
    phase: attempt.phase,
    receipt: attempt.receipt,
    endings: ledger.filter(({ line }) => (line as { kind: string }).kind === "ended").length,
    responses: responses.length,
    // Every response has either the mark of a rule or the task of a person.
    marked: responses.every(({ _count }) => _count.marks + _count.tasks === 1),
  };
}

describe("exactly one closing", () => {
  test("whatever ends a test at the same moment through two processes, it closes once, with one receipt and one set of work to mark", async () => {
    const deed = fc.record({ what: fc.constantFrom(...names), elsewhere: fc.boolean() });
    const moments = fc.constantFrom(
      duration(minutes(75) - 1),
      minutes(75),
      duration(minutes(75) + 3_000),
      duration(minutes(75) + 5_001),
      minutes(90),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(deed, { minLength: 2, maxLength: 6 }), moments, async (all, passed) => {
        const running = await exam.make.running();
        exam.clock.move(passed);
        await Promise.all(all.map(({ what, elsewhere }) => deeds[what](elsewhere ? second : exam.app, running)));
        // Whoever handed in had to be told of the one closing there was.
        exam.clock.move(minutes(200));
        await exam.sweep();
        const told = await exam.commands.attempts.submit(running.candidate, {
          attempt: running.id,
          lease: running.lease,
        });
        const there = await whatIsThere(running.id);
        expect(there).toMatchObject({ phase: "closed", endings: 1, responses: 24, marked: true });
        expect(told).toMatchObject({ ok: true, state: { closed: { receipt: there.receipt } } });
      }),
      { numRuns: 25 },
    );
  });

  test("two hand-ins and the sweeper in one moment give the learner the same receipt", async () => {
    const running = await exam.make.running();
    exam.clock.move(minutes(76));
    const handIn = (app: App) =>
      sure(app.commands.attempts.submit(running.candidate, { attempt: running.id, lease: running.lease }));
    const [one, , other] = await Promise.all([handIn(exam.app), second.sweep(), handIn(second)]);
    expect(one.state.closed).toEqual(other.state.closed);
    expect(one.state.closed?.reason).toBe("time-expired");
  });
});

describe("more time in the last seconds", () => {
  const grant = (running: Running, order: object = {}) =>
    exam.commands.attempts.grantTime(running.invigilator, {
      attempt: running.id,
      minutes: 5,
      why: "Fire drill",
      ...order,
    });

  test("after the deadline and before the sweep it counts, and the test goes on", async () => {
    const running = await exam.make.running();
    exam.clock.move(minutes(75));
    exam.clock.move(seconds(4));
    await sure(grant(running));
    await exam.sweep();
    const [state] = await exam.states([running.id]);
    expect([state?.phase, state?.left]).toEqual(["running", minutes(5) - seconds(4)]);
  });

  test("against the sweep itself it either counts or is refused, and never half", async () => {
    for (let round = 0; round < 12; round++) {
      const running = await exam.make.running();
      exam.clock.move(minutes(76));
      const [granted] = await Promise.all([grant(running), second.sweep()]);
      const { phase, endings } = await whatIsThere(running.id);
      expect([granted.ok, phase, endings]).toEqual(granted.ok ? [true, "running", 0] : [false, "closed", 1]);
    }
  });

  test("a second after the closing it is refused in plain words and nothing changes", async () => {
    const running = await exam.make.running();
    exam.clock.move(minutes(76));
    await exam.sweep();
    exam.clock.move(seconds(1));
    const before = await whatIsThere(running.id);
    expect(await grant(running)).toMatchObject({
      refusal: "attempt-closed",
      why: expect.stringContaining("not opened again"),
    });
    expect(await whatIsThere(running.id)).toEqual(before);
  });

  test("pressed twice it is given once, also through two processes, and it is audited once", async () => {
    const running = await exam.make.running();
    const order = {
      attempt: running.id,
      minutes: 5,
      why: "Fire drill",
      key: "one order of one press",
      seen: minutes(75),
    };
    const presses = [exam.app, second, exam.app].map((app) =>
      app.commands.attempts.grantTime(running.invigilator, order),
    );
    expect((await Promise.all(presses)).map(({ ok }) => ok)).toEqual([true, true, true]);
    const [state] = await exam.states([running.id]);
    const audited = await exam.database.prisma.auditLine.count({
      where: { attemptId: running.id, action: "grant time" },
    });
    expect([state?.allowance, audited]).toEqual([minutes(80), 1]);
  });

  test("two invigilators at once: the second is told what the first gave", async () => {
    const running = await exam.make.running();
    const other = await exam.make.staff("invigilator", { centreId: running.centreId });
    const answers = await Promise.all(
      [running.invigilator, other].map((who, index) =>
        exam.commands.attempts.grantTime(who, {
          attempt: running.id,
          minutes: 5,
          why: "Fire drill",
          key: `the order of invigilator ${index}`,
          seen: minutes(75),
        }),
      ),
    );
    expect(answers.map((answer) => (answer.ok ? "given" : answer.refusal)).sort()).toEqual(["changed-since", "given"]);
    expect((await exam.states([running.id]))[0]?.allowance).toBe(minutes(80));
  });
});
