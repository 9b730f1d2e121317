import { describe, expect, test } from "vitest";
import { after, type Duration, duration, instant, minutes, seconds } from "../time/time.ts";
import type { Attempt } from "./attempt.ts";
import { close } from "./decide.ts";
import { allowance, stoppedFor, timeLeft } from "./ledger.ts";
import { grant, type MoreTime } from "./more-time.ts";

const nine = instant(Date.parse("2026-06-01T09:00:00Z"));
const end = after(nine, minutes(75));
const at = (now = nine, by = "Ines") => ({ now, by });
const running: Attempt = {
  id: "a1",
  bookingId: "b1",
  sittingId: "s1",
  formId: "f1",
  centreId: "c1",
  evacuated: false,
  phase: "running",
  startedAt: nine,
  closed: null,
  lease: "here",
  keeping: "kept",
  head: "",
  position: 0,
  progress: {},
  ledger: [
    { kind: "allowance", source: "paper", amount: minutes(75), at: nine, by: "", why: "" },
    { kind: "started", at: nine, by: "" },
  ],
};
const five: MoreTime = { amount: minutes(5), why: "Keyboard changed" };
const given = (attempt: Attempt, order: MoreTime, when = at()) => {
  const decision = grant(attempt, when, order);
  if (!decision.ok) throw new Error(decision.refusal);
  return decision.attempt;
};

describe("more time", () => {
  test("an order sent twice gives once, however late it comes again", () => {
    const order = { ...five, key: "order-1", seen: minutes(75) };
    const once = given(running, order);
    const ended = close(once, at(after(end, minutes(9))), "time-expired");
    expect([once, ended.ok && ended.attempt].map((attempt) => attempt && given(attempt, order).ledger)).toEqual([
      once.ledger,
      ended.ok && ended.attempt.ledger,
    ]);
  });

  test.each<[string, Partial<MoreTime>]>([
    ["another amount", { amount: minutes(15) }],
    ["another reason", { why: "The fire door was open" }],
  ])("an order that comes again with %s is never called done: it says what was given already", (_title, change) => {
    const order = { ...five, key: "order-1", seen: minutes(75) };
    const once = given(running, order);
    expect(grant(once, at(), { ...order, ...change })).toMatchObject({
      refusal: "changed-since",
      why: expect.stringContaining("5 minutes were given already, when this was sent before: “Keyboard changed”."),
    });
  });

  test("two orders with different names are two orders", () => {
    const twice = given(given(running, { ...five, key: "order-1" }), { ...five, key: "order-2" });
    expect(allowance(twice.ledger)).toBe(minutes(85));
  });

  test("whoever did not know of time that somebody else gave is told who gave it and why", () => {
    const byIdris = given(running, five, at(nine, "Idris"));
    expect(grant(byIdris, at(), { ...five, seen: minutes(75) })).toMatchObject({
      refusal: "changed-since",
      why: "Idris gave 5 minutes a moment ago: “Keyboard changed”.",
    });
    expect(allowance(given(byIdris, { ...five, seen: minutes(80) }).ledger)).toBe(minutes(85));
  });

  test.each<[string, Duration, Duration]>([
    ["in the last millisecond", duration(minutes(75) - 1), duration(minutes(5) + 1)],
    ["at the deadline", minutes(75), minutes(5)],
    [
      "after the deadline, before anybody has closed the test: what ran over is used up",
      duration(minutes(75) + 3_000),
      duration(minutes(5) - 3_000),
    ],
  ])("granted %s it counts", (_title, passed, left) => {
    const now = after(nine, passed);
    expect(timeLeft(given(running, five, at(now)).ledger, now)).toBe(left);
  });

  test("granted after the end while the room is out it waits for the return: no clock runs before a blank screen", () => {
    const now = after(end, seconds(2));
    const out = given({ ...running, evacuated: true }, five, at(now));
    const laterOn = after(now, minutes(20));
    expect([out.phase, stoppedFor(out.ledger), timeLeft(out.ledger, laterOn)]).toEqual([
      "paused",
      "evacuation",
      duration(minutes(5) - 2_000),
    ]);
  });

  test("one second after the test was closed it is refused in plain words, and the test stays closed", () => {
    const closed = close(running, at(after(end, seconds(5))), "time-expired");
    const late = closed.ok && grant(closed.attempt, at(after(end, seconds(6))), five);
    expect(late).toMatchObject({ refusal: "attempt-closed", why: expect.stringContaining("is not opened again") });
  });
});
