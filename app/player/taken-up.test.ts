import { expect, test } from "vitest";
import { noWork, type Work } from "../exam/attempt/answers.ts";
import type { Entry } from "../exam/attempt/entry.ts";
import { instant, minutes } from "../exam/time/time.ts";
import type { AttemptState } from "../live/contract.ts";
import { leap, takenUp } from "./taken-up.ts";
import { nothingKept } from "./vault.ts";

const left = minutes(60);
const answer = (seq: number, item: string): Entry => ({
  kind: "answer",
  item,
  response: { RESPONSE: [`${item} by ${seq}`] },
  left,
  seq,
});
const seated = (savedThrough: number, work: Work) => ({
  lease: "l1",
  savedThrough,
  work,
  state: { attempt: "a1", at: instant(0) } as AttemptState,
  announcements: [],
});

test("what the server has not stored waits on, under its own number", () => {
  const kept = { ...nothingKept, lease: "l1", seq: 3, waiting: [answer(2, "q1"), answer(3, "q2")] };
  const { waiting, seq } = takenUp(kept, seated(2, noWork));
  expect(waiting).toEqual([answer(3, "q2")]);
  expect(seq).toBe(3 + leap);
});

test("what was kept and then passed by a page that could not read it is done anew, unless that could undo something later", () => {
  const unable: Entry = {
    kind: "unable",
    cause: "asleep",
    from: instant(0),
    to: instant(20_000),
    sure: true,
    left,
    seq: 3,
  };
  const visit: Entry = { kind: "visit", item: "q3", left, seq: 4 };
  const kept = { ...nothingKept, lease: "l1", seq: 4, waiting: [answer(1, "q1"), answer(2, "q2"), unable, visit] };
  const since = { ...noWork, answers: { q1: { RESPONSE: ["later"] } }, at: "q2" };
  const { waiting, seq, work } = takenUp(kept, seated(leap + 9, since));
  const first = 2 * leap + 10;
  expect(waiting).toEqual([
    { ...answer(2, "q2"), seq: first },
    { ...unable, seq: first + 1 },
  ]);
  expect(seq).toBe(first + 1);
  expect(work.answers).toEqual({ q1: { RESPONSE: ["later"] }, q2: { RESPONSE: ["q2 by 2"] } });
});

test("also where that page has sent less than waits", () => {
  const kept = {
    ...nothingKept,
    lease: "l1",
    seq: 40,
    waiting: [answer(12, "q1"), answer(39, "q2"), answer(40, "q3")],
  };
  const { waiting } = takenUp(kept, seated(11 + leap, noWork));
  expect(waiting.map((entry) => [entry.kind === "answer" && entry.item, entry.seq])).toEqual([
    ["q1", 2 * leap + 12],
    ["q2", 2 * leap + 13],
    ["q3", 2 * leap + 14],
  ]);
});

test("what the server has stored since it was kept is not done again", () => {
  const kept = { ...nothingKept, lease: "l1", seq: 3, waiting: [answer(2, "q1"), answer(3, "q2")] };
  expect(takenUp(kept, seated(3, noWork)).waiting).toEqual([]);
});
