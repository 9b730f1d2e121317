import { expect, test } from "vitest";
import { nine } from "../../exam/invigilation/seat.fixture.ts";
import { after, instant, minutes, none, seconds } from "../../exam/time/time.ts";
import { aBoard, aBoardSeat } from "../../live/board.fixture.ts";
import type { SeatChange } from "../../live/contract.ts";
import { liveRoom } from "./live-room.ts";

const running = (seat: string) =>
  aBoardSeat({ seat, phase: "running", deadline: after(nine, minutes(75)), lastSeenAt: nine });
const board = (version: number) => aBoard(version, ["1", "2", "10"].map(running));

/** A board that is live, at the beginning of this computer's clock. */
function watching() {
  const room = liveRoom(board(0));
  room.take({ kind: "snapshot", board: board(7) }, 0);
  const pulse = (at: number) =>
    room.take({ kind: "pulse", version: 7, at: instant(nine + at), behind: none, news: "heard" }, at);
  const change = (version: number, ...seats: readonly SeatChange[]) =>
    room.take({ kind: "changes", changes: { version, at: instant(nine + 500), sitting: null, seats, gone: [] } }, 500);
  return { room, pulse, change };
}

test("time alone draws nothing again but clocks", () => {
  const { room, pulse } = watching();
  const before = room.shown();
  for (const at of [1_000, 2_000, 3_000]) {
    pulse(at);
    room.tick(at);
  }
  expect(room.shown()).toBe(before);
  expect(room.time()).toEqual({ now: after(nine, seconds(3)), knownAt: after(nine, seconds(3)), silent: none });
});

test("one learner's answer draws one learner again", () => {
  const { room, change } = watching();
  const before = room.shown();
  change(8, { attempt: "attempt-2", answered: 3 });
  const { judged } = room.shown();
  expect(judged.map((one, at) => one === before.judged[at])).toEqual([true, false, true]);
  expect(judged[1]?.seat.answered).toBe(3);
});

test("a board that has stopped hearing says since when, and calls nobody silent for that", () => {
  const { room, pulse } = watching();
  pulse(1_000);
  room.tick(60_000);
  expect(room.shown()).toMatchObject({ stale: true, judged: [{ problems: [] }, { problems: [] }, { problems: [] }] });
  expect(room.time()).toMatchObject({
    now: after(nine, seconds(60)),
    knownAt: after(nine, seconds(1)),
    silent: 59_000,
  });
});

test("a board reads its page again only while it is not told by itself", () => {
  const room = liveRoom(board(0));
  expect(room.isLive()).toBe(false);
  room.take({ kind: "snapshot", board: board(7) }, 100);
  expect(room.isLive()).toBe(true);
  room.tick(4_000);
  expect(room.isLive()).toBe(false);
});

test("every clock moves on with every tick, never more at once than a frame can draw, and with nothing else", () => {
  const { room, change } = watching();
  const moved = Array.from({ length: 400 }, () => 0);
  const leave = moved.map((_, at) =>
    room.subscribeToTime(() => {
      moved[at] = (moved[at] ?? 0) + 1;
    }),
  );
  change(8, { attempt: "attempt-1", answered: 1 });
  expect(moved.every((times) => times === 0)).toBe(true);
  const sum = () => moved.reduce((all, one) => all + one, 0);
  const pieces = room.tick(1_000).map((piece) => {
    const before = sum();
    piece();
    return sum() - before;
  });
  expect(moved.every((times) => times === 1)).toBe(true);
  expect(Math.max(...pieces)).toBeLessThanOrEqual(50);

  const next = room.tick(2_000);
  leave[399]?.();
  for (const piece of next) piece();
  expect([moved[0], moved[399]]).toEqual([2, 1]);
});

test("whoever draws is told of every change until they turn away", () => {
  const { room, change } = watching();
  let told = 0;
  const leave = room.subscribe(() => {
    told += 1;
  });
  change(8, { attempt: "attempt-1", answered: 1 });
  leave();
  change(9, { attempt: "attempt-1", answered: 2 });
  expect(told).toBe(1);
});
