import { describe, expect, test } from "vitest";
import { after, instant, minutes } from "../time/time.ts";
import type { Attempt, Phase } from "./attempt.ts";
import { admit, close, type Decision, makeReady, makeVoid, pause, release, resume, sendBack, start } from "./decide.ts";
import { timeLeft } from "./ledger.ts";
import { grant } from "./more-time.ts";

const nine = instant(Date.parse("2026-06-01T09:00:00Z"));
const when = { now: nine, by: "Ines" };

const inPhase = (phase: Phase): Attempt => ({
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
  ledger: [
    { kind: "allowance", source: "paper", amount: minutes(75), at: nine, by: "", why: "" },
    ...(phase === "running" || phase === "paused" ? [{ kind: "started", at: nine, by: "" } as const] : []),
    ...(phase === "paused" ? [{ kind: "stopped", at: nine, by: "", cause: "pause", why: "" } as const] : []),
  ],
});

const moves: Record<string, (attempt: Attempt) => Decision> = {
  admit,
  "send back": sendBack,
  "make ready": makeReady,
  start: (attempt) => start(attempt, when),
  pause: (attempt) => pause(attempt, when, "pause", "why"),
  resume: (attempt) => resume(attempt, when),
  grant: (attempt) => grant(attempt, when, { amount: minutes(5), why: "why" }),
  release,
  submit: (attempt) => close(attempt, when, "submitted"),
  terminate: (attempt) => close(attempt, when, "terminated"),
  void: (attempt) => makeVoid(attempt, when),
};

describe("the life of an attempt", () => {
  test.each<[Phase, Record<string, Phase>]>([
    ["booked", { admit: "admitted", grant: "booked", void: "voided" }],
    [
      "admitted",
      {
        "send back": "booked",
        "make ready": "ready",
        start: "running",
        grant: "admitted",
        release: "admitted",
        void: "voided",
      },
    ],
    ["ready", { "send back": "booked", start: "running", grant: "ready", release: "ready", void: "voided" }],
    [
      "running",
      { pause: "paused", grant: "running", release: "running", submit: "closed", terminate: "closed", void: "voided" },
    ],
    ["paused", { resume: "running", grant: "paused", release: "paused", terminate: "closed", void: "voided" }],
    ["closed", { void: "voided" }],
    ["voided", {}],
  ])("from %s only the legal moves lead on, and each where it should", (phase, expected) => {
    const led = Object.entries(moves).flatMap(([name, decide]) => {
      const decision = decide(inPhase(phase));
      return decision.ok ? [[name, decision.attempt.phase]] : [];
    });
    expect(Object.fromEntries(led)).toEqual(expected);
  });

  test("closing twice is refused as already closed", () => {
    const closed = close(inPhase("running"), when, "submitted");
    expect(closed.ok && close(closed.attempt, when, "time-expired")).toMatchObject({
      ok: false,
      refusal: "attempt-closed",
    });
  });

  test("nobody's time runs out while there is some left", () => {
    expect(
      close(inPhase("running"), { ...when, now: instant(after(nine, minutes(75)) - 1) }, "time-expired"),
    ).toMatchObject({ refusal: "too-early" });
  });

  test("a clock that has run out is not stopped any more, so that nothing holds up the end", () => {
    const pausedAt = (left: number) =>
      pause(inPhase("running"), { ...when, now: instant(after(nine, minutes(75)) - left) }, "pause", "why");
    expect(pausedAt(1)).toMatchObject({ ok: true });
    expect(pausedAt(0)).toMatchObject({ ok: false, refusal: "not-from-here" });
  });

  test("time that ran out ran out at its deadline, however late the closing came", () => {
    const closed = close(inPhase("running"), { ...when, now: after(nine, minutes(90)) }, "time-expired");
    expect(closed.ok && closed.attempt.closed).toEqual({ at: after(nine, minutes(75)), reason: "time-expired" });
  });

  test("time granted while paused is there when the test goes on", () => {
    const granted = grant(inPhase("paused"), when, { amount: minutes(10), why: "Fire alarm" });
    const resumed = granted.ok ? resume(granted.attempt, { ...when, now: after(nine, minutes(30)) }) : granted;
    expect(resumed.ok && timeLeft(resumed.attempt.ledger, after(nine, minutes(31)))).toBe(minutes(84));
  });
});
