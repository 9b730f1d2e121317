import { expect, test } from "vitest";
import { pairedChannels } from "../../../tests/support/paired-channels.ts";
import type { CopyMessage } from "../../exam/attempt/copy-shape.ts";
import { minutes } from "../../exam/time/time.ts";
import { turnedClock } from "../turned-clock.ts";
import type { CopyStore, KeptCopy, KeptForm } from "./copy-store.ts";
import { type Holder, holder, type RoomCopies } from "./holder.ts";
import { line } from "./line.ts";

const [ann, ben] = ["5b7a2c1e-6a52-4f0e-9d0f-0c1d2e3f4a5b", "6b7a2c1e-6a52-4f0e-9d0f-0c1d2e3f4a5b"] as const;
const desk = "0c1d2e3f-4a5b-4c7d-8e9f-5b7a2c1e6a52";
const salt = "AAAAAAAAAAAAAAAAAAAAAA==";
const nextDesk = "1d2e3f4a-5b6c-4d7e-8f90-5b7a2c1e6a52";
const copy = (attempt: string, turn: number, lease = desk): CopyMessage => ({
  kind: "copy",
  label: { attempt, lease, turn },
  salt,
});
/** What a spare computer says of itself. */
const waiting = (called: string): CopyMessage & { kind: "hello" } => ({
  kind: "hello",
  formHere: false,
  called,
  stage: "waiting",
});
/** What is called from a part of the network that nothing gets through from. */
const cutOff = "a call from apart";
const bytes = (text: string) => new TextEncoder().encode(text);
const settle = () => new Promise((done) => setImmediate(done));

function inMemory(): CopyStore {
  const copies = new Map<string, KeptCopy>();
  const forms = new Map<string, KeptForm>();
  return {
    read: async (sitting) => ({
      copies: [...copies.values()].filter((one) => one.sitting === sitting),
      forms: [...forms.values()],
    }),
    write: async (one) => void copies.set(one.label.attempt, one),
    writeForm: async (one) => void forms.set(one.attempt, one),
    forget: async (attempt) => {
      copies.delete(attempt);
      forms.delete(attempt);
    },
    close() {},
  };
}

/** A board, and whoever calls it: a learner's page, or a spare computer when no attempt is named. */
async function aBoard(store = inMemory(), clock = turnedClock(), atOnce = (_: Holder) => {}) {
  let shown: RoomCopies = { copies: new Map(), spares: [] };
  const ends = new Map<string, ReturnType<typeof pairedChannels>>();
  const answered: { reached: boolean; closed: boolean }[] = [];
  const board = holder({
    sitting: "today",
    timers: clock,
    store,
    answer: async (offer, opened) => {
      const connection = { reached: offer !== cutOff, closed: false };
      answered.push(connection);
      const pair = pairedChannels();
      ends.set(offer, pair);
      const close = () => {
        connection.closed = true;
        pair.two.close();
      };
      if (connection.reached) opened(pair.two);
      return { answer: `answer to ${offer}`, close };
    },
    changed: (copies) => {
      shown = copies;
    },
  });
  atOnce(board);
  await board.loaded;
  const caller = async (attempt: string | null, from = `caller ${ends.size + 1}`) => {
    const text = `call ${ends.size + 1}`;
    await board.called({ kind: "call", text, from, attempt });
    const pair = ends.get(text);
    if (pair === undefined) throw new Error("Nobody answered.");
    const heard: (readonly [CopyMessage, string])[] = [];
    const mine = line(pair.one, {
      message: (message, body) => heard.push([message, new TextDecoder().decode(body)]),
      closed: () => {},
    });
    pair.open();
    await settle();
    const send = async (message: CopyMessage, body = "") => {
      mine.send(message, bytes(body));
      await settle();
    };
    return { peer: from, heard, send, close: () => pair.one.close(), kinds: () => heard.map(([{ kind }]) => kind) };
  };
  const neverThrough = () => board.called({ kind: "call", text: cutOff, from: "a computer apart", attempt: ben });
  return {
    board,
    caller,
    neverThrough,
    clock,
    store,
    shown: () => shown,
    open: () => answered.filter((one) => !one.closed),
  };
}

async function withAnnsCopy() {
  const room = await aBoard();
  const learner = await room.caller(ann);
  await learner.send({ kind: "form", attempt: ann }, "the locked form");
  await learner.send(copy(ann, 1), "sealed work");
  return { ...room, learner };
}

test("a learner's copy is held, acknowledged and shown; without the form it is not called one", async () => {
  const { caller, shown } = await aBoard();
  const learner = await caller(ann);
  expect(learner.heard[0]?.[0]).toEqual({ kind: "hello", formHere: false });
  await learner.send(copy(ann, 1), "sealed work");
  expect(shown().copies.size).toBe(0);
  await learner.send({ kind: "form", attempt: ann }, "the locked form");
  await learner.send(copy(ann, 2), "sealed work, and more");
  expect([...shown().copies.keys()]).toEqual([ann]);
  expect(learner.kinds()).toEqual(["hello", "held", "held"]);
});

test("nobody writes on another learner's copy, nor a spare computer on anybody's", async () => {
  const { caller, shown, learner, board } = await withAnnsCopy();
  const other = await caller(ben);
  const spare = await caller(null);
  for (const stranger of [other, spare]) {
    await stranger.send({ kind: "form", attempt: ann }, "another form");
    await stranger.send(copy(ann, 9), "something else");
  }
  board.handOver(ann, spare.peer);
  await settle();
  expect(spare.heard.slice(1).map(([, body]) => body)).toEqual(["the locked form", "sealed work"]);
  expect([...shown().copies.keys()]).toEqual([ann]);
  expect(learner.kinds()).toEqual(["hello", "held"]);
});

test("an older copy that comes late does not take the place of a newer one", async () => {
  const { caller, learner, board } = await withAnnsCopy();
  await learner.send(copy(ann, 5), "newest");
  await learner.send(copy(ann, 4), "older");
  const spare = await caller(null);
  board.handOver(ann, spare.peer);
  await settle();
  expect(spare.heard.at(-1)?.[1]).toBe("newest");
});

test("a computer the learner was moved away from, and that no server can tell, does not put its copy over the new one's", async () => {
  const { caller, learner, store } = await withAnnsCopy();
  const moved = await caller(ann);
  await moved.send(copy(ann, 1, nextDesk), "at the new computer");
  await learner.send(copy(ann, 2), "at the old one");
  expect(learner.kinds().filter((kind) => kind === "held")).toHaveLength(1);
  // Nor does it once the board has been loaded anew.
  const again = await aBoard(store);
  const old = await again.caller(ann);
  await old.send(copy(ann, 3), "at the old one");
  const spare = await again.caller(null);
  again.board.handOver(ann, spare.peer);
  await settle();
  expect(spare.heard.at(-1)?.[1]).toBe("at the new computer");
});

test("a spare computer gets form and copy with the time that has passed, and the old computer locks when it is opened there", async () => {
  const { caller, learner, board, clock, shown } = await withAnnsCopy();
  const spare = await caller(null);
  expect(spare.heard[0]?.[0]).toEqual({ kind: "named", name: "Spare 1" });
  await clock.pass(minutes(2));
  expect(board.handOver(ann, spare.peer)).toBe(true);
  await settle();
  expect(spare.heard.at(-1)).toEqual([
    { kind: "hand-over", label: { attempt: ann, lease: desk, turn: 1 }, salt, passed: minutes(2), sure: true },
    "sealed work",
  ]);
  expect(shown().spares).toMatchObject([{ stage: "slip", attempt: ann }]);
  expect(learner.kinds()).not.toContain("lock");
  await spare.send({ kind: "opened", attempt: ann });
  expect(learner.heard.at(-1)?.[0]).toEqual({ kind: "lock", lease: desk });
  expect(shown().spares).toMatchObject([{ stage: "here", attempt: ann }]);
});

test("a spare computer locks nobody whose test was not brought to it", async () => {
  const { caller, learner } = await withAnnsCopy();
  const spare = await caller(null);
  await spare.send({ kind: "opened", attempt: ann });
  expect(learner.kinds()).not.toContain("lock");
});

test("a board that is loaded anew still has the copies, and counts the time by the computer's clock", async () => {
  const { store, clock } = await withAnnsCopy();
  await clock.pass(minutes(3));
  const again = await aBoard(store, clock);
  expect([...again.shown().copies.keys()]).toEqual([ann]);
  const spare = await again.caller(null);
  again.board.handOver(ann, spare.peer);
  await settle();
  expect(spare.heard.at(-1)?.[0]).toMatchObject({ passed: minutes(3), sure: false });
});

test("a clock put back on the board's computer gives no time", async () => {
  const { caller, board, clock } = await withAnnsCopy();
  await clock.pass(minutes(4));
  clock.setWall(-minutes(60));
  const spare = await caller(null);
  board.handOver(ann, spare.peer);
  await settle();
  expect(spare.heard.at(-1)?.[0]).toMatchObject({ passed: minutes(4), sure: false });
});

test("when a test is handed in, nothing of it stays in the room", async () => {
  const { board, shown, store, caller } = await withAnnsCopy();
  board.forget(ann);
  expect(shown().copies.size).toBe(0);
  expect(await store.read("today")).toEqual({ copies: [], forms: [] });
  const spare = await caller(null);
  expect(board.handOver(ann, spare.peer)).toBe(false);
});

test("a spare computer that is gone is off the list, and nothing is brought there", async () => {
  const { board, caller, shown } = await withAnnsCopy();
  const spare = await caller(null);
  spare.close();
  expect(shown().spares).toEqual([]);
  expect(board.handOver(ann, spare.peer)).toBe(false);
});

test("a page that calls again before its old line is known to be broken is not let go with it", async () => {
  const { caller, learner, open } = await withAnnsCopy();
  const again = await caller(ann, learner.peer);
  learner.close();
  await settle();
  await again.send(copy(ann, 2), "sealed work, and more");
  expect(again.kinds()).toEqual(["hello", "held"]);
  expect(open()).toHaveLength(1);
});

test("a spare computer whose line is made anew is one spare computer, and keeps its name and what was brought to it", async () => {
  const { board, caller, shown } = await withAnnsCopy();
  const spare = await caller(null);
  board.handOver(ann, spare.peer);
  const again = await caller(null, spare.peer);
  spare.close();
  await settle();
  expect(shown().spares).toEqual([{ peer: spare.peer, name: "Spare 1", stage: "slip", attempt: ann }]);
  expect(again.heard[0]?.[0]).toEqual({ kind: "named", name: "Spare 1" });
});

test("a spare computer that has not heard its board, because that spoke too soon, hears it when it asks", async () => {
  const { caller } = await withAnnsCopy();
  const spare = await caller(null);
  await spare.send(waiting("Spare 1"));
  const named = { kind: "named", name: "Spare 1" };
  expect(spare.heard.map(([message]) => message)).toEqual([named, named]);
});

test("every board of the room calls a spare computer what its own screen says, in whatever order they came", async () => {
  const { caller, shown } = await aBoard();
  const second = await caller(null);
  await second.send(waiting("Spare 2"));
  const first = await caller(null);
  await first.send(waiting("Spare 1"));
  const names = new Map(shown().spares.map(({ peer, name }) => [peer, name]));
  expect(names).toEqual(
    new Map([
      [second.peer, "Spare 2"],
      [first.peer, "Spare 1"],
    ]),
  );
});

test("what another board has brought to a spare computer is seen here too, and locks nobody from here", async () => {
  const { caller, learner, shown } = await withAnnsCopy();
  const spare = await caller(null);
  await spare.send({ ...waiting("Spare 1"), stage: "slip", brought: ann });
  expect(shown().spares).toMatchObject([{ stage: "slip", attempt: ann }]);
  await spare.send({ kind: "opened", attempt: ann });
  expect(learner.kinds()).not.toContain("lock");
  await spare.send({ ...waiting("Spare 1"), stage: "here", brought: ann });
  expect(shown().spares).toMatchObject([{ stage: "here", attempt: ann }]);
});

test("a test that is opened while another board brings the next one to the same computer stays the one that is there", async () => {
  const { board, caller, learner, shown } = await withAnnsCopy();
  const spare = await caller(null);
  board.handOver(ann, spare.peer);
  await spare.send({ ...waiting("Spare 1"), stage: "slip", brought: ben });
  await spare.send({ kind: "opened", attempt: ann });
  expect(learner.kinds()).toContain("lock");
  expect(shown().spares).toMatchObject([{ stage: "here", attempt: ann }]);
});

test("a connection that never comes about is let go, and with the board all that have", async () => {
  const { board, neverThrough, open, clock } = await withAnnsCopy();
  await neverThrough();
  expect(open()).toHaveLength(2);
  await clock.pass(60_000);
  expect(open()).toHaveLength(1);
  await neverThrough();
  board.stop();
  expect(open()).toEqual([]);
});

test("a form whose copy never came stays no longer than the test either", async () => {
  const { board, caller, store } = await aBoard();
  const learner = await caller(ann);
  await learner.send({ kind: "form", attempt: ann }, "the locked form");
  board.forget(ann);
  expect(await store.read("today")).toEqual({ copies: [], forms: [] });
});

test("what is still on its way when a test is handed in is not taken any more", async () => {
  const { board, learner, store, shown } = await withAnnsCopy();
  board.forget(ann);
  await learner.send({ kind: "form", attempt: ann }, "the locked form");
  await learner.send(copy(ann, 2), "sealed work");
  expect(shown().copies.size).toBe(0);
  expect(await store.read("today")).toEqual({ copies: [], forms: [] });
});

test("a board that is loaded anew does not bring back what has been handed in since", async () => {
  const { store, clock } = await withAnnsCopy();
  const again = aBoard(store, clock, (board) => board.forget(ann));
  expect((await again).shown().copies.size).toBe(0);
});
