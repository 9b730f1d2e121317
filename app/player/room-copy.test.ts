import { expect, test } from "vitest";
import { refused } from "../exam/people/refusals.ts";
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
function aPage(answers: readonly (PlaceTaken | "nothing")[] = []) {
  const clock = turnedClock();
  const coming = [...answers];
  let ways: CopierWays | null = null;
  let asked = 0;
  const told: string[] = [];
  const parts: CopyParts = {
    openCopier(given) {
      ways = given;
      return { follow() {}, touched() {}, resume() {}, turn: () => 0, heldThrough: () => 0, stop() {} };
    },
    async takePlace() {
      asked += 1;
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
  room.remember({ copies: 0, locked: false, taking });
  room.begin();
  return { room, clock, told, asked: () => asked, lock: (lease: string) => ways?.lock(lease) };
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
