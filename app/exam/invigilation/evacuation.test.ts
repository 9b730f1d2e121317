import { describe, expect, test } from "vitest";
import type { Attempt, Phase } from "../attempt/attempt.ts";
import { pause, resumeAfterWork } from "../attempt/decide.ts";
import { type Line, type StopCause, timeLeft } from "../attempt/ledger.ts";
import { after, type Duration, duration, minutes, none, seconds } from "../time/time.ts";
import { evacuationWords, toBlank, wasEvacuated, workedOn } from "./evacuation.ts";
import { nine } from "./seat.fixture.ts";

const by = "Ines";
const at = (m: number) => after(nine, minutes(m));
const attempt = (phase: Phase, more: readonly Line[] = []): Attempt => ({
  id: "a1",
  bookingId: "b1",
  sittingId: "s1",
  formId: "f1",
  centreId: "c1",
  evacuated: false,
  phase,
  startedAt: null,
  closed: null,
  lease: "here",
  keeping: "kept",
  head: "",
  position: 0,
  progress: {},
  ledger: [{ kind: "allowance", source: "paper", amount: minutes(75), at: nine, by, why: "" }, ...more],
});
const started: Line = { kind: "started", at: nine, by };
const stopped = (cause: StopCause): Line => ({ kind: "stopped", at: at(10), by, cause, why: "" });

describe("an evacuation", () => {
  test.each<[string, Attempt, boolean]>([
    ["whose clock it stopped goes on with the room", attempt("paused", [started, stopped("evacuation")]), true],
    ["who was on a rest break stays on it", attempt("paused", [started, stopped("rest-break")]), false],
    ["who was paused for another reason stays paused", attempt("paused", [started, stopped("technical")]), false],
    ["who had not begun does not begin by it", attempt("ready"), false],
  ])("%s", (_title, one, expected) => {
    expect(wasEvacuated(one)).toBe(expected);
  });

  test("every screen goes blank but those that show no test any more", () => {
    const phases = ["booked", "admitted", "ready", "running", "paused", "closed", "voided"] as const;
    expect(toBlank(phases.map((phase) => attempt(phase))).map(({ phase }) => phase)).toEqual(phases.slice(0, 5));
  });

  test("the incident says how every test stood", () => {
    const room = [attempt("running"), attempt("running"), attempt("paused"), attempt("ready"), attempt("closed")];
    expect(evacuationWords(room)).toBe(
      "The room was evacuated and every screen blanked. 2 tests were stopped; 1 stood still already; 1 had not begun; 1 was over.",
    );
  });
});

describe("a screen that no message reached", () => {
  const out = attempt("paused", [started, stopped("evacuation")]);

  test.each<[string, Duration | undefined, Duration]>([
    ["nothing came since: nothing was worked", undefined, none],
    ["what was on its way is no work after the stop", minutes(66), none],
    ["three seconds are the way of the messages", duration(minutes(65) - seconds(3)), none],
    ["two minutes of answers are two minutes of work", minutes(63), minutes(2)],
  ])("%s", (_title, least, worked) => {
    expect(workedOn(out, least)).toBe(worked);
  });

  test("on the return what was worked is in the ledger and the rest of the time is there", () => {
    const back = resumeAfterWork(out, { now: at(40), by }, minutes(2));
    expect(back.ok && [back.lines.map(({ kind }) => kind), timeLeft(back.attempt.ledger, at(40))]).toEqual([
      ["worked-on", "resumed"],
      minutes(63),
    ]);
  });

  test("a second stop is measured from itself, not from the first", () => {
    const back = resumeAfterWork(out, { now: at(40), by }, minutes(2));
    const again = back.ok && pause(back.attempt, { now: at(50), by }, "evacuation", "Again");
    expect(again !== false && again.ok && workedOn(again.attempt, minutes(52))).toBe(minutes(1));
  });
});
