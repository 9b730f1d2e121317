import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { nothingAside } from "../exam/invigilation/aside-seat.ts";
import { nine } from "../exam/invigilation/seat.fixture.ts";
import { duration, type Instant, instant, minutes } from "../exam/time/time.ts";
import { aBoardSeat } from "./board.fixture.ts";
import { boards } from "./boards.ts";
import type { Board, Changes, Seat, SittingState } from "./contract.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const seat = (name: string, given: Partial<Seat> = {}) =>
  aBoardSeat({ seat: name, phase: "running", deadline: instant(nine + 60_000), ...given });

/** Rooms of which the database says what it is given here. */
function halls(rooms: Record<string, Map<string, Seat>>) {
  const phases = new Map<string, SittingState["phase"]>();
  const away = new Set<string>();
  const lost = new Set<string>();
  const told: [string, Changes][] = [];
  const asked: (readonly string[] | null)[] = [];
  const errors: unknown[] = [];
  const all = boards({
    clock: { now: () => nine },
    reads: {
      async seats(id, attempts) {
        if (away.has(id)) throw new Error("The database is away");
        asked.push(attempts);
        return [...(rooms[id]?.values() ?? [])].filter(({ attempt }) => attempts?.includes(attempt) ?? true);
      },
      async sitting(id) {
        if (away.has(id)) throw new Error("The database is away");
        return { id, phase: phases.get(id) ?? "open" } as SittingState;
      },
      connection: ({ attempt }) => (lost.has(attempt) ? "lost" : "connected"),
    },
    send: { changes: (id, changes) => void told.push([id, changes]), pulse: () => {}, watched: () => true },
    health: () => ({ behind: duration(0), news: "heard" }),
    onError: (error) => void errors.push(error),
  });
  return { all, told, asked, errors, away, lost, phases };
}

const roomOf = (...seats: readonly Seat[]) => new Map(seats.map((one) => [one.attempt, one]));
const quarter = () => vi.advanceTimersByTimeAsync(250);

test("what a board could not read for a moment it tells a moment later, and other boards do not wait for it", async () => {
  const { all, told, errors, away, phases } = halls({ first: roomOf(), second: roomOf() });
  for (const id of ["first", "second"]) {
    await all.snapshot(id);
    phases.set(id, "ended");
    all.sittingChanged(id);
  }
  away.add("first");
  await quarter();
  away.clear();
  await quarter();
  all.stop();
  expect(told.map(([id, { sitting }]) => [id, sitting?.phase])).toEqual([
    ["second", "ended"],
    ["first", "ended"],
  ]);
  expect(errors).toHaveLength(1);
});

test("of a learner who answers, boards are told the answer's count and nothing that they know", async () => {
  const room = roomOf(seat("1"), seat("2"));
  const { all, told } = halls({ hall: room });
  await all.snapshot("hall");
  room.set("attempt-2", seat("2", { answered: 1, savedAt: nine }));
  for (const attempt of ["attempt-1", "attempt-2"]) all.attemptChanged("hall", attempt);
  await quarter();
  all.stop();
  expect(told.map(([, { seats }]) => seats)).toEqual([[{ attempt: "attempt-2", answered: 1, savedAt: nine }]]);
});

test("a second invigilator who opens the board takes no change away from the first", async () => {
  const room = roomOf(seat("1"));
  const { all, told } = halls({ hall: room });
  const first = await all.snapshot("hall");
  room.set("attempt-1", seat("1", { answered: 5 }));
  all.attemptChanged("hall", "attempt-1");
  const second = await all.snapshot("hall");
  await quarter();
  all.stop();
  expect(second?.seats.map(({ answered }) => answered)).toEqual([5]);
  expect(told.map(([, changes]) => changes)).toMatchObject([
    { version: (first?.version ?? 0) + 1, seats: [{ attempt: "attempt-1", answered: 5 }] },
  ]);
  expect(second?.version).toBe((first?.version ?? 0) + 1);
});

test("a learner who is booked appears, and one whose booking is cancelled goes", async () => {
  const room = roomOf(seat("1"), seat("2"));
  const { all, told } = halls({ hall: room });
  await all.snapshot("hall");
  room.delete("attempt-2");
  room.set("attempt-3", seat("3"));
  for (const attempt of ["attempt-2", "attempt-3"]) all.attemptChanged("hall", attempt);
  await quarter();
  const after = await all.snapshot("hall");
  all.stop();
  expect(told.map(([, { seats, gone }]) => ({ seats, gone }))).toEqual([{ seats: [seat("3")], gone: ["attempt-2"] }]);
  expect(after?.seats.map(({ seat: name }) => name)).toEqual(["1", "3"]);
});

test("a line that falls silent is told though nobody wrote anything down", async () => {
  const room = roomOf(seat("1"), seat("2"));
  const { all, told, lost } = halls({ hall: room });
  await all.snapshot("hall");
  lost.add("attempt-2");
  room.set("attempt-2", seat("2", { connection: "lost" }));
  await vi.advanceTimersByTimeAsync(1_250);
  all.stop();
  expect(told.map(([, { seats }]) => seats)).toEqual([[{ attempt: "attempt-2", connection: "lost" }]]);
});

test("a hall of a thousand is looked through a hundred seats at a time", async () => {
  const room = roomOf(...Array.from({ length: 1_000 }, (_, at) => seat(String(at + 1))));
  const { all, asked } = halls({ hall: room });
  await all.snapshot("hall");
  await vi.advanceTimersByTimeAsync(41_000);
  all.stop();
  const [first, ...looks] = asked;
  expect(first).toBe(null);
  expect(looks.map((attempts) => attempts?.length)).toEqual(Array.from({ length: 10 }, () => 100));
  expect(new Set(looks.flat()).size).toBe(1_000);
});

/** What a board that only ever heard the changes has at last. */
const replayed = (board: Board | null, told: readonly [string, Changes][]) => {
  const seats = new Map(board?.seats.map((one) => [one.attempt, one]));
  for (const [, { seats: changes }] of told)
    for (const change of changes) seats.set(change.attempt, { ...seats.get(change.attempt), ...change } as Seat);
  return [...seats.values()];
};

test("whoever heard every change has what whoever comes now is given", async () => {
  const room = roomOf(seat("1"), seat("2"), seat("3"));
  const { all, told } = halls({ hall: room });
  const first = await all.snapshot("hall");
  const heard: readonly (readonly [string, Partial<Seat>])[] = [
    ["1", { answered: 1, lastSeenAt: instant(nine + 4_000) as Instant }],
    ["1", { answered: 1, lastSeenAt: instant(nine + 4_900) as Instant }],
    ["2", { phase: "paused", deadline: null, left: minutes(3), stopped: "rest-break" }],
    ["2", { phase: "running", left: minutes(3) }],
    ["3", { closed: { at: nine, reason: "submitted" }, phase: "closed", deadline: null }],
    ["1", { arrangements: ["extra-time-25"], setAside: { ...nothingAside, unsaid: { stranded: 0, late: 2 } } }],
  ];
  for (const [name, given] of heard) {
    room.set(`attempt-${name}`, seat(name, given));
    all.attemptChanged("hall", `attempt-${name}`);
    await quarter();
  }
  const last = await all.snapshot("hall");
  all.stop();
  expect(replayed(first, told)).toEqual(last?.seats);
});
