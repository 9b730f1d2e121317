import { expect, test } from "vitest";
import type { Entry } from "../exam/attempt/entry.ts";
import { minutes } from "../exam/time/time.ts";
import { type Deed, outbox } from "./outbox.ts";

const left = minutes(30);
const answer = (item: string, choice: string): Deed => ({
  kind: "answer",
  item,
  response: { RESPONSE: [choice] },
  left,
});
const visit = (item: string): Deed => ({ kind: "visit", item, left });
const empty = { seq: 0, waiting: [] };

test("everything the learner does is numbered in order", () => {
  const box = outbox(empty);
  box.put(visit("q1"));
  box.put(answer("q1", "A"));
  expect(box.waiting().map(({ seq, kind }) => [seq, kind])).toEqual([
    [1, "visit"],
    [2, "answer"],
  ]);
});

test("the newest answer takes the place of an unsent one to the same question", () => {
  const box = outbox(empty);
  box.put(answer("q1", "A"));
  box.put(answer("q2", "X"));
  box.put(answer("q1", "B"));
  expect(box.waiting()).toEqual([
    { ...answer("q2", "X"), seq: 2 },
    { ...answer("q1", "B"), seq: 3 },
  ]);
});

test("an answer on its way stays as it was sent, and the newer one waits behind it", () => {
  const box = outbox(empty);
  box.put(answer("q1", "A"));
  box.prefix(200);
  box.put(answer("q1", "B"));
  expect(box.waiting().map(({ seq }) => seq)).toEqual([1, 2]);
});

test("an answer changed while a save is in flight is not lost with its acknowledgement", () => {
  const box = outbox(empty);
  box.put(answer("q1", "A"));
  const sent = box.prefix(200);
  box.put(answer("q1", "B"));
  box.acknowledge(sent.at(-1)!.seq);
  expect(box.waiting()).toEqual([{ ...answer("q1", "B"), seq: 2 }]);
});

test("a batch is a prefix of what waits, and no longer than asked for", () => {
  const box = outbox(empty);
  for (const item of ["q1", "q2", "q3"]) box.put(answer(item, "A"));
  expect(box.prefix(2).map(({ seq }) => seq)).toEqual([1, 2]);
});

test("what is not kept on the computer yet is not sent", () => {
  const box = outbox(empty);
  box.put(answer("q1", "A"));
  const { seq } = box.kept();
  box.put(answer("q2", "A"));
  expect(box.prefix(200, seq).map((entry) => entry.seq)).toEqual([1]);
});

test("after a reload the numbers go on, and what was kept is never replaced", () => {
  const before = outbox(empty);
  before.put(answer("q1", "A"));
  const box = outbox(before.kept());
  box.put(answer("q1", "B"));
  expect(box.waiting().map(({ seq }) => seq)).toEqual([1, 2]);
});

test("safe counts the answers whose newest version the server holds", () => {
  const box = outbox(empty);
  const answers = { q1: { RESPONSE: ["A"] }, q2: { RESPONSE: ["B"] }, q3: { RESPONSE: [" "] } };
  box.put(answer("q1", "A"));
  box.put(answer("q2", "B"));
  expect(box.safe(answers)).toEqual({ safe: 0, of: 2 });
  box.acknowledge(1);
  expect(box.safe(answers)).toEqual({ safe: 1, of: 2 });
  box.acknowledge(2);
  expect(box.safe(answers)).toEqual({ safe: 2, of: 2 });
});

test("an answer cleared here and not there is not safe yet", () => {
  const box = outbox(empty);
  box.put({ kind: "answer", item: "q1", response: { RESPONSE: [] }, left });
  expect(box.safe({ q1: { RESPONSE: [] } })).toEqual({ safe: 0, of: 1 });
});

test("while nothing gets through, an essay that grows waits once, however often it was tried", () => {
  const box = outbox(empty);
  box.put(answer("q1", "A page"));
  box.prefix(200);
  for (const more of ["and a word", "and two words", "and three words"]) {
    box.put(answer("q1", more));
    expect(box.prefix(200, undefined, true).map(({ seq }) => seq)).toEqual([1]);
  }
  expect(box.waiting()).toEqual([
    { ...answer("q1", "A page"), seq: 1 },
    { ...answer("q1", "and three words"), seq: 4 },
  ]);
  box.acknowledge(1);
  expect(box.prefix(200, undefined, true).map(({ seq }) => seq)).toEqual([4]);
});

test("a message is no heavier than a slow line carries, and a single essay goes whatever it weighs", () => {
  const box = outbox(empty);
  for (let item = 1; item <= 20; item += 1) box.put(answer(`q${item}`, "顧".repeat(20_000)));
  expect(box.prefix(200)).toHaveLength(4);
  const essay = outbox(empty);
  essay.put(answer("q1", "顧".repeat(100_000)));
  essay.put(visit("q2"));
  expect(essay.prefix(200)).toHaveLength(1);
});

test("what was done before and found late is done anew, but for what has been answered since", () => {
  const box = outbox({ seq: 10_000, waiting: [] });
  box.put(answer("q1", "now"));
  const news = box.takeIn([
    { ...visit("q1"), seq: 1 } as Entry,
    { ...answer("q1", "before"), seq: 2 } as Entry,
    { ...answer("q2", "before"), seq: 3 } as Entry,
  ]);
  expect(news.map(({ seq }) => seq)).toEqual([3]);
  expect(box.waiting()).toEqual([
    { ...answer("q1", "now"), seq: 10_001 },
    { ...answer("q2", "before"), seq: 10_002 },
  ]);
});
