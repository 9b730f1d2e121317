import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Line } from "../attempt/ledger.ts";
import { after, type Duration, instant, minutes, seconds } from "../time/time.ts";
import type { AnswerRuling } from "./answer-ruling.ts";
import { type AsideRecord, questionsAside, type Statement } from "./set-aside.ts";

const nine = instant(Date.parse("2026-11-23T09:00:00Z"));
const at = (minute: number) => after(nine, minutes(minute));

/** 75 minutes from nine; moved from the first computer to the second at ten past; ended at the full time. */
const ledger: readonly Line[] = [
  { kind: "allowance", source: "paper", amount: minutes(75), at: nine, by: "test", why: "The paper" },
  { kind: "started", at: nine, by: "test" },
  { kind: "ended", at: at(75), by: "test" },
];
const desks = [
  { id: "old", machine: "one", startedAt: nine, endedAt: at(10) },
  { id: "new", machine: "two", startedAt: at(10), endedAt: null },
];

type Said = {
  readonly on?: "old" | "new" | "spare";
  readonly as?: "counted" | "late" | "stranded" | "not-on-form";
  readonly text: string;
  /** Minutes after nine when it was written; it arrives half a minute later, or when `came` says. */
  readonly wrote: number;
  readonly came?: number;
  readonly item?: string;
};

const left = (wrote: number) => Math.max(0, minutes(75) - minutes(wrote)) as Duration;

const journalOf = (all: readonly Said[]): AsideRecord["journal"] =>
  all.map(({ on = "new", as = "counted", text, wrote, came = wrote + 0.5, item = "q1" }, position) => ({
    position,
    lease: on,
    standing: as,
    receivedAt: instant(at(0) + came * 60_000),
    entry: { kind: "answer", seq: position + 1, left: left(wrote), item, response: { RESPONSE: text ? [text] : [] } },
  }));

const ruling = (position: number | null, through: number, version = 1): AnswerRuling => ({
  number: 1,
  version,
  position,
  through,
  why: "Read both",
  by: "Ada",
  at: at(100),
});

const record = (all: readonly Said[], over: Partial<AsideRecord> = {}): AsideRecord => ({
  journal: journalOf(all),
  ledger,
  desks,
  endedAt: at(75),
  numbers: new Map([
    ["q1", 1],
    ["q2", 2],
  ]),
  rulings: [],
  statement: null,
  ...over,
});
const said = (choice: Statement, through = 9): Partial<AsideRecord> => ({ statement: { choice, through } });

const old = (text: string, wrote: number, came = 20): Said => ({ on: "old", as: "stranded", text, wrote, came });
const late = (text: string, wrote: number, came = 80): Said => ({ as: "late", text, wrote, came });

describe("which answer is proposed to be marked", () => {
  test.each<[string, readonly Said[], Partial<AsideRecord>, number | null]>([
    ["the old computer's, where nothing else was written", [old("only", 9)], {}, 0],
    ["the old computer's, where only earlier work counts", [{ on: "old", text: "a", wrote: 5 }, old("ab", 9)], {}, 1],
    ["the newer one, written at the new computer", [{ text: "new", wrote: 12 }, old("old", 9)], {}, null],
    ["what counts, where the old computer's was written after the move", [old("whose?", 11)], {}, null],
    ["the old computer's, written in the moment of the move", [old("just", 10)], {}, 0],
    ["what counts, where nobody says when the late one was written", [late("after", 74)], {}, null],
    ["the late one, where the invigilator says it should count", [late("after", 74)], said("should-count"), 0],
    ["what counts, where the invigilator says it should not", [late("after", 74)], said("should-not-count"), null],
    [
      "what counts, where the invigilator speaks against the old computer's",
      [old("o", 9)],
      said("should-not-count"),
      null,
    ],
    [
      "what counts, where the late one came after the invigilator's words",
      [late("x", 74)],
      said("should-count", -1),
      null,
    ],
    ["the last of two that were set aside", [old("first", 9), late("last", 74)], said("should-count"), 1],
  ])("%s", (_what, all, over, expected) => {
    expect(questionsAside(record(all, over)).map(({ proposed }) => proposed)).toEqual([expected]);
  });
});

test("what was typed at a spare computer without the server is dated by when it was typed, not by when it came", () => {
  // Gone on at minute 8, moved by code at minute 10; the spare one is heard of only at minute 30.
  const spare = { id: "spare", machine: "three", startedAt: at(30), endedAt: at(30) };
  const typed: Said = { on: "spare", as: "stranded", text: "at the spare one", wrote: 8, came: 30 };
  const [question] = questionsAside(record([{ text: "new", wrote: 12 }, typed], { desks: [...desks, spare] }));
  expect(question?.aside).toMatchObject([{ desk: 2, writtenAt: at(8), inTime: true }]);
  expect([question?.counted?.desk, question?.proposed]).toEqual([3, null]);
});

describe("what there is to decide", () => {
  test("only the last answer of each computer, with when it was written and when it came", () => {
    const [question] = questionsAside(record([{ text: "new", wrote: 12 }, old("o", 8), old("old", 9)]));
    expect(question?.counted).toMatchObject({ desk: 2, position: 0, from: "counted" });
    expect(question?.aside).toEqual([
      {
        item: "q1",
        position: 2,
        from: "stranded",
        desk: 1,
        response: { RESPONSE: ["old"] },
        writtenAt: at(9),
        receivedAt: at(20),
        inTime: true,
      },
    ]);
  });

  test.each<[string, readonly Said[]]>([
    ["an answer that is the same as what counts", [{ text: "same", wrote: 12 }, old("same", 9)]],
    ["an answer that is as empty as what counts", [old("", 9)]],
    ["an answer to a question the learner was never given", [{ ...old("x", 9), item: "q9" }]],
    ["an entry that was not on the form", [{ as: "not-on-form", text: "x", wrote: 9 }]],
    ["an ordinary answer", [{ text: "x", wrote: 9 }]],
  ])("not %s", (_what, all) => {
    expect(questionsAside(record(all))).toEqual([]);
  });

  test.each<[string, readonly AnswerRuling[], { open: boolean; marked: number | null }]>([
    ["before any decision it is open, and what stood at the end is marked", [], { open: true, marked: null }],
    ["once decided it is closed", [ruling(1, 1)], { open: false, marked: 1 }],
    ["keeping what counts is a decision too", [ruling(null, 1)], { open: false, marked: null }],
    ["what comes after a decision opens it again", [ruling(null, 0)], { open: true, marked: null }],
    [
      "a further decision takes the place of the one before",
      [ruling(1, 1), ruling(null, 1, 2)],
      { open: false, marked: null },
    ],
  ])("%s", (_what, rulings, expected) => {
    const [question] = questionsAside(record([{ text: "new", wrote: 12 }, old("old", 9)], { rulings }));
    expect(question).toMatchObject(expected);
  });

  test("an answer that was chosen stays to be seen when the same computer sends a later one", () => {
    const all = [old("first", 8), old("second", 9)];
    const [question] = questionsAside(record(all, { rulings: [ruling(0, 0)] }));
    expect(question?.aside.map(({ position }) => position)).toEqual([0, 1]);
    expect(question).toMatchObject({ marked: 0, open: true });
  });
});

describe("whatever is decided", () => {
  const entries = fc.array(
    fc.record({
      on: fc.constantFrom("old" as const, "new" as const),
      as: fc.constantFrom("counted" as const, "late" as const, "stranded" as const),
      text: fc.constantFrom("", "a", "b", "c"),
      wrote: fc.nat(74),
      item: fc.constantFrom("q1", "q2"),
    }),
    { maxLength: 12 },
  );
  const decisions = fc.array(fc.record({ number: fc.constantFrom(1, 2), pick: fc.nat(12) }), { maxLength: 6 });

  test("the latest decision about each question counts, in whatever order they are read", () => {
    fc.assert(
      fc.property(entries, decisions, fc.infiniteStream(fc.nat()), (all, decided, order) => {
        const offered = (number: number) =>
          questionsAside(record(all))
            .find((one) => one.number === number)
            ?.aside.map(({ position }) => position) ?? [];
        const rulings = decided.map(({ number, pick }, index) => ({
          ...ruling([null, ...offered(number)][pick % (offered(number).length + 1)] ?? null, all.length, index + 1),
          number,
        }));
        const shuffled = rulings.map((one) => ({ one, key: order.next().value ?? 0 })).sort((a, b) => a.key - b.key);
        const inOrder = questionsAside(record(all, { rulings }));
        expect(questionsAside(record(all, { rulings: shuffled.map(({ one }) => one) }))).toEqual(inOrder);
        for (const { number, marked } of inOrder)
          expect(marked).toBe(rulings.findLast((one) => one.number === number)?.position ?? null);
      }),
    );
  });

  test("nothing is taken away: every answer offered before a decision is offered after it", () => {
    fc.assert(
      fc.property(entries, fc.nat(12), (all, pick) => {
        const before = questionsAside(record(all));
        const places = before.flatMap(({ number, aside }) => aside.map(({ position }) => ({ number, position })));
        const chosen = places[pick % Math.max(1, places.length)];
        if (chosen === undefined) return;
        const after = questionsAside(
          record(all, { rulings: [{ ...ruling(chosen.position, all.length), number: chosen.number }] }),
        );
        expect(after.flatMap(({ aside }) => aside)).toEqual(before.flatMap(({ aside }) => aside));
      }),
    );
  });
});

test("an old computer shows a little too little time left, and is not called late for that", () => {
  const wrote = (seconds(10 * 60 + 2) as number) / 60_000;
  const [question] = questionsAside(record([old("just", wrote)]));
  expect(question?.aside[0]?.inTime).toBe(true);
  const [after2] = questionsAside(record([old("just", wrote + 0.1)]));
  expect(after2?.aside[0]?.inTime).toBe(false);
});
