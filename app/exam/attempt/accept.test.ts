import { describe, expect, test } from "vitest";
import { after, duration, type Instant, instant, minutes, seconds } from "../time/time.ts";
import { accept, type Receiving } from "./accept.ts";
import type { Entry } from "./entry.ts";

const nine = instant(Date.parse("2026-06-01T09:00:00Z"));
const end = after(nine, minutes(75));
const running: Receiving = { phase: "running", deadline: end, lease: "here", items: new Set(["q1"]) };
const answer = (seq: number): Entry => ({
  seq,
  left: minutes(60),
  kind: "answer",
  item: "q1",
  response: { RESPONSE: ["B"] },
});
const answerTo = (item: string): Entry => ({ ...answer(1), item }) as Entry;
const grace = seconds(5);
type Sent = {
  readonly lease?: string;
  readonly savedThrough?: number;
  readonly entries?: readonly Entry[];
  readonly receivedAt?: Instant;
};
const sent = ({ lease = "here", savedThrough = 0, entries = [answer(1)], receivedAt = nine }: Sent = {}) => ({
  lease,
  savedThrough,
  entries: entries.map((entry) => ({ entry, receivedAt })),
  grace,
});

describe("what becomes of entries that arrive", () => {
  test("a batch sent twice is stored once", () => {
    const first = accept(running, sent({ entries: [answer(1), answer(2)] }));
    const again = accept(running, sent({ entries: [answer(1), answer(2)], savedThrough: first.savedThrough }));
    expect([first.keep.length, first.savedThrough, again]).toEqual([2, 2, { keep: [], savedThrough: 2 }]);
  });

  test.each<[string, Receiving, Sent, string]>([
    ["the last millisecond counts", running, { receivedAt: instant(end - 1) }, "counted"],
    ["what arrives within the grace counts", running, { receivedAt: after(end, grace) }, "counted"],
    [
      "what arrives after the grace is kept and does not count",
      running,
      { receivedAt: after(end, duration(5_001)) },
      "late",
    ],
    [
      "what was typed before a pause and arrives in it counts",
      { ...running, phase: "paused", deadline: null },
      {},
      "counted",
    ],
    [
      "what arrives after the end is kept and does not count",
      { ...running, phase: "closed", deadline: null },
      {},
      "late",
    ],
    ["before the start nothing counts", { ...running, phase: "ready", deadline: null }, {}, "late"],
    ["what the old machine still held is stranded", running, { lease: "the desk before" }, "stranded"],
    ["between two machines it is stranded too", { ...running, lease: null }, {}, "stranded"],
    [
      "what the old machine sends after the end is still from the old machine",
      { ...running, phase: "closed", deadline: null },
      { lease: "the desk before" },
      "stranded",
    ],
    ["an item that is not on the form never counts", running, { entries: [answerTo("q2")] }, "not-on-form"],
    [
      "nor does looking at one",
      running,
      { entries: [{ seq: 1, left: minutes(60), kind: "visit", item: "q2" }] },
      "not-on-form",
    ],
    [
      "too late stays too late, whatever it is about",
      running,
      { receivedAt: after(end, minutes(1)), entries: [answerTo("q2")] },
      "late",
    ],
  ])("%s", (_title, receiving, over, standing) => {
    expect(accept(receiving, sent(over)).keep.map((one) => one.standing)).toEqual([standing]);
  });

  test("beside one that is not on the form, the others count", () => {
    const { keep } = accept(running, sent({ entries: [answer(1), { ...answerTo("q2"), seq: 2 }, answer(3)] }));
    expect(keep.map(({ standing }) => standing)).toEqual(["counted", "not-on-form", "counted"]);
  });

  test("entries out of order and doubled in one message are put right", () => {
    const { keep, savedThrough } = accept(
      running,
      sent({ entries: [answer(3), answer(2), answer(3)], savedThrough: 1 }),
    );
    expect([keep.map(({ entry }) => entry.seq), savedThrough]).toEqual([[2, 3], 3]);
  });

  test("of two messages that waited together, what came in time counts and what came after the end does not", () => {
    const inTime = { entry: answer(1), receivedAt: instant(end - 1) };
    const tooLate = { entry: answer(2), receivedAt: after(end, duration(5_001)) };
    const { keep } = accept(running, { ...sent(), entries: [tooLate, inTime] });
    expect(keep.map(({ entry, receivedAt, standing }) => [entry.seq, receivedAt, standing])).toEqual([
      [1, inTime.receivedAt, "counted"],
      [2, tooLate.receivedAt, "late"],
    ]);
  });

  test("an empty message says only that somebody is there", () => {
    expect(accept(running, sent({ entries: [], savedThrough: 7 }))).toEqual({ keep: [], savedThrough: 7 });
  });
});
