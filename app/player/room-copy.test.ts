import { expect, test } from "vitest";
import type { Entry } from "../exam/attempt/entry.ts";
import { refused } from "../exam/people/refusals.ts";
import { minutes } from "../exam/time/time.ts";
import type { PlaceTaken, TakePlace } from "../live/contract.ts";
import type { CopierWays } from "./copy/copier.ts";
import { type CopyParts, roomCopy } from "./room-copy.ts";
import { turnedClock } from "./turned-clock.ts";
import { nothingKept } from "./vault.ts";

const taking: TakePlace = {
  attempt: "a1",
  candidateNumber: "1004",
  from: "old-lease",
  lease: "new-lease",
  machine: "spare-machine",
  ticket: "the ticket",
  entries: [],
};

/** A page in its room: the board speaks through `lock`, and the server answers the asking for a place one after the other. */
function aPage(answers: readonly (PlaceTaken | "nothing")[] = [], copied: readonly Entry[] = []) {
  const clock = turnedClock();
  const coming = [...answers];
  let ways: CopierWays | null = null;
  let asked = 0;
  const sent: TakePlace[] = [];
  const told: string[] = [];
  const parts: CopyParts = {
    openCopier(given) {
      ways = given;
      return { follow() {}, touched() {}, resume() {}, turn: () => 0, heldThrough: () => 0, stop() {} };
    },
    async takePlace(message) {
      asked += 1;
      sent.push(message);
      const answer = coming.shift() ?? "nothing";
      if (answer === "nothing") throw new Error("no network");
      return answer;
    },
  };
  const room = roomCopy({
    parts,
    timers: clock,
    record: () => nothingKept,
    form: () => null,
    changed: () => {},
    lease: () => "this-lease",
    locked: () => told.push("locked"),
  });
  room.remember({ copies: 0, locked: false, taking: { ...taking, entries: copied } });
  room.begin();
  return { room, clock, told, sent, asked: () => asked, lock: (lease: string) => ways?.lock(lease) };
}

test("a page locks when the board says that its learner goes on elsewhere", () => {
  const { room, lock, told } = aPage();
  lock("this-lease");
  expect(room.isLocked()).toBe(true);
  expect(room.kept().locked).toBe(true);
  expect(told).toEqual(["locked"]);
});

test("a page that was given another seat since is not locked by word of the one before", () => {
  const { room, lock, told } = aPage();
  lock("an-earlier-lease");
  expect(room.isLocked()).toBe(false);
  expect(told).toEqual([]);
});

test("a server that is busy when it comes back takes nobody's question away: the place is asked for again", async () => {
  const { room, clock } = aPage([
    "nothing",
    refused("saving-is-slow"),
    refused("too-many-tries"),
    { ok: true, counts: true },
  ]);
  const said: PlaceTaken[] = [];
  room.takePlace((taken) => said.push(taken));
  await clock.pass(10_000);
  expect(said).toEqual([{ ok: true, counts: true }]);
  expect(room.isTaking()).toBe(false);
});

test("a server that knows no such copy is believed at once", async () => {
  const { room, clock, asked } = aPage([refused("wrong-ticket")]);
  const said: PlaceTaken[] = [];
  room.takePlace((taken) => said.push(taken));
  await clock.pass(10_000);
  expect(said).toEqual([refused("wrong-ticket")]);
  expect(asked()).toBe(1);
});

test("a page that was left asks for no place any more", async () => {
  const { room, clock, asked } = aPage();
  room.takePlace(() => {});
  await clock.pass(3_000);
  room.stop();
  const before = asked();
  await clock.pass(60_000);
  expect(asked()).toBe(before);
});

test("a morning's work that was copied comes to the server in several messages, and the place changes hands with the last", async () => {
  const essay = "An answer of some length. ".repeat(700);
  const copied = Array.from({ length: 40 }, (_, index): Entry => {
    const response = { RESPONSE: [essay] };
    return { seq: index + 1, left: minutes(60), kind: "answer", item: `q${index + 1}`, response };
  });
  const yes: PlaceTaken = { ok: true, counts: true };
  const { room, clock, sent } = aPage([yes, "nothing", yes, yes, yes], copied);
  const said: PlaceTaken[] = [];
  room.takePlace((taken) => said.push(taken));
  await clock.pass(10_000);
  expect(sent.map(({ entries, more }) => [entries[0]?.seq, entries.length, more])).toEqual([
    [1, 13, true],
    [14, 13, true],
    [14, 13, true],
    [27, 13, true],
    [40, 1, undefined],
  ]);
  expect(said).toEqual([yes]);
});
