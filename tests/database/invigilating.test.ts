import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { minutes, seconds } from "../../app/exam/time/time.ts";
import { type ExamDatabase, examDatabase } from "../support/database.ts";
import { sure } from "../support/factories.ts";

let exam: ExamDatabase;
beforeAll(async () => {
  exam = await examDatabase();
});
afterAll(() => exam.close());

/** A sitting with so many booked learners, each signed in at a machine. */
async function room(learners: number, { phase = "open" } = {}) {
  const { id: centreId } = await exam.make.centre();
  const invigilator = await exam.make.staff("invigilator", { centreId });
  const sitting = await exam.make.sitting(centreId, { phase });
  const attempts = [];
  for (let seat = 0; seat < learners; seat++) {
    const attempt = await exam.make.attempt(sitting);
    const machine = `machine-${seat}-here`;
    const { lease } = await sure(exam.commands.attempts.attend(attempt.candidate, { machine, lease: null }));
    attempts.push({ ...attempt, lease });
  }
  const phases = async () =>
    (await exam.database.prisma.attempt.findMany({ where: { sittingId: sitting.id } })).map((one) => one.phase);
  return { centreId, invigilator, sitting, attempts, phases };
}

describe("running a sitting", () => {
  test("nobody is admitted before it is open", async () => {
    const { invigilator, sitting, attempts } = await room(1, { phase: "planned" });
    const attempt = attempts[0]?.id;
    expect(await exam.commands.attempts.admit(invigilator, { attempt })).toMatchObject({ refusal: "sitting-not-open" });
    await sure(exam.commands.sittings.open(invigilator, { sitting: sitting.id }));
    expect(await exam.commands.attempts.admit(invigilator, { attempt })).toMatchObject({ ok: true });
  });

  test("start all starts those who are ready at a computer, in one moment, and leaves the others as they are", async () => {
    const { invigilator, sitting, attempts, phases } = await room(4);
    await sure(exam.commands.sittings.admitAll(invigilator, { sitting: sitting.id }));
    for (const { id, candidate, lease } of attempts.slice(0, 3))
      await sure(exam.commands.attempts.makeReady(candidate, { attempt: id, lease }));
    await sure(
      exam.commands.attempts.release(invigilator, { attempt: attempts[2]?.id, why: "The screen has gone dark" }),
    );
    expect(await exam.commands.sittings.startAll(invigilator, { sitting: sitting.id })).toMatchObject({
      ok: true,
      changed: 2,
    });
    expect((await phases()).sort()).toEqual(["admitted", "ready", "running", "running"]);
    const starts = await exam.database.prisma.attempt.findMany({ where: { sittingId: sitting.id, phase: "running" } });
    expect(new Set(starts.map(({ startedAt }) => startedAt?.getTime())).size).toBe(1);
  });

  test("who is on a rest break stays on it when the room goes on", async () => {
    const { invigilator, sitting, attempts, phases } = await room(2);
    await sure(exam.commands.sittings.admitAll(invigilator, { sitting: sitting.id }));
    for (const { id } of attempts) await sure(exam.commands.attempts.start(invigilator, { attempt: id }));
    const rest = { attempt: attempts[0]?.id, cause: "rest-break", why: "Supervised rest break" };
    await sure(exam.commands.attempts.pause(invigilator, rest));
    await sure(
      exam.commands.sittings.pauseAll(invigilator, { sitting: sitting.id, cause: "pause", why: "Noise outside" }),
    );
    expect(await exam.commands.sittings.resumeAll(invigilator, { sitting: sitting.id })).toMatchObject({ changed: 1 });
    expect((await phases()).sort()).toEqual(["paused", "running"]);
  });

  test("arrival is written in the register by the rule: on time, late, very late after an hour", async () => {
    const { invigilator, sitting, attempts } = await room(3);
    const admit = async (index: number) =>
      (await sure(exam.commands.attempts.admit(invigilator, { attempt: attempts[index]?.id }))).register;
    const registers = [await admit(0)];
    exam.clock.move(minutes(60));
    registers.push(await admit(1));
    exam.clock.move(seconds(1));
    registers.push(await admit(2));
    expect([sitting.phase, registers]).toEqual(["open", ["present", "late", "very-late"]]);
  });

  test("what the invigilator has written about an arrival stands when the learner is let in", async () => {
    const { invigilator, attempts } = await room(1);
    const attempt = attempts[0]?.id;
    await sure(exam.commands.attempts.markRegister(invigilator, { attempt, register: "very-late" }));
    expect((await sure(exam.commands.attempts.admit(invigilator, { attempt }))).register).toBe("very-late");
  });

  test("whoever is marked away is not admitted, alone or with the room, until the mark is taken back", async () => {
    const { invigilator, sitting, attempts, phases } = await room(3);
    const attempt = attempts[0]?.id;
    const mark = (register: string) => sure(exam.commands.attempts.markRegister(invigilator, { attempt, register }));
    await mark("withdrawn");
    expect(await exam.commands.attempts.admit(invigilator, { attempt })).toEqual({
      ok: false,
      refusal: "not-from-here",
      why: "The register says “Withdrawn”. If they are here after all, mark that in the register first.",
    });
    expect(await exam.commands.sittings.admitAll(invigilator, { sitting: sitting.id })).toMatchObject({ changed: 2 });
    expect((await phases()).sort()).toEqual(["admitted", "admitted", "booked"]);
    await mark("late");
    expect(await exam.commands.attempts.admit(invigilator, { attempt })).toMatchObject({ ok: true, register: "late" });
  });

  test("nobody is started while no computer has their test: a colleague has sent them to another one meanwhile", async () => {
    const { invigilator, sitting, attempts, phases } = await room(1);
    const [{ id, candidate, lease } = { id: "", candidate: null, lease: "" }] = attempts;
    await sure(exam.commands.sittings.admitAll(invigilator, { sitting: sitting.id }));
    await sure(exam.commands.attempts.makeReady(candidate, { attempt: id, lease }));
    await sure(exam.commands.attempts.release(invigilator, { attempt: id, why: "The screen has gone dark" }));
    const start = () => exam.commands.attempts.start(invigilator, { attempt: id });
    expect(await start()).toMatchObject({
      refusal: "not-from-here",
      why: expect.stringContaining("No computer has it"),
    });
    await sure(exam.commands.attempts.attend(candidate, { machine: "the spare one", lease: null }));
    await sure(start());
    expect(await phases()).toEqual(["running"]);
  });

  test("whoever is marked away when ready is not started, alone or with the room, until the mark is taken back", async () => {
    const { invigilator, sitting, attempts, phases } = await room(2);
    await sure(exam.commands.sittings.admitAll(invigilator, { sitting: sitting.id }));
    for (const { id, candidate, lease } of attempts)
      await sure(exam.commands.attempts.makeReady(candidate, { attempt: id, lease }));
    const attempt = attempts[0]?.id;
    const mark = (register: string) => sure(exam.commands.attempts.markRegister(invigilator, { attempt, register }));
    await mark("absent");
    expect(await exam.commands.attempts.start(invigilator, { attempt })).toMatchObject({ refusal: "not-from-here" });
    expect(await exam.commands.sittings.startAll(invigilator, { sitting: sitting.id })).toMatchObject({ changed: 1 });
    expect((await phases()).sort()).toEqual(["ready", "running"]);
    await mark("present");
    expect(await exam.commands.sittings.startAll(invigilator, { sitting: sitting.id })).toMatchObject({ changed: 1 });
  });

  test("an incident neither begins nor ends in the future", async () => {
    const { invigilator, sitting } = await room(0);
    const write = (startedAt: number, endedAt: number | null) =>
      exam.commands.sittings.writeIncident(invigilator, {
        sitting: sitting.id,
        type: "disturbance",
        startedAt,
        endedAt,
        narrative: "Drilling next door",
      });
    const now = exam.clock.now();
    expect(await write(now, now + 1)).toMatchObject({
      refusal: "badly-formed",
      why: "An incident cannot end in the future. Leave its end empty while it goes on; you can end it in the report.",
    });
    expect(await write(now + 1, null)).toMatchObject({ refusal: "badly-formed" });
    await sure(write(now - 1, now));
  });

  test("the sitting ends only when nobody works any more, and who never came is absent", async () => {
    const { invigilator, sitting, attempts } = await room(2);
    await sure(exam.commands.attempts.admit(invigilator, { attempt: attempts[0]?.id }));
    await sure(exam.commands.attempts.start(invigilator, { attempt: attempts[0]?.id }));
    expect(await exam.commands.sittings.end(invigilator, { sitting: sitting.id })).toMatchObject({
      refusal: "attempts-still-running",
    });
    await sure(
      exam.commands.attempts.terminate(invigilator, {
        attempt: attempts[0]?.id,
        why: "Left the room and did not return",
      }),
    );
    expect(await exam.commands.sittings.end(invigilator, { sitting: sitting.id })).toMatchObject({
      ok: true,
      absent: 1,
    });
    expect(await exam.commands.attempts.admit(invigilator, { attempt: attempts[1]?.id })).toMatchObject({
      refusal: "sitting-ended",
    });
    expect(await exam.commands.sittings.announce(invigilator, { sitting: sitting.id, text: "Hello" })).toMatchObject({
      refusal: "sitting-ended",
    });
  });

  test("nobody who has started can be marked absent, and a reason is always asked for", async () => {
    const { id, invigilator } = await exam.make.running();
    expect(await exam.commands.attempts.markRegister(invigilator, { attempt: id, register: "absent" })).toMatchObject({
      refusal: "not-from-here",
    });
    expect(await exam.commands.attempts.grantTime(invigilator, { attempt: id, minutes: 5, why: "" })).toMatchObject({
      refusal: "badly-formed",
      fields: { why: "Say why, in a few words." },
    });
  });

  test("an invigilator of another centre, a learner and an examiner can do none of it", async () => {
    const { id, candidate } = await exam.make.running();
    const stranger = await exam.make.staff("invigilator", { centreId: (await exam.make.centre()).id });
    const examiner = await exam.make.staff("examiner");
    const grant = { attempt: id, minutes: 5, why: "Because I say so" };
    const answers = [
      await exam.commands.attempts.grantTime(stranger, grant),
      await exam.commands.attempts.grantTime(candidate, grant),
      await exam.commands.attempts.grantTime(examiner, grant),
      await exam.commands.attempts.grantTime(null, grant),
    ];
    expect(answers.map((answer) => !answer.ok && answer.refusal)).toEqual([
      "not-at-your-centre",
      "not-allowed",
      "not-allowed",
      "not-signed-in",
    ]);
  });

  test("every action is in the report with who, when and why", async () => {
    const { id, invigilator, sittingId } = await exam.make.running();
    await sure(exam.commands.attempts.pause(invigilator, { attempt: id, cause: "technical", why: "Keyboard changed" }));
    await sure(
      exam.commands.sittings.writeIncident(invigilator, {
        sitting: sittingId,
        attempt: id,
        type: "technical",
        narrative: "The keyboard failed and was changed.",
      }),
    );
    const report = await sure(exam.views.sittings.report(invigilator, { sitting: sittingId }));
    expect(report.audit.map(({ action, actorName, why }) => [action, actorName, why])).toEqual([
      ["admit", invigilator.name, null],
      ["attend", report.register[0]?.name, null],
      ["make ready", report.register[0]?.name, null],
      ["start", invigilator.name, null],
      ["pause", invigilator.name, "Keyboard changed"],
      ["write incident", invigilator.name, null],
    ]);
    expect(report.incidents).toMatchObject([
      { type: "technical", narrative: "The keyboard failed and was changed.", at: exam.clock.now() },
    ]);
  });
});

describe("the form a learner's browser receives", () => {
  test("comes only when admitted, locked, and opens only with the key that the start gives", async () => {
    const { invigilator, attempts } = await room(1);
    const [attempt] = attempts;
    const candidate = attempt?.candidate ?? null;
    expect(await exam.views.exam.sealedForm(candidate, {})).toMatchObject({ refusal: "too-early" });
    await sure(exam.commands.attempts.admit(invigilator, { attempt: attempt?.id }));
    const { sealed } = await sure(exam.views.exam.sealedForm(candidate, {}));
    expect(Buffer.from(sealed).toString("latin1")).not.toContain("CSE-001");

    const waiting = await sure(exam.commands.attempts.attend(candidate, { machine: "machine-0-here", lease: null }));
    await sure(exam.commands.attempts.start(invigilator, { attempt: attempt?.id }));
    const [state] = await exam.states([attempt?.id ?? ""]);
    expect(waiting.state.key).toBeNull();
    const key = await crypto.subtle.importKey("raw", Buffer.from(state?.key ?? "", "base64"), "AES-GCM", false, [
      "decrypt",
    ]);
    const plain = await crypto.subtle.decrypt({ name: "AES-GCM", iv: sealed.slice(0, 12) }, key, sealed.slice(12));
    const form = JSON.parse(Buffer.from(plain).toString());
    expect([form.id, form.items.length, form.marks]).toEqual(["CSE-A", 24, 60]);
  });
});
