import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { work } from "../attempt/answers.ts";
import type { Entry, Standing } from "../attempt/entry.ts";
import { type Ledger, type Line, timeLeft } from "../attempt/ledger.ts";
import { after, before, type Duration, duration, type Instant, instant, minutes, seconds } from "../time/time.ts";
import { film, type Recorded, type StoredEntry } from "./film.ts";
import { replay, sceneAt } from "./replay.ts";

const nine = instant(Date.parse("2026-06-01T09:00:00Z"));
const at = (length: Duration) => after(nine, length);
const by = "Ines";
const base: Line = {
  kind: "allowance",
  source: "paper",
  amount: minutes(75),
  at: before(nine, minutes(60)),
  by,
  why: "The paper",
};
const started: Line = { kind: "started", at: nine, by };
const desk = { id: "one", machine: "machine-one", startedAt: before(nine, minutes(5)), endedAt: null };
const answer = (value: string, item = "q1") => ({ kind: "answer", item, response: { RESPONSE: [value] } }) as const;

type Deed = Entry extends infer One ? (One extends Entry ? Omit<One, "seq" | "left"> : never) : never;
type Did = {
  readonly deed: Deed;
  readonly when: Instant;
  readonly lag?: Duration;
  readonly lease?: string;
  readonly standing?: Standing;
};

/** A journal as the browsers of these desks write it: the time left is what the ledger says at that moment. */
function recorded(ledger: Ledger, did: readonly Did[], over: Partial<Recorded> = {}): Recorded {
  const journal = did.map(
    ({ deed, when, lag = duration(300), lease = "one", standing = "counted" }, index): StoredEntry => ({
      entry: {
        ...deed,
        seq: index + 1,
        left: timeLeft(
          ledger.filter((line) => line.at <= when),
          when,
        ),
      } as Entry,
      receivedAt: after(when, lag),
      lease,
      standing,
    }),
  );
  const stored = journal.toSorted((a, b) => a.receivedAt - b.receivedAt);
  return { phase: "closed", journal: stored, ledger, desks: [desk], announcements: [], ...over };
}

describe("what the learner saw", () => {
  const ended: Line = { kind: "ended", at: at(minutes(30)), by };
  const whole = recorded(
    [base, started, ended],
    [
      { deed: { kind: "visit", item: "q1" }, when: at(seconds(1)) },
      { deed: answer("A"), when: at(seconds(10)) },
      { deed: answer("B"), when: at(seconds(20)) },
      { deed: { kind: "flag", item: "q1", flagged: true }, when: at(seconds(25)) },
      { deed: { kind: "panel", panel: "review", open: true }, when: at(minutes(2)) },
      { deed: { kind: "visit", item: "q2" }, when: at(minutes(3)) },
    ],
  );

  test.each([
    ["before the start there is nothing to see", before(nine, minutes(1)), "waiting", null],
    ["a second in, the first question without an answer", at(seconds(2)), "question", undefined],
    ["the first answer the moment it is given", at(seconds(10)), "question", "A"],
    ["the first answer until the second one", before(at(seconds(20)), duration(1)), "question", "A"],
    ["then the second", at(seconds(20)), "question", "B"],
    ["the look through the answers", at(minutes(2)), "review", "B"],
    ["after the end, that it has ended", at(minutes(30)), "ended", "B"],
  ])("%s", (_title, moment, showing, value) => {
    const scene = replay(whole, moment);
    expect(scene.showing).toBe(showing);
    if (value !== null) expect(scene.seen.answers.q1?.RESPONSE?.[0]).toBe(value);
  });

  test("the item, the flags and the time left are those of the moment", () => {
    const scene = replay(whole, at(minutes(3)));
    expect([scene.item, scene.seen.flagged, scene.left]).toEqual(["q2", ["q1"], minutes(72)]);
  });

  test("an answer is unsaved until it was stored, and a long wait is seen as a lost connection", () => {
    const slow = recorded([base, started], [{ deed: answer("A"), when: at(seconds(10)), lag: seconds(40) }]);
    const soon = replay(slow, at(seconds(12)));
    expect([soon.safe, soon.waiting.length, soon.connected]).toEqual([{ safe: 0, of: 1 }, 1, true]);
    expect(replay(slow, at(seconds(30))).connected).toBe(false);
    const stored = replay(slow, at(seconds(50)));
    expect([stored.safe, stored.connected]).toEqual([{ safe: 1, of: 1 }, true]);
  });

  test("after a move the new screen says saved, whatever the computer left behind still holds", () => {
    const second = { id: "two", machine: "machine-two", startedAt: at(minutes(10)), endedAt: null };
    const moved = recorded(
      [base, started],
      [
        { deed: answer("held", "q2"), when: at(minutes(9)), lag: minutes(20), standing: "stranded" },
        { deed: answer("new"), when: at(minutes(11)), lease: "two" },
      ],
      { desks: [{ ...desk, endedAt: second.startedAt }, second] },
    );
    const still = replay(moved, before(second.startedAt, seconds(1)));
    expect([still.safe, still.waiting.length]).toEqual([{ safe: 0, of: 1 }, 1]);
    const there = replay(moved, at(minutes(12)));
    expect([there.safe, there.waiting, there.savedAt]).toEqual([
      { safe: 1, of: 1 },
      [],
      at(duration(11 * 60_000 + 300)),
    ]);
  });

  test("a stretch without the server has its two ends", () => {
    const lost = recorded(
      [base, started],
      [{ deed: { kind: "reconnected", lostWith: minutes(70) }, when: at(minutes(8)) }],
    );
    const connected = (moment: Duration) => replay(lost, at(moment)).connected;
    expect([minutes(4), minutes(5), minutes(7), minutes(8)].map(connected)).toEqual([true, false, false, true]);
  });

  test("a pause hides the test and says why; more time is there from when it was given", () => {
    const ledger: Ledger = [
      base,
      started,
      { kind: "stopped", at: at(minutes(10)), by, cause: "evacuation", why: "Fire alarm" },
      { kind: "resumed", at: at(minutes(20)), by },
      { kind: "allowance", source: "granted", amount: minutes(5), at: at(minutes(25)), by, why: "Noise" },
    ];
    const record = recorded(ledger, [{ deed: answer("A"), when: at(minutes(5)) }]);
    expect(replay(record, at(minutes(15)))).toMatchObject({
      showing: "stopped",
      stopped: "evacuation",
      left: minutes(65),
    });
    expect(replay(record, at(minutes(24))).left).toBe(minutes(61));
    expect(replay(record, at(minutes(25))).left).toBe(minutes(65));
  });

  test("a screen that no message reached went on after the stop, and its answers are where they were given", () => {
    const ledger: Ledger = [
      base,
      started,
      { kind: "stopped", at: at(minutes(10)), by, cause: "evacuation", why: "Fire alarm" },
      { kind: "worked-on", amount: minutes(2), at: at(minutes(20)), by, why: "Without a network" },
      { kind: "resumed", at: at(minutes(20)), by },
    ];
    const entry = { ...answer("A"), seq: 1, left: minutes(64) };
    const stored = { entry, receivedAt: at(minutes(21)), lease: "one", standing: "counted" } as const;
    const record: Recorded = { ...recorded(ledger, []), journal: [stored] };
    const value = (moment: Duration) => replay(record, at(moment)).seen.answers.q1?.RESPONSE?.[0];
    expect([value(duration(minutes(11) - 1)), value(minutes(11))]).toEqual([undefined, "A"]);
    expect(replay(record, at(minutes(11)))).toMatchObject({ showing: "question", left: minutes(64), connected: false });
    expect(replay(record, at(minutes(13)))).toMatchObject({ showing: "stopped", stopped: "evacuation" });
    expect(replay(record, at(minutes(20))).left).toBe(minutes(63));
  });

  test("a learner who went on at a spare computer without the server is seen at work there, before the server knew of it", () => {
    const spare = { id: "two", machine: "the spare one", startedAt: at(minutes(30)), endedAt: null };
    const record = recorded(
      [base, started],
      [
        { deed: answer("A"), when: at(minutes(5)) },
        { deed: answer("B"), when: at(minutes(12)), lag: minutes(18), lease: "two" },
        { deed: answer("C"), when: at(minutes(31)), lease: "two" },
      ],
      { desks: [desk, spare] },
    );
    const seen = [11, 12, 20, 31].map((minute) => {
      const scene = replay(record, at(minutes(minute)));
      return [scene.desk?.number, scene.seen.answers.q1?.RESPONSE?.[0], scene.safe];
    });
    expect(seen).toEqual([
      [1, "A", { safe: 1, of: 1 }],
      [2, "B", { safe: 0, of: 1 }],
      [2, "B", { safe: 0, of: 1 }],
      [2, "C", { safe: 0, of: 1 }],
    ]);
  });

  test("a clock that stood for a move makes nobody sit at the new desk before they did", () => {
    const ledger: Ledger = [
      base,
      started,
      { kind: "stopped", at: at(minutes(10)), by, cause: "moving-desk", why: "Dead screen" },
      { kind: "resumed", at: at(minutes(15)), by },
    ];
    const second = { id: "two", machine: "machine-two", startedAt: at(minutes(14)), endedAt: null };
    const did = [
      { deed: answer("A"), when: at(minutes(5)) },
      { deed: { kind: "visit", item: "q1" }, when: at(minutes(14)), lease: "two" },
    ] as const;
    const record = recorded(ledger, did, { desks: [desk, second] });
    expect([13, 14].map((minute) => replay(record, at(minutes(minute))).desk?.number)).toEqual([1, 2]);
  });

  test("what the old desk still held is on its own screen, not on the new one's, and never counts", () => {
    const second = { id: "two", machine: "machine-two", startedAt: at(minutes(10)), endedAt: null };
    const record = recorded(
      [base, started],
      [
        { deed: answer("A"), when: at(minutes(5)) },
        { deed: answer("held"), when: at(minutes(8)), lag: minutes(6), standing: "stranded" },
        { deed: answer("C", "q2"), when: at(minutes(11)), lease: "two" },
      ],
      { desks: [desk, second] },
    );
    const value = (moment: Duration) => replay(record, at(moment)).seen.answers.q1?.RESPONSE?.[0];
    expect([minutes(5), minutes(9), minutes(12), minutes(20)].map(value)).toEqual(["A", "held", "A", "A"]);
    const end = replay(record, at(minutes(20)));
    expect([end.desk?.number, end.uncounted.map(({ standing }) => standing)]).toEqual([2, ["stranded"]]);
  });
});

/** Stretches of work and standing still, more time now and then, and deeds of one desk at running moments with some delay. */
const anyRecord = fc
  .record({
    stretches: fc.array(fc.tuple(fc.integer({ min: 5, max: 900 }), fc.integer({ min: 5, max: 300 }), fc.boolean()), {
      minLength: 1,
      maxLength: 4,
    }),
    deeds: fc.array(
      fc.tuple(
        fc.double({ min: 0.01, max: 0.999, noNaN: true }),
        fc.integer({ min: 1, max: 1_500 }),
        fc.constantFrom("q1", "q2", "q3"),
        fc.constantFrom<Standing>("counted", "counted", "counted", "late", "stranded"),
      ),
      { maxLength: 40 },
    ),
  })
  .map(({ stretches, deeds }) => {
    const ledger: Line[] = [base, started];
    const running: [from: number, to: number][] = [];
    let now = nine as number;
    for (const [work, rest, granted] of stretches) {
      running.push([now, now + work * 1_000]);
      now += work * 1_000;
      ledger.push({ kind: "stopped", at: instant(now), by, cause: "pause", why: "A pause" });
      now += rest * 1_000;
      if (granted)
        ledger.push({ kind: "allowance", source: "granted", amount: minutes(3), at: instant(now), by, why: "Noise" });
      ledger.push({ kind: "resumed", at: instant(now), by });
    }
    running.push([now, now + 600_000]);
    ledger.push({ kind: "ended", at: instant(now + 600_000), by });
    const did = deeds
      .map(([share, lag, item, standing], index): Did => {
        const [from, to] = running[index % running.length] ?? [nine, nine];
        const when = instant(Math.floor(from + share * (to - from)));
        return { deed: answer(`${index}`, item), when, lag: duration(lag), standing };
      })
      .toSorted((a, b) => a.when - b.when);
    // One desk's entries arrive in the order they were made.
    let last = 0;
    const inOrder = did.map((one) => {
      last = Math.max(last, one.when + (one.lag ?? 0));
      return { ...one, lag: duration(last - one.when) };
    });
    return { record: recorded(ledger, inOrder), did: inOrder };
  });

describe("whatever happened in a test", () => {
  test("the replay of its end is what was marked", () => {
    fc.assert(
      fc.property(anyRecord, ({ record }) => {
        const reel = film(record);
        expect(sceneAt(reel, reel.to).counted).toEqual(work(record.journal));
      }),
    );
  });

  test("nothing that was made is ever taken back as time goes on", () => {
    fc.assert(
      fc.property(anyRecord, fc.array(fc.nat(4_000), { minLength: 2, maxLength: 12 }), ({ record }, moments) => {
        const reel = film(record);
        const made = moments.toSorted((a, b) => a - b).map((second) => sceneAt(reel, at(seconds(second))).made);
        expect(made).toEqual(made.toSorted((a, b) => a - b));
      }),
    );
  });

  test("what comes later changes nothing of what was seen before", () => {
    fc.assert(
      fc.property(anyRecord, fc.nat(4_000), ({ record }, second) => {
        const moment = at(seconds(second));
        const reel = film(record);
        const soFar = {
          ...record,
          journal: record.journal.filter((_, index) => (reel.done[index]?.madeAt ?? 0) <= moment),
        };
        const { seen, counted, made } = replay(record, moment);
        const short = replay(soFar, moment);
        expect([short.seen, short.counted, short.made]).toEqual([seen, counted, made]);
      }),
    );
  });

  test("any moment before the start shows the waiting", () => {
    fc.assert(
      fc.property(anyRecord, fc.integer({ min: 1, max: 10_000_000 }), ({ record }, earlier) => {
        expect(replay(record, before(nine, duration(earlier)))).toMatchObject({ showing: "waiting", made: 0 });
      }),
    );
  });

  test("each deed is put at the moment it was done, whatever stood still and however late it arrived", () => {
    fc.assert(
      fc.property(anyRecord, ({ record, did }) => {
        const reel = film(record);
        expect(reel.done.map(({ madeAt }) => madeAt)).toEqual(did.map(({ when }) => when));
      }),
    );
  });
});
