import { expect, test } from "vitest";
import { pairedChannels } from "../../../tests/support/paired-channels.ts";
import type { CopyMessage } from "../../exam/attempt/copy-shape.ts";
import type { Room } from "../room.ts";
import { turnedClock } from "../turned-clock.ts";
import type { Remembered } from "../vault.ts";
import { copier } from "./copier.ts";
import { copyKey, fromText, openCopy, slipSecret, toText } from "./copy-seal.ts";
import { line } from "./line.ts";

const attempt = "5b7a2c1e-6a52-4f0e-9d0f-0c1d2e3f4a5b";
const desk = "0c1d2e3f-4a5b-4c7d-8e9f-5b7a2c1e6a52";
const slip = ["1004", "3467-9CDF"] as const;

/** A learner's page at work, and one board that hears what comes over the line. */
async function aDesk() {
  const clock = turnedClock();
  const { one, two, open } = pairedChannels();
  const heard: { readonly message: CopyMessage; readonly bytes: Uint8Array<ArrayBuffer> }[] = [];
  const board = line(two, { message: (message, bytes) => heard.push({ message, bytes }), closed: () => {} });
  const locked: string[] = [];
  let seq = 1;
  let asked = 0;
  const secret = toText(await slipSecret(...slip));
  const mine = copier({
    room: { attempt } as Room,
    timers: clock,
    lines(listening) {
      const toBoard = line(one, {
        open: () => listening.opened(toBoard, "board"),
        message: (message, bytes) => listening.message(message, bytes, "board"),
        closed: () => listening.closed("board"),
      });
      return { open: () => (toBoard.isOpen() ? [{ holder: "board", line: toBoard }] : []), stop: toBoard.close };
    },
    async askKit() {
      asked += 1;
      return { ok: true, secret, ticket: "the ticket" };
    },
    record: () => ({ lease: desk, seq }) as Remembered,
    form: () => new TextEncoder().encode("the locked form"),
    changed: () => {},
    lock: (lease) => locked.push(lease),
  });
  const copies = () => heard.filter(({ message }) => message.kind === "copy");
  return {
    mine,
    board,
    open,
    locked,
    clock,
    kinds: () => heard.map(({ message }) => message.kind),
    copies,
    asked: () => asked,
    does(next: number) {
      seq = next;
      mine.touched();
    },
    /** The key is made in its own time, whatever the turned clock says. */
    async until(count: number) {
      while (copies().length < count) await clock.pass(100);
    },
    /** The board says that it has kept the newest copy. */
    async keeps() {
      const message = copies().at(-1)?.message;
      if (message?.kind === "copy") board.send({ kind: "held", label: message.label });
      await clock.pass(1);
    },
  };
}

test("a board gets the locked form once and then copies, which open with the slip", async () => {
  const { mine, open, until, keeps, does, kinds, copies } = await aDesk();
  mine.follow(desk);
  open();
  await until(1);
  await keeps();
  does(2);
  await until(2);
  expect(kinds()).toEqual(["form", "copy", "copy"]);
  const [first] = copies();
  if (first?.message.kind !== "copy") throw new Error("There is no copy.");
  const key = await copyKey(await slipSecret(...slip), fromText(first.message.salt));
  expect(await openCopy(key, first.message.label, first.bytes)).toEqual({
    room: { attempt },
    remembered: { lease: desk, seq: 1 },
    ticket: "the ticket",
  });
});

test("the room holds what its board has said that it kept, and nothing any more once the line is gone", async () => {
  const { mine, open, until, keeps, does, board, clock } = await aDesk();
  mine.follow(desk);
  open();
  await until(1);
  expect(mine.heldThrough()).toBe(0);
  await keeps();
  expect(mine.heldThrough()).toBe(1);
  does(2);
  await until(2);
  expect(mine.heldThrough()).toBe(1);
  await keeps();
  expect(mine.heldThrough()).toBe(2);
  board.close();
  await clock.pass(1);
  expect(mine.heldThrough()).toBe(0);
});

test("one copy is on its way at a time; what was done meanwhile goes with the next", async () => {
  const { mine, open, until, keeps, does, copies, clock } = await aDesk();
  mine.follow(desk);
  open();
  await until(1);
  does(2);
  does(3);
  await clock.pass(2_000);
  expect(copies().length).toBe(1);
  await keeps();
  await until(2);
  await keeps();
  expect(mine.heldThrough()).toBe(3);
});

test("an acknowledgement that is lost does not end the copying", async () => {
  const { mine, open, until } = await aDesk();
  mine.follow(desk);
  open();
  await until(3);
});

test("without a board the server is asked for nothing, and the copy of an earlier page is never numbered again", async () => {
  const { mine, open, until, asked, clock, copies } = await aDesk();
  mine.resume(40);
  mine.follow(desk);
  await clock.pass(60_000);
  expect(asked()).toBe(0);
  open();
  await until(1);
  expect(asked()).toBe(1);
  const message = copies()[0]?.message;
  expect(message?.kind === "copy" && message.label.turn).toBeGreaterThan(40);
});

test("when the learner goes on at another computer, this one is told", async () => {
  const { open, board, locked, clock } = await aDesk();
  open();
  board.send({ kind: "lock", lease: desk });
  await clock.pass(1);
  expect(locked).toEqual([desk]);
});
