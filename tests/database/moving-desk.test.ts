import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "../../app/exam/people/actor.ts";
import { minutes } from "../../app/exam/time/time.ts";
import { sha256 } from "../../app/platform/secrets.ts";
import { type ExamDatabase, examDatabase } from "../support/database.ts";
import { sure } from "../support/factories.ts";

let exam: ExamDatabase;
beforeAll(async () => {
  exam = await examDatabase();
});
afterAll(() => exam.close());

type Running = Awaited<ReturnType<ExamDatabase["make"]["running"]>>;

const move = ({ id, invigilator }: Pick<Running, "id" | "invigilator">, stop = true) =>
  exam.commands.attempts.release(invigilator, { attempt: id, why: "The screen has gone dark", stop });
const type = (code: string) => exam.commands.people.signInMoved(null, { code, address: "10.0.0.7" });
const attend = (candidate: Actor | null, machine: string, lease: string | null = null) =>
  exam.commands.attempts.attend(candidate, { machine, lease });

describe("moving to another computer", () => {
  test("the code opens the test at the same question, answers, look and time, and the clock goes on by itself", async () => {
    const running = await exam.make.running();
    const { id, candidate, lease } = running;
    exam.clock.move(minutes(10));
    const left = minutes(65);
    const entries = [
      { seq: 1, left, kind: "answer" as const, item: "CSE-002", response: { RESPONSE: ["kept"] } },
      { seq: 2, left, kind: "visit" as const, item: "CSE-005" },
      { seq: 3, left, kind: "look" as const, theme: "dark", text: "larger" },
    ];
    await sure(exam.commands.attempts.save(candidate, { attempt: id, lease, entries }));

    const { code } = await sure(move(running));
    exam.clock.move(minutes(3));
    const signedIn = await sure(type(code.toLowerCase().replace("-", " ")));
    const learner = await exam.actorOf(sha256(signedIn.token));
    expect(learner).toMatchObject({ kind: "candidate", bookingId: candidate.bookingId });
    const seated = await sure(attend(learner, "the spare one"));
    expect(seated.work).toMatchObject({
      answers: { "CSE-002": { RESPONSE: ["kept"] } },
      at: "CSE-005",
      look: { theme: "dark", text: "larger" },
    });
    expect(seated.state).toMatchObject({ phase: "paused", stopped: "moving-desk", left: minutes(65) });

    const { state } = await sure(exam.commands.attempts.makeReady(learner, { attempt: id, lease: seated.lease }));
    expect(state).toMatchObject({ phase: "running", left: minutes(65) });
    exam.clock.move(minutes(1));
    const again = await sure(exam.commands.attempts.makeReady(learner, { attempt: id, lease: seated.lease }));
    expect(again.state).toMatchObject({ phase: "running", left: minutes(64) });
  });

  test("it works once, also when two type it in one moment, and for ten minutes", async () => {
    const running = await exam.make.running();
    const { code } = await sure(move(running));
    const answers = await Promise.all([type(code), type(code), type(code)]);
    expect(answers.map((answer) => (answer.ok ? "in" : answer.refusal)).sort()).toEqual([
      "in",
      "wrong-move-code",
      "wrong-move-code",
    ]);

    const slow = await exam.make.running();
    const late = await sure(move(slow));
    exam.clock.move(minutes(10));
    expect(await type(late.code)).toMatchObject({ refusal: "wrong-move-code" });
  });

  test("a new code puts the earlier one out of use, and no code is kept in the clear", async () => {
    const running = await exam.make.running();
    const first = await sure(move(running));
    const second = await sure(move(running));
    expect([first.number, second.number]).toEqual([1, 2]);
    const { board } = await sure(exam.views.sittings.board(running.invigilator, { sitting: running.sittingId }));
    expect(board.seats).toMatchObject([{ moves: 2, signedIn: false }]);
    expect(await type(first.code)).toMatchObject({ refusal: "wrong-move-code" });
    expect(await type(second.code)).toMatchObject({ ok: true, attempt: running.id });
    const kept = JSON.stringify([
      await exam.database.prisma.deskMove.findMany(),
      await exam.database.prisma.auditLine.findMany({ select: { detail: true, why: true } }),
    ]);
    expect([kept.includes(first.code), kept.includes(second.code)]).toEqual([false, false]);
  });

  test("the old computer does not take the test back by itself, and does with the code", async () => {
    const running = await exam.make.running();
    const { code } = await sure(move(running));
    for (const lease of [running.lease, null])
      expect(await attend(running.candidate, "machine-one", lease)).toMatchObject({ refusal: "lease-ended" });
    await sure(type(code));
    expect(await attend(running.candidate, "machine-one")).toMatchObject({ ok: true });
  });

  test("a computer that does not have the test is given nothing that opens it, whoever is signed in there", async () => {
    const { id, candidate, lease, invigilator } = await exam.make.running();
    const ready = (from: string) => exam.commands.attempts.makeReady(candidate, { attempt: id, lease: from });
    expect(await ready(randomUUID())).toEqual({ ok: false, refusal: "lease-ended" });
    expect((await sure(ready(lease))).state.key).not.toBeNull();
    await sure(move({ id, invigilator }, false));
    const { lease: now } = await sure(attend(candidate, "the new one"));
    expect(await ready(lease)).toEqual({ ok: false, refusal: "lease-ended" });
    expect((await sure(ready(now))).state.key).not.toBeNull();
  });

  test("with the slip it works too, and then the code opens nothing any more", async () => {
    const running = await exam.make.running();
    const { code } = await sure(move(running));
    const { lease } = await sure(attend(running.candidate, "the spare one"));
    expect(await type(code)).toMatchObject({ refusal: "wrong-move-code" });
    const { state } = await sure(exam.commands.attempts.makeReady(running.candidate, { attempt: running.id, lease }));
    expect(state.phase).toBe("running");
  });

  test("a clock that stood for another reason is not set going by the move", async () => {
    const running = await exam.make.running();
    const { id, candidate, invigilator } = running;
    await sure(exam.commands.attempts.pause(invigilator, { attempt: id, cause: "rest-break", why: "Supervised" }));
    await sure(move(running));
    const { lease } = await sure(attend(candidate, "the spare one"));
    const { state } = await sure(exam.commands.attempts.makeReady(candidate, { attempt: id, lease }));
    expect(state).toMatchObject({ phase: "paused", stopped: "rest-break" });
  });

  test("who moves while the room is evacuated stays blank until the room is back", async () => {
    const running = await exam.make.running();
    const { id, candidate, invigilator, sittingId } = running;
    await sure(move(running));
    await sure(exam.commands.sittings.evacuate(invigilator, { sitting: sittingId }));
    const { lease } = await sure(attend(candidate, "the spare one"));
    const out = await sure(exam.commands.attempts.makeReady(candidate, { attempt: id, lease }));
    expect(out.state).toMatchObject({ phase: "paused", evacuated: true });
    await sure(exam.commands.sittings.returnToRoom(invigilator, { sitting: sittingId }));
    const back = await sure(exam.commands.attempts.makeReady(candidate, { attempt: id, lease }));
    expect(back.state).toMatchObject({ phase: "running", evacuated: false });
  });

  test("two invigilators move a learner at once: the code that works brings the clock back too", async () => {
    const running = await exam.make.running();
    const { id, invigilator, sittingId } = running;
    const { centreId } = await exam.database.prisma.sitting.findUniqueOrThrow({ where: { id: sittingId } });
    const colleague = await exam.make.staff("invigilator", { centreId });
    const codes = await Promise.all([sure(move({ id, invigilator })), sure(move({ id, invigilator: colleague }))]);
    const answers = [await type(codes[0].code), await type(codes[1].code)];
    const [signedIn, ...others] = answers.filter((answer) => answer.ok);
    expect(others).toEqual([]);
    const learner = await exam.actorOf(sha256(signedIn?.token ?? ""));
    const { lease } = await sure(attend(learner, "the spare one"));
    const { state } = await sure(exam.commands.attempts.makeReady(learner, { attempt: id, lease }));
    expect(state).toMatchObject({ phase: "running", left: minutes(75) });
  });

  test("a new code for a learner on the way still keeps the computer they left from taking the test back", async () => {
    const running = await exam.make.running();
    await sure(move(running));
    const { code } = await sure(move(running));
    expect(await attend(running.candidate, "machine-one")).toMatchObject({ refusal: "lease-ended" });
    await sure(type(code));
    expect(await attend(running.candidate, "the spare one")).toMatchObject({ ok: true });
  });

  test("a clock is not set going for a learner who is at no computer", async () => {
    const running = await exam.make.running();
    const { id, invigilator } = running;
    const { attempts } = exam.commands;
    await sure(move(running));
    expect(await attempts.resume(invigilator, { attempt: id })).toEqual({
      ok: false,
      refusal: "not-from-here",
      why: "No computer has it: it goes on by itself when they sign in at the new computer.",
    });
    const resting = await exam.make.running();
    const rest = { attempt: resting.id, cause: "rest-break", why: "Supervised" };
    await sure(attempts.pause(resting.invigilator, rest));
    await sure(move(resting));
    expect(await attempts.resume(resting.invigilator, { attempt: resting.id })).toMatchObject({
      why: "No computer has it: resume it when they have signed in at the new computer.",
    });
    await sure(attend(resting.candidate, "the spare one"));
    await sure(attempts.resume(resting.invigilator, { attempt: resting.id }));
  });

  test.each(["evacuated", "paused"])(
    "whoever leaves their computer while the room is %s goes on when they arrive",
    async (out) => {
      const running = await exam.make.running();
      const { id, candidate, invigilator, sittingId } = running;
      const { sittings, attempts } = exam.commands;
      const sitting = { sitting: sittingId };
      if (out === "evacuated") await sure(sittings.evacuate(invigilator, sitting));
      else await sure(sittings.pauseAll(invigilator, { ...sitting, cause: "pause", why: "Noise outside" }));
      await sure(move(running));
      const back = out === "evacuated" ? sittings.returnToRoom : sittings.resumeAll;
      expect(await sure(back(invigilator, sitting))).toMatchObject({ changed: 0 });
      expect(await exam.states([id])).toMatchObject([{ phase: "paused", stopped: "moving-desk" }]);
      exam.clock.move(minutes(4));
      const { lease } = await sure(attend(candidate, "the spare one"));
      const { state } = await sure(attempts.makeReady(candidate, { attempt: id, lease }));
      expect(state).toMatchObject({ phase: "running", left: minutes(75) });
    },
  );

  test("guessing codes from one place comes to an end", async () => {
    const guess = (number: number) =>
      exam.commands.people.signInMoved(null, {
        code: `KKK-${"34679CDFGH"[number % 10]}${"34679CDFGH"[Math.floor(number / 10) % 10]}${number > 99 ? "X" : "Y"}`,
        address: "10.9.9.9",
      });
    let refusal = "";
    for (let number = 0; number <= 150; number++) {
      const answer = await guess(number);
      refusal = answer.ok ? "in" : answer.refusal;
    }
    expect(refusal).toBe("too-many-tries");
  });
});
