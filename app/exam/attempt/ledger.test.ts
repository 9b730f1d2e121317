import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { after, duration, type Instant, instant, minutes, seconds } from "../time/time.ts";
import { allowance, deadline, type Line, timeLeft, worked } from "./ledger.ts";

const nine = instant(Date.parse("2026-06-01T09:00:00Z"));
const by = "Ines";
const paper: Line = { kind: "allowance", source: "paper", amount: minutes(75), at: nine, by, why: "The paper" };
const started = (at: Instant): Line => ({ kind: "started", at, by });
const stopped = (at: Instant): Line => ({ kind: "stopped", at, by, cause: "pause", why: "" });
const resumed = (at: Instant): Line => ({ kind: "resumed", at, by });
const granted = (amount: number): Line => ({
  kind: "allowance",
  source: "granted",
  amount: minutes(amount),
  at: nine,
  by,
  why: "",
});
const at = (m: number) => after(nine, minutes(m));

describe("the time ledger", () => {
  test.each([
    ["before the start all the time is left", [paper], at(30), minutes(75)],
    ["time runs from the start", [paper, started(nine)], at(10), minutes(65)],
    ["a pause stops the clock", [paper, started(nine), stopped(at(10))], at(40), minutes(65)],
    ["it goes on where it stopped", [paper, started(nine), stopped(at(10)), resumed(at(40))], at(45), minutes(60)],
    ["granted time is added while it runs", [paper, started(nine), granted(5)], at(75), minutes(5)],
    ["it never goes below nothing", [paper, started(nine)], at(200), duration(0)],
    [
      "what was worked on after the clock stopped counts as worked",
      [
        paper,
        started(nine),
        stopped(at(10)),
        { kind: "worked-on" as const, amount: minutes(2), at: at(40), by, why: "" },
        resumed(at(40)),
      ],
      at(45),
      minutes(58),
    ],
    [
      "time granted after it ran out makes up for what ran over",
      [paper, started(nine), granted(5)],
      at(77),
      minutes(3),
    ],
  ])("%s", (_title, ledger, now, left) => {
    expect(timeLeft(ledger, now)).toBe(left);
  });

  test("75 minutes with a quarter more, a rest break of 6 and an evacuation of 4 close 103 minutes 45 seconds after the start", () => {
    const extra: Line = {
      kind: "allowance",
      source: "access-arrangement",
      amount: duration(75 * 60_000 * 0.25),
      at: nine,
      by,
      why: "25 %",
    };
    const ledger = [paper, extra, started(nine), stopped(at(20)), resumed(at(26)), stopped(at(40)), resumed(at(44))];
    expect(deadline(ledger)).toBe(nine + minutes(103) + seconds(45));
  });

  test("a standing clock has no deadline", () => {
    expect([deadline([paper]), deadline([paper, started(nine), stopped(at(3))])]).toEqual([null, null]);
  });

  test("however it was stopped, time worked and time left make up the allowance until it runs out", () => {
    const stretches = fc.array(fc.tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 20 })), {
      maxLength: 6,
    });
    fc.assert(
      fc.property(stretches, fc.integer({ min: 0, max: 300 }), (pairs, later) => {
        let now: Instant = nine;
        const lines: Line[] = [paper, started(nine)];
        for (const [run, rest] of pairs) {
          now = after(now, minutes(run));
          lines.push(stopped(now));
          now = after(now, minutes(rest));
          lines.push(resumed(now));
        }
        const then = after(now, minutes(later));
        const total = worked(lines, then);
        expect(timeLeft(lines, then)).toBe(Math.max(0, allowance(lines) - total));
        const end = deadline(lines);
        expect(end === null ? null : timeLeft(lines, end)).toBe(0);
      }),
    );
  });
});
