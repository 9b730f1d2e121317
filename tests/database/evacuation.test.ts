import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { minutes, seconds } from "../../app/exam/time/time.ts";
import { type ExamDatabase, examDatabase } from "../support/database.ts";
import { sure } from "../support/factories.ts";
import { someoneWaits } from "../support/someone-waits.ts";

let exam: ExamDatabase;
beforeAll(async () => {
  exam = await examDatabase();
});
afterAll(() => exam.close());

/** Learners at their machines: so many running, then one on a rest break, one ready and one who has only signed in. */
async function room(running: number) {
  const { id: centreId } = await exam.make.centre();
  const invigilator = await exam.make.staff("invigilator", { centreId });
  const sitting = await exam.make.sitting(centreId);
  const seats = Array.from({ length: running + 3 }, (_, seat) => `machine-${seat}-here`);
  const attempts = await Promise.all(
    seats.map(async (machine) => {
      const attempt = await exam.make.attempt(sitting);
      const { lease } = await sure(exam.commands.attempts.attend(attempt.candidate, { machine, lease: null }));
      return { ...attempt, lease };
    }),
  );
  const [waiting, ready, resting, ...working] = attempts.toReversed();
  if (!waiting || !ready || !resting) throw new Error("The room is empty.");
  for (const { id, candidate, lease } of [ready, resting, ...working]) {
    await sure(exam.commands.attempts.admit(invigilator, { attempt: id }));
    await sure(exam.commands.attempts.makeReady(candidate, { attempt: id, lease }));
  }
  for (const { id } of [resting, ...working]) await sure(exam.commands.attempts.start(invigilator, { attempt: id }));
  await sure(
    exam.commands.attempts.pause(invigilator, { attempt: resting.id, cause: "rest-break", why: "Supervised break" }),
  );
  const evacuate = () => exam.commands.sittings.evacuate(invigilator, { sitting: sitting.id });
  const comeBack = (narrative = "") =>
    exam.commands.sittings.returnToRoom(invigilator, { sitting: sitting.id, narrative });
  const states = async () => {
    const all = await exam.states(attempts.map(({ id }) => id));
    return new Map(all.map((state) => [state.attempt, state]));
  };
  const incidents = () => exam.database.prisma.incident.findMany({ where: { sittingId: sitting.id } });
  return { invigilator, sitting, waiting, ready, resting, working, evacuate, comeBack, states, incidents };
}

describe("an evacuation", () => {
  test("blanks every screen, stops every clock, and the return restores all of the time and nothing else", async () => {
    const { sitting, waiting, ready, resting, working, evacuate, comeBack, states, incidents } = await room(2);
    exam.clock.move(minutes(10));
    expect(await sure(evacuate())).toMatchObject({ changed: 2 });
    const out = await states();
    expect([...out.values()].map(({ evacuated, key }) => [evacuated, key])).toEqual(
      Array.from({ length: 5 }, () => [true, null]),
    );
    exam.clock.move(minutes(25));
    expect(await sure(comeBack("A toaster on the first floor."))).toMatchObject({ changed: 2 });
    const back = await states();
    const stands = (one: { id: string }) => [
      back.get(one.id)?.phase,
      back.get(one.id)?.left,
      back.get(one.id)?.evacuated,
    ];
    expect(working.map(stands)).toEqual(working.map(() => ["running", minutes(65), false]));
    expect([resting, ready, waiting].map(stands)).toEqual([
      ["paused", minutes(75), false],
      ["ready", minutes(75), false],
      ["booked", minutes(75), false],
    ]);
    const [incident, ...others] = await incidents();
    const lasted = (incident?.endedAt?.getTime() ?? 0) - (incident?.startedAt.getTime() ?? 0);
    expect([incident?.type, lasted, others.length]).toEqual(["evacuation", minutes(25), 0]);
    expect(incident?.narrative).toBe(
      "The room was evacuated and every screen blanked. 2 tests were stopped; 1 stood still already; 2 had not begun.\nA toaster on the first floor.",
    );
    expect(sitting.phase).toBe("open");
  });

  test("ordered while a learner arrives at a new computer: the clock that stood for the move stays stopped", async () => {
    const { id, candidate, invigilator, sittingId } = await exam.make.running();
    await sure(exam.commands.attempts.release(invigilator, { attempt: id, why: "The screen is dead", stop: true }));
    const { lease } = await sure(exam.commands.attempts.attend(candidate, { machine: "the new one", lease: null }));
    const evacuation = await exam.database.pool.connect();
    await evacuation.query("BEGIN");
    await evacuation.query("SELECT 1 FROM attempts WHERE id = $1 FOR UPDATE", [id]);
    await evacuation.query(`UPDATE sittings SET "evacuatedAt" = $2 WHERE id = $1`, [sittingId, new Date()]);
    const arrived = exam.commands.attempts.makeReady(candidate, { attempt: id, lease });
    await someoneWaits(exam);
    await evacuation.query("COMMIT");
    evacuation.release();
    expect((await sure(arrived)).state).toMatchObject({ phase: "paused", evacuated: true, key: null });
  });

  test("pressed twice, or by two invigilators at once, it is one evacuation with one incident", async () => {
    const { evacuate, incidents, working } = await room(2);
    await Promise.all([evacuate(), evacuate(), evacuate()]);
    expect(await incidents()).toHaveLength(1);
    const stops = await exam.database.prisma.ledgerLine.findMany({ where: { attemptId: working[0]?.id ?? "" } });
    expect(stops.filter(({ line }) => (line as { kind: string }).kind === "stopped")).toHaveLength(1);
  });

  test("while the room is out nobody is started or resumed, and whoever signs in sees nothing of the test", async () => {
    const { invigilator, sitting, ready, resting, evacuate, comeBack } = await room(1);
    await sure(evacuate());
    const late = await exam.make.attempt(sitting);
    const attended = await sure(
      exam.commands.attempts.attend(late.candidate, { machine: "machine-late", lease: null }),
    );
    expect(attended.state.evacuated).toBe(true);
    const { attempts, sittings } = exam.commands;
    const refusals = [
      await attempts.start(invigilator, { attempt: ready.id }),
      await attempts.resume(invigilator, { attempt: resting.id }),
      await sittings.startAll(invigilator, { sitting: sitting.id }),
      await sittings.resumeAll(invigilator, { sitting: sitting.id }),
    ].map((answer) => !answer.ok && answer.refusal);
    expect(refusals).toEqual(["room-evacuated", "room-evacuated", "room-evacuated", "room-evacuated"]);
    await sure(comeBack());
    await sure(attempts.start(invigilator, { attempt: ready.id }));
    expect(await comeBack()).toMatchObject({ refusal: "not-from-here" });
  });

  test("a start that races the evacuation leaves no clock running", async () => {
    for (let round = 0; round < 8; round++) {
      const { invigilator, ready, evacuate, states } = await room(1);
      await Promise.all([evacuate(), exam.commands.attempts.start(invigilator, { attempt: ready.id })]);
      expect([...(await states()).values()].map(({ phase }) => phase)).not.toContain("running");
    }
  });

  test("what a learner worked on without a network while the room was out is in the ledger as worked", async () => {
    const { working, evacuate, comeBack, states } = await room(2);
    const [offline, online] = working;
    if (!offline || !online) throw new Error("Nobody works.");
    exam.clock.move(minutes(10));
    await sure(evacuate());
    exam.clock.move(minutes(5));
    const entry = (left: number) => ({
      seq: 1,
      left,
      kind: "answer" as const,
      item: "CSE-002",
      response: { RESPONSE: ["written in the dark"] },
    });
    const { attempts } = exam.commands;
    const save = (one: typeof offline, left: number) =>
      sure(attempts.save(one.candidate, { attempt: one.id, lease: one.lease, entries: [entry(left)] }));
    expect((await save(offline, minutes(62))).notCounted).toBeNull();
    await save(online, minutes(65) + seconds(1));
    exam.clock.move(minutes(5));
    await sure(comeBack());
    const back = await states();
    expect([back.get(offline.id)?.left, back.get(online.id)?.left]).toEqual([minutes(62), minutes(65)]);
    const lines = await exam.database.prisma.ledgerLine.findMany({
      where: { attemptId: offline.id },
      orderBy: { position: "asc" },
    });
    expect(lines.slice(-2).map(({ line }) => line)).toMatchObject([
      { kind: "worked-on", amount: minutes(3) },
      { kind: "resumed" },
    ]);
  });

  test("a sitting that ends while the room is out is out no more, and its incident has an end", async () => {
    const { invigilator, sitting, resting, working, evacuate, comeBack, incidents } = await room(1);
    await sure(evacuate());
    for (const { id } of [resting, ...working])
      await sure(exam.commands.attempts.terminate(invigilator, { attempt: id, why: "The building stays closed" }));
    exam.clock.move(minutes(30));
    await sure(exam.commands.sittings.end(invigilator, { sitting: sitting.id }));
    const ended = await exam.database.prisma.sitting.findUniqueOrThrow({ where: { id: sitting.id } });
    expect([ended.phase, ended.evacuatedAt]).toEqual(["ended", null]);
    const [incident] = await incidents();
    expect((incident?.endedAt?.getTime() ?? 0) - (incident?.startedAt.getTime() ?? 0)).toBe(minutes(30));
    expect(incident?.narrative).toMatch(/\nThe sitting has ended\.$/);
    expect(await comeBack()).toMatchObject({ refusal: "sitting-ended" });
  });

  test("a server that starts again in the middle knows that the room is out, and the return restores the same", async () => {
    const { invigilator, sitting, working, evacuate } = await room(1);
    exam.clock.move(minutes(20));
    await sure(evacuate());
    const restarted = exam.again();
    exam.clock.move(minutes(30));
    const [state] = await restarted.states([working[0]?.id ?? ""]);
    expect(state).toMatchObject({ evacuated: true, phase: "paused", left: minutes(55) });
    await restarted.sweep();
    await sure(restarted.commands.sittings.returnToRoom(invigilator, { sitting: sitting.id }));
    const [back] = await restarted.states([working[0]?.id ?? ""]);
    await restarted.close();
    expect(back).toMatchObject({ evacuated: false, phase: "running", left: minutes(55) });
  });
});
