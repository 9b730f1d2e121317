import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { duration, minutes, none, seconds } from "../../app/exam/time/time.ts";
import { type ExamDatabase, examDatabase } from "../support/database.ts";
import { sure } from "../support/factories.ts";

let exam: ExamDatabase;
beforeAll(async () => {
  exam = await examDatabase();
});
afterAll(() => exam.close());

/** A learner of 75 minutes, ten minutes after the start. */
async function tenMinutesIn() {
  const running = await exam.make.running();
  const { id, candidate, lease, invigilator, sittingId } = running;
  exam.clock.move(minutes(10));
  let seq = 0;
  const { attempts, sittings } = exam.commands;
  return {
    ...running,
    /** An answer, with the time left that the learner's screen showed. */
    answer(left: number) {
      seq += 1;
      const entry = { seq, left, kind: "answer" as const, item: "CSE-002", response: { RESPONSE: [`Answer ${seq}`] } };
      return sure(attempts.save(candidate, { attempt: id, lease, entries: [entry] }));
    },
    evacuate: () => sure(sittings.evacuate(invigilator, { sitting: sittingId })),
    comeBack: () => sure(sittings.returnToRoom(invigilator, { sitting: sittingId })),
    grant: (given: number) => sure(attempts.grantTime(invigilator, { attempt: id, minutes: given, why: "Smoke" })),
    pauseAll: () =>
      sure(sittings.pauseAll(invigilator, { sitting: sittingId, cause: "technical", why: "The power goes" })),
    resumeAll: () => sure(sittings.resumeAll(invigilator, { sitting: sittingId })),
    async state() {
      const [state] = await exam.states([id]);
      if (state === undefined) throw new Error("There is no such attempt.");
      return state;
    },
  };
}

describe("time given while the room is out", () => {
  test("is there on the return, also where an answer was still on its way when the room went", async () => {
    const { answer, evacuate, comeBack, grant, state } = await tenMinutesIn();
    await evacuate();
    exam.clock.move(duration(300));
    await answer(minutes(65) + 200);
    exam.clock.move(minutes(15));
    await grant(5);
    await comeBack();
    expect((await state()).left).toBe(minutes(70));
  });

  test("for lost time is there too", async () => {
    const { id, candidate, lease, invigilator, sittingId, evacuate, comeBack, state } = await tenMinutesIn();
    const to = exam.clock.now();
    const from = to - minutes(3);
    const unable = { seq: 1, left: minutes(65), kind: "unable", cause: "reloaded", from, to, sure: true };
    await sure(exam.commands.attempts.save(candidate, { attempt: id, lease, entries: [unable] }));
    await evacuate();
    exam.clock.move(duration(300));
    const late = { seq: 2, left: minutes(65), kind: "visit", item: "CSE-002" };
    await sure(exam.commands.attempts.save(candidate, { attempt: id, lease, entries: [late] }));
    const why = "The computer restarted";
    await sure(exam.commands.sittings.makeUp(invigilator, { sitting: sittingId, attempts: [id], why }));
    await comeBack();
    expect((await state()).left).toBe(minutes(68));
  });

  test("just before, to a screen without a network that cannot have known, is not taken for time worked", async () => {
    const { answer, evacuate, comeBack, grant, state } = await tenMinutesIn();
    await grant(5);
    exam.clock.move(minutes(2));
    await evacuate();
    exam.clock.move(minutes(1));
    await answer(minutes(63) + seconds(1));
    await comeBack();
    expect((await state()).left).toBe(minutes(68));
  });

  test("is counted off where the screen knew of it and the learner worked on", async () => {
    const { answer, evacuate, comeBack, grant, state } = await tenMinutesIn();
    await grant(5);
    exam.clock.move(seconds(4));
    await answer(minutes(70) - seconds(4));
    exam.clock.move(seconds(1));
    await evacuate();
    exam.clock.move(minutes(20));
    await answer(minutes(60));
    await comeBack();
    expect((await state()).left).toBe(minutes(60));
  });
});

describe("a pause of the room", () => {
  test("uses the time of whoever worked on without a network and did not hear of it", async () => {
    const { answer, pauseAll, resumeAll, state } = await tenMinutesIn();
    await pauseAll();
    exam.clock.move(minutes(20));
    expect((await answer(minutes(46))).notCounted).toBe(null);
    await resumeAll();
    expect((await state()).left).toBe(minutes(46));
  });

  test("takes no more than has passed since from a learner whose computer, without a network, showed too little time", async () => {
    const { answer, pauseAll, resumeAll, state } = await tenMinutesIn();
    await pauseAll();
    exam.clock.move(minutes(1));
    await answer(minutes(65 - 16));
    exam.clock.move(minutes(20));
    await resumeAll();
    expect((await state()).left).toBe(minutes(64));
  });

  test("uses no more of it where the room was paused before, and time given that the screen knew of", async () => {
    const { answer, grant, pauseAll, resumeAll, state } = await tenMinutesIn();
    await pauseAll();
    exam.clock.move(minutes(1));
    await resumeAll();
    await grant(5);
    exam.clock.move(minutes(1));
    await answer(minutes(69));
    await pauseAll();
    exam.clock.move(minutes(20));
    await answer(minutes(50));
    await resumeAll();
    expect((await state()).left).toBe(minutes(50));
  });

  test("holds for a learner who arrives at another computer meanwhile, and the room goes on with them", async () => {
    const { id, candidate, invigilator, pauseAll, resumeAll, state } = await tenMinutesIn();
    const { attempts } = exam.commands;
    await sure(attempts.release(invigilator, { attempt: id, why: "The screen is dead", stop: true }));
    await pauseAll();
    const { lease } = await sure(attempts.attend(candidate, { machine: "another-machine", lease: null }));
    const ready = await sure(attempts.makeReady(candidate, { attempt: id, lease }));
    expect([ready.state.phase, ready.state.key]).toEqual(["paused", null]);
    await resumeAll();
    expect(await state()).toMatchObject({ phase: "running", left: minutes(65) });
  });

  test("that is over before a learner on the way has arrived sets their clock going only there", async () => {
    const { id, invigilator, candidate, pauseAll, resumeAll, state } = await tenMinutesIn();
    const { attempts } = exam.commands;
    const move = await sure(attempts.release(invigilator, { attempt: id, why: "The screen is dead", stop: true }));
    await pauseAll();
    exam.clock.move(minutes(1));
    await resumeAll();
    exam.clock.move(minutes(1));
    expect(await state()).toMatchObject({ phase: "paused", stopped: "moving-desk", left: minutes(65) });
    expect(move.code).toBeTruthy();
    const { lease } = await sure(attempts.attend(candidate, { machine: "another-machine", lease: null }));
    await sure(attempts.makeReady(candidate, { attempt: id, lease }));
    expect((await state()).left).toBe(minutes(65));
  });

  test("pressed after a learner's time was over, as an evacuation then, holds their closing up no more", async () => {
    const { id, invigilator, answer, state, pauseAll, evacuate } = await tenMinutesIn();
    exam.clock.move(duration(minutes(65) + seconds(3)));
    const pausing = exam.commands.attempts.pause(invigilator, { attempt: id, cause: "pause", why: "Too late a press" });
    expect(await pausing).toMatchObject({ ok: false, refusal: "not-from-here" });
    await pauseAll();
    await evacuate();
    exam.clock.move(minutes(10));
    await exam.app.sweep();
    expect((await answer(none)).notCounted).toBe("late");
    expect((await state()).phase).toBe("closed");
  });
});
