import { expect, test } from "vitest";
import { refused } from "../exam/people/refusals.ts";
import { duration, instant, minutes } from "../exam/time/time.ts";
import type { AttemptState, Save, Saved, Submitted } from "../live/contract.ts";
import { outbox } from "./outbox.ts";
import { sync } from "./sync.ts";
import { turnedClock } from "./turned-clock.ts";

type Sent = { readonly way: "save" | "submit"; readonly at: number; readonly seqs: readonly number[] };

const left = minutes(30);
const closed: AttemptState = {
  attempt: "a1",
  phase: "closed",
  lease: "l1",
  left,
  allowance: minutes(75),
  workedWhileStopped: minutes(0),
  stopped: null,
  evacuated: false,
  key: null,
  keeping: "kept",
  closed: { at: instant(0), reason: "submitted", receipt: "ABCD", late: false },
  at: instant(0),
};

/** A working learner at a computer whose clock we turn; the server answers what `answer` says, at once. */
function aDesk(answer: (save: Save) => Saved | "nothing" | Promise<Saved> = (save) => acknowledged(save)) {
  const clock = turnedClock();
  const sent: Sent[] = [];
  const failures: number[] = [];
  const refusals: string[] = [];
  const states: AttemptState[] = [];
  const box = outbox({ seq: 0, waiting: [] });
  const ask = async (way: Sent["way"], message: Save): Promise<Saved> => {
    sent.push({ way, at: clock.now(), seqs: message.entries.map(({ seq }) => seq) });
    const said = await answer(message);
    if (said === "nothing") throw new Error("no answer");
    return said;
  };
  const live = sync({
    attempt: "a1",
    lease: "l1",
    outbox: box,
    timers: clock,
    transport: {
      save: (message) => ask("save", message),
      async submit(message): Promise<Submitted> {
        const said = await ask("submit", message);
        return said.ok ? { ok: true, state: closed } : said;
      },
    },
    keep: async () => {},
    saved: () => {},
    submitted: (state) => states.push(state),
    refused: ({ refusal }) => refusals.push(refusal),
    trouble: (count) => failures.push(count),
  });
  const type = (item = "q1", text = "A") => {
    box.put({ kind: "answer", item, response: { RESPONSE: [text] }, left });
    live.changed();
  };
  return { live, box, sent, failures, refusals, states, pass: clock.pass, type };
}

const acknowledged = ({ entries }: Save): Saved => ({
  ok: true,
  savedThrough: entries.at(-1)?.seq ?? 0,
  head: "h",
  phase: "running",
  left: duration(0),
  at: instant(0),
  notCounted: null,
});

test("a pause in typing saves", async () => {
  const { live, sent, pass, type } = aDesk();
  live.become("working");
  type();
  await pass(399);
  expect(sent).toEqual([]);
  await pass(1);
  expect(sent.map(({ seqs }) => seqs)).toEqual([[1]]);
});

test("somebody who never pauses is saved after two seconds", async () => {
  const { live, sent, pass, type } = aDesk();
  live.become("working");
  for (let key = 0; key < 11; key += 1) {
    type("q1", `A${key}`);
    await pass(200);
  }
  expect(sent.map(({ at }) => at)).toEqual([2_000]);
});

test("a server that asks for patience is sent larger and rarer messages, until it is well again; the end of time waits for nobody", async () => {
  let ease = duration(6_000);
  const { live, sent, pass, type } = aDesk((save) => ({ ...acknowledged(save), ease }) as Saved);
  live.become("working");
  type();
  await pass(400);
  for (const item of ["q2", "q3", "q4"]) {
    type(item);
    live.itemLeft();
    await pass(1_000);
  }
  expect(sent.map(({ at, seqs }) => [at, seqs])).toEqual([[400, [1]]]);
  await pass(3_000);
  expect(sent.at(-1)).toMatchObject({ at: 6_400, seqs: [2, 3, 4] });
  type("q5");
  live.flush();
  ease = duration(0);
  await pass(0);
  type("q6");
  live.itemLeft();
  await pass(0);
  expect(sent.slice(2).map(({ at, seqs }) => [at, seqs])).toEqual([
    [6_400, [5]],
    [6_400, [6]],
  ]);
});

test("a machine for which the server has no room comes back at its turn, and the screen says that it is still trying", async () => {
  let full = true;
  const { live, box, sent, failures, pass, type } = aDesk((save) =>
    full ? { ...refused("saving-is-slow"), ease: duration(1_300) } : acknowledged(save),
  );
  live.become("working");
  type();
  await pass(3_000);
  expect([sent.map(({ at }) => at), failures]).toEqual([
    [400, 1_700, 3_000],
    [1, 2, 3],
  ]);
  full = false;
  await pass(1_300);
  expect([failures.at(-1), box.waiting()]).toEqual([0, []]);
});

test("leaving a question saves at once", async () => {
  const { live, sent, pass, type } = aDesk();
  live.become("working");
  type();
  live.itemLeft();
  await pass(0);
  expect(sent).toHaveLength(1);
});

test("with nothing to save, an empty save every five seconds says that the learner is there", async () => {
  const { live, sent, pass } = aDesk();
  live.become("working");
  await pass(10_000);
  expect(sent.map(({ at, seqs }) => [at, seqs])).toEqual([
    [5_000, []],
    [10_000, []],
  ]);
});

test("what is typed while a save is in flight goes with the next one", async () => {
  let letGo = (_: Saved) => {};
  const { live, box, sent, pass, type } = aDesk(
    () =>
      new Promise<Saved>((done) => {
        letGo = done;
      }),
  );
  live.become("working");
  type("q1", "A");
  await pass(400);
  type("q1", "B");
  await pass(10_000);
  expect(sent.map(({ seqs }) => seqs)).toEqual([[1]]);
  letGo({ ...acknowledged({ attempt: "a1", lease: "l1", entries: [] }), savedThrough: 1 } as Saved);
  await pass(0);
  expect(sent.map(({ seqs }) => seqs)).toEqual([[1], [2]]);
  expect(box.waiting()).toHaveLength(1);
});

test("a save without an answer is tried again, ever more slowly up to every four seconds, and nothing is forgotten", async () => {
  const { live, box, sent, failures, pass, type } = aDesk(() => "nothing");
  live.become("working");
  type();
  await pass(20_000);
  expect(sent.map(({ at }) => at)).toEqual([400, 900, 1_900, 3_900, 7_900, 11_900, 15_900, 19_900]);
  expect(failures).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  expect(box.waiting()).toHaveLength(1);
});

test("when the network is back it is tried at once", async () => {
  let up = false;
  const { live, sent, failures, pass, type } = aDesk((save) => (up ? acknowledged(save) : "nothing"));
  live.become("working");
  type();
  await pass(8_000);
  const before = sent.length;
  up = true;
  live.reconnected();
  await pass(0);
  expect(sent.length).toBe(before + 1);
  expect(failures.at(-1)).toBe(0);
});

test("a full outbox is sent in batches of 200, each a prefix of what waits", async () => {
  const { live, sent, pass, type } = aDesk();
  for (let item = 1; item <= 450; item += 1) type(`q${item}`);
  live.become("working");
  await pass(3_000);
  expect(sent.map(({ seqs }) => [seqs[0], seqs.length])).toEqual([
    [1, 200],
    [201, 200],
    [401, 50],
  ]);
});

test("handing in takes the last answers with it", async () => {
  const { live, sent, states, pass, type } = aDesk();
  live.become("working");
  type();
  live.become("submitting");
  await pass(0);
  expect(sent.map(({ way, seqs }) => [way, seqs])).toEqual([["submit", [1]]]);
  expect(states).toEqual([closed]);
  await pass(60_000);
  expect(sent).toHaveLength(1);
});

test("handing in while the network is down goes on until it is back", async () => {
  let up = false;
  const { live, states, pass } = aDesk((save) => (up ? acknowledged(save) : "nothing"));
  live.become("submitting");
  await pass(10_000);
  expect(states).toEqual([]);
  up = true;
  await pass(10_000);
  expect(states).toEqual([closed]);
});

test("a refusal is told and the answers stay", async () => {
  const { live, box, refusals, pass, type } = aDesk(() => refused("not-signed-in"));
  live.become("working");
  type();
  await pass(400);
  expect(refusals).toEqual(["not-signed-in"]);
  expect(box.waiting()).toHaveLength(1);
});

test("after the end only what still waits is sent, and then nothing more", async () => {
  const { live, sent, pass, type } = aDesk();
  type();
  live.become("emptying");
  await pass(60_000);
  expect(sent.map(({ seqs }) => seqs)).toEqual([[1]]);
});

test("the end of time waits for nobody, also where the server had no room a moment before", async () => {
  let full = true;
  const { live, sent, box, pass, type } = aDesk((save) =>
    full ? { ...refused("saving-is-slow"), ease: duration(9_000) } : acknowledged(save),
  );
  live.become("working");
  type();
  await pass(500);
  live.flush();
  await pass(100);
  full = false;
  await pass(2_000);
  expect(sent.map(({ at }) => at)).toEqual([400, 500, 1_500]);
  expect(box.waiting()).toEqual([]);
});

test("after the end of time has been heard, a server without room is left alone for as long as it asks", async () => {
  let full = false;
  const { live, sent, pass, type } = aDesk((save) =>
    full ? { ...refused("saving-is-slow"), ease: duration(3_000) } : acknowledged(save),
  );
  live.become("working");
  type();
  live.flush();
  await pass(100);
  full = true;
  type();
  await pass(4_000);
  expect(sent.map(({ at }) => at)).toEqual([0, 500, 3_500]);
});

test("while nothing gets through, what was on its way is tried again, and what is written meanwhile is one answer", async () => {
  let up = false;
  const { live, sent, pass, type } = aDesk((save) => (up ? acknowledged(save) : "nothing"));
  live.become("working");
  for (const text of ["A", "An", "An essay"]) {
    type("q1", text);
    await pass(2_000);
  }
  up = true;
  await pass(5_000);
  const seqs = sent.map(({ seqs }) => seqs.join());
  expect(seqs.slice(0, -1).every((tried) => tried === "1")).toBe(true);
  expect(seqs.at(-1)).toBe("3");
});
