import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { duration, minutes, none, seconds } from "../time/time.ts";
import type { Phase } from "./attempt.ts";
import { type Copied, goOn, labelText, replaces, slipText } from "./copy.ts";
import type { Entry } from "./entry.ts";

const answer = (seq: number): Entry => ({
  seq,
  left: minutes(30),
  kind: "answer",
  item: "q1",
  response: { RESPONSE: ["B"] },
});
const running: Copied = { phase: "running", waiting: [answer(4), answer(5)], seq: 5, left: minutes(30), running: true };

describe("going on from the room's copy of a test", () => {
  test.each<[string, Partial<Copied>, number, unknown]>([
    ["the time left is less what has passed", {}, minutes(2), { left: minutes(28) }],
    ["a clock that stood goes on standing", { phase: "paused", running: false }, minutes(2), { left: minutes(30) }],
    ["no more passes than there is", {}, minutes(40), { left: none }],
    ["a board whose clock is wrong gives no time", {}, -minutes(5), { left: minutes(30) }],
    ["everything that was copied goes to the server", {}, none, { entries: running.waiting }],
    ["a test that has ended is not gone on with", { phase: "closed" }, none, { refusal: "attempt-closed" }],
    ["nor is one that was made void", { phase: "voided" }, none, { refusal: "attempt-closed" }],
    ["nor is one that had not begun", { phase: "ready" }, none, { refusal: "too-early" }],
    ["a number given twice is no journal", { waiting: [answer(4), answer(4)] }, none, { refusal: "copy-damaged" }],
    [
      "nor is one whose entries are out of order",
      { waiting: [answer(5), answer(4)] },
      none,
      { refusal: "copy-damaged" },
    ],
    ["nor is one with a number nobody gave", { waiting: [answer(6)] }, none, { refusal: "copy-damaged" }],
  ])("%s", (_, change, passed, expected) => {
    expect(goOn({ ...running, ...change }, duration(passed))).toMatchObject(expected as object);
  });

  test("no copy, however old and whoever says how old, gives more time than it was made with", () => {
    const phases: readonly Phase[] = ["booked", "admitted", "ready", "running", "paused", "closed", "voided"];
    fc.assert(
      fc.property(
        fc.constantFrom(...phases),
        fc.integer({ min: 0, max: minutes(90) }),
        fc.integer({ min: -minutes(90), max: minutes(90) }),
        fc.boolean(),
        (phase, left, passed, isRunning) => {
          const going = goOn({ ...running, phase, left: duration(left), running: isRunning }, duration(passed));
          if (!going.ok) return;
          expect(going.left).toBeLessThanOrEqual(left);
          if (isRunning && passed > 0) expect(going.left).toBe(Math.max(0, left - passed));
        },
      ),
    );
  });

  test("only an unbroken row of entries is gone on from, and then all of it", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 12 }), { maxLength: 8 }), (numbers) => {
        const waiting = numbers.map(answer);
        const rises = numbers.every((seq, index) => index === 0 || seq > (numbers[index - 1] ?? 0));
        const going = goOn({ ...running, waiting, seq: 12 }, seconds(1));
        expect(going.ok).toBe(rises);
        if (going.ok) expect(going.entries).toEqual(waiting);
      }),
    );
  });
});

describe("which copy a board holds", () => {
  const of = (lease: string, turn: number) => ({ attempt: "a1", lease, turn });

  test.each([
    ["the first one", null, of("desk", 1), true],
    ["a newer one", of("desk", 1), of("desk", 2), true],
    ["not the same one again", of("desk", 2), of("desk", 2), false],
    ["not an older one that comes late", of("desk", 3), of("desk", 2), false],
    ["the first of the computer the learner has moved to", of("desk", 300), of("other desk", 1), true],
    ["no later one of the computer they left", of("desk", 1), of("desk they left", 300), false],
  ])("%s", (_, held, come, expected) => {
    expect(replaces(held, come, ["desk they left"])).toBe(expected);
  });

  test("in whatever order the copies of a computer come, the newest is held at the end", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1 }), (turns) => {
        const [first = 0, ...rest] = turns;
        const held = rest.reduce(
          (so, turn) => (replaces(so, of("desk", turn), []) ? of("desk", turn) : so),
          of("desk", first),
        );
        expect(held.turn).toBe(Math.max(...turns));
      }),
    );
  });
});

test("two labels are never written the same, and a slip is read however its number was typed", () => {
  fc.assert(
    fc.property(fc.uuid(), fc.uuid(), fc.nat(), fc.uuid(), fc.uuid(), fc.nat(), (a, l, t, b, m, u) => {
      const same = a === b && l === m && t === u;
      expect(labelText({ attempt: a, lease: l, turn: t }) === labelText({ attempt: b, lease: m, turn: u })).toBe(same);
    }),
  );
  expect(slipText(" ab12 ", "3467-9CDF")).toBe(slipText("AB12", "3467-9CDF"));
});
