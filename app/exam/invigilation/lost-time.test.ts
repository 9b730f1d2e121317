import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Ledger, Line } from "../attempt/ledger.ts";
import type { LostTimePolicy } from "../rulebook/settings.ts";
import { after, type Duration, duration, type Instant, minutes, none, seconds } from "../time/time.ts";
import { givenBack, type LostFacts, lostStretches, proposal, type Report, type Turn } from "./lost-time.ts";
import { nine } from "./seat.fixture.ts";

const by = "Ines";
const at = (m: number, s = 0) => after(nine, duration(minutes(m) + seconds(s)));
const later = at(300);
const paper: Line = { kind: "allowance", source: "paper", amount: minutes(75), at: nine, by, why: "" };
const started: Line = { kind: "started", at: nine, by };
const stopped = (when: Instant): Line => ({ kind: "stopped", at: when, by, cause: "evacuation", why: "" });
const resumed = (when: Instant): Line => ({ kind: "resumed", at: when, by });
const running: Ledger = [paper, started];
const report = (from: Instant, to: Instant, over: Partial<Report> = {}): Report => ({
  lease: "l1",
  seq: 1,
  cause: "reloaded",
  from,
  to,
  sure: true,
  receivedAt: to,
  ...over,
});
const turn = (lease: string, over: Partial<Turn> = {}): Turn => ({
  lease,
  firstDeedAt: nine,
  endedAt: null,
  heardAt: null,
  ...over,
});
const facts = (over: Partial<LostFacts>): LostFacts => ({ ledger: running, reports: [], turns: [], ...over });
const lost = (over: Partial<LostFacts>) =>
  lostStretches(facts(over), later).map(({ kind, lost: length }) => [kind, length] as const);
const policy: LostTimePolicy = { shortest: seconds(10), steps: minutes(1), most: minutes(60) };

describe("what a learner lost", () => {
  test.each<[string, Partial<LostFacts>, readonly (readonly [string, Duration])[]]>([
    ["who worked on without a network lost nothing", {}, []],
    [
      "a computer that restarted cost the time between",
      { reports: [report(at(10), at(13))] },
      [["reloaded", minutes(3)]],
    ],
    [
      "while the clock stood nothing was lost",
      { ledger: [paper, started, stopped(at(10)), resumed(at(30))], reports: [report(at(12), at(20))] },
      [],
    ],
    [
      "of a stretch that a pause interrupts, only what ran is lost",
      { ledger: [paper, started, stopped(at(10)), resumed(at(30))], reports: [report(at(8), at(31))] },
      [["reloaded", minutes(3)]],
    ],
    ["before the start nothing can be lost", { reports: [report(at(-9), at(1))] }, [["reloaded", minutes(1)]]],
    [
      "a computer cannot report what lies after its message",
      { reports: [report(at(10), at(90), { receivedAt: at(11) })] },
      [["reloaded", minutes(1)]],
    ],
    [
      "two reports of the same minutes are one loss",
      { reports: [report(at(10), at(14)), report(at(12), at(15), { seq: 2, cause: "frozen" })] },
      [
        ["reloaded", minutes(4)],
        ["frozen", minutes(1)],
      ],
    ],
    [
      "a move away from a living computer cost the time from the move to the first deed",
      {
        turns: [turn("l1", { endedAt: at(20), heardAt: at(19, 57) }), turn("l2", { firstDeedAt: at(21) })],
      },
      [["moved", minutes(1)]],
    ],
    [
      "a computer that had died cost the time from its last sign of life",
      { turns: [turn("l1", { endedAt: at(20), heardAt: at(16) }), turn("l2", { firstDeedAt: at(21) })] },
      [["moved", minutes(5)]],
    ],
    [
      "a move with the clock stopped cost only what ran before it was stopped",
      {
        ledger: [paper, started, stopped(at(20)), resumed(at(25))],
        turns: [turn("l1", { endedAt: at(20), heardAt: at(18) }), turn("l2", { firstDeedAt: at(25) })],
      },
      [["moved", minutes(2)]],
    ],
    [
      "two moves in a row, with nothing done in between, cost all of the way",
      {
        turns: [
          turn("l1", { endedAt: at(5) }),
          turn("l2", { firstDeedAt: null, endedAt: at(11), heardAt: at(11) }),
          turn("l3", { firstDeedAt: at(12) }),
        ],
      },
      [["moved", minutes(7)]],
    ],
    [
      "of two moves with work in between, each costs its own way",
      {
        turns: [
          turn("l1", { endedAt: at(5) }),
          turn("l2", { firstDeedAt: at(7), endedAt: at(11), heardAt: at(11) }),
          turn("l3", { firstDeedAt: at(12) }),
        ],
      },
      [
        ["moved", minutes(2)],
        ["moved", minutes(1)],
      ],
    ],
    [
      "a move that has not arrived yet is no figure yet",
      { turns: [turn("l1", { endedAt: at(20) }), turn("l2", { firstDeedAt: null })] },
      [],
    ],
  ])("%s", (_title, over, expected) => {
    expect(lost(over)).toEqual(expected);
  });

  test("whatever is reported, no moment of running time is lost twice, and none that did not run", () => {
    const reports = fc.array(fc.tuple(fc.nat(200), fc.nat(60)), { maxLength: 8 });
    fc.assert(
      fc.property(reports, fc.nat(60), fc.nat(30), (pairs, stop, pause) => {
        const ledger = [paper, started, stopped(at(stop)), resumed(at(stop + pause))];
        const found = lostStretches(
          facts({
            ledger,
            reports: pairs.map(([from, length], seq) => report(at(from), at(from + length), { seq })),
          }),
          later,
        );
        const minutesLost = new Set<number>();
        for (let m = 0; m < 300; m++)
          if (pairs.some(([from, length]) => from <= m && m < from + length) && !(stop <= m && m < stop + pause))
            minutesLost.add(m);
        expect(found.reduce((total, { lost: part }) => total + part, 0)).toBe(minutes(minutesLost.size));
      }),
    );
  });
});

describe("what is proposed", () => {
  const proposed = (over: Partial<LostFacts>, rule = policy) => {
    const all = facts(over);
    return proposal(lostStretches(all, later), all.ledger, rule);
  };
  const given = (amount: Duration, ids: readonly [string, Instant, Instant][]): Line => ({
    kind: "allowance",
    source: "lost-time",
    amount,
    at: at(40),
    by,
    why: "",
    lost: {
      rules: "2017-09-01/0",
      stretches: ids.map(([id, from, to]) => ({ id, kind: "reloaded", from, to, lost: duration(to - from) })),
    },
  });

  test.each<[string, Partial<LostFacts>, Duration]>([
    ["nothing lost, nothing proposed", {}, none],
    ["less than ten seconds is not made up", { reports: [report(at(10), at(10, 9))] }, none],
    ["ten seconds are a minute", { reports: [report(at(10), at(10, 10))] }, minutes(1)],
    ["a whole minute stays one", { reports: [report(at(10), at(11))] }, minutes(1)],
    ["a second more is rounded up", { reports: [report(at(10), at(11, 1))] }, minutes(2)],
    [
      "several are added up before they are rounded",
      { reports: [report(at(10), at(10, 20)), report(at(20), at(20, 30), { seq: 2 })] },
      minutes(1),
    ],
    ["more than an hour is for a person to decide", { reports: [report(at(0), at(70))] }, minutes(60)],
    [
      "what only the computer's own clock says is for a person too",
      { reports: [report(at(1), at(9), { sure: false })] },
      none,
    ],
    [
      "what has been made up is not proposed again",
      { ledger: [...running, given(minutes(3), [["l1:1", at(10), at(13)]])], reports: [report(at(10), at(13))] },
      none,
    ],
    [
      "of what overlaps with time made up, only the rest is proposed",
      {
        ledger: [...running, given(minutes(3), [["l1:1", at(10), at(13)]])],
        reports: [report(at(10), at(13)), report(at(11), at(15), { seq: 2 })],
      },
      minutes(2),
    ],
    [
      "what was given counts towards the most that may be given",
      {
        ledger: [...running, given(minutes(58), [["l1:1", at(1), at(59)]])],
        reports: [report(at(1), at(59)), report(at(60), at(66), { seq: 2 })],
      },
      minutes(2),
    ],
  ])("%s", (_title, over, amount) => {
    expect(proposed(over).amount).toBe(amount);
  });

  test("giving what is proposed leaves nothing to propose, and never gives less than was lost within the rule", () => {
    const reports = fc.array(fc.tuple(fc.nat(3_000), fc.nat(300)), { maxLength: 6 });
    fc.assert(
      fc.property(reports, (pairs) => {
        const all = facts({
          reports: pairs.map(([from, length], seq) => report(at(0, from), at(0, from + length), { seq })),
        });
        const { amount, stretches } = proposal(lostStretches(all, later), all.ledger, policy);
        const sum = stretches.reduce((total, { lost: part }) => total + part, 0);
        expect(amount).toBeGreaterThanOrEqual(Math.min(sum, policy.most));
        expect(amount - sum).toBeLessThan(policy.steps);
        const line: Line = {
          ...given(amount, []),
          lost: { rules: "", stretches: stretches.map(({ sure: _, madeUp: __, ...kept }) => kept) },
        } as Line;
        const ledger = [...all.ledger, line];
        const again = proposal(lostStretches({ ...all, ledger }, later), ledger, policy);
        expect([again.amount, givenBack(ledger)]).toEqual([none, amount]);
      }),
    );
  });
});
