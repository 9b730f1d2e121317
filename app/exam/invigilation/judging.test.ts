import fc from "fast-check";
import { expect, test } from "vitest";
import { after, instant, minutes, seconds } from "../time/time.ts";
import { judge } from "./judging.ts";
import { problemsOf } from "./problems.ts";
import { aSeat, nine } from "./seat.fixture.ts";
import type { WatchedSeat } from "./watched-seat.ts";

const at = (passed: number) => ({ now: after(nine, seconds(passed)), startsAt: nine });
const running = (seat: string) =>
  aSeat({ seat, phase: "running", deadline: after(nine, minutes(75)), lastSeenAt: nine, savedAt: nine });

test("while nothing happens but time, the room stays the same value until somebody has a problem", () => {
  const seats = [running("1"), running("2")];
  const first = judge(seats, { before: [], situation: at(1), isOver: false });
  const later = judge(seats, { before: first, situation: at(15), isOver: false });
  expect(later).toBe(first);
  const silent = judge(seats, { before: later, situation: at(16), isOver: false });
  expect(silent.map(({ problems }) => problems)).toEqual([["not-saved"], ["not-saved"]]);
});

test("of a room in which one learner answers, everybody else stays the same value", () => {
  const seats = [running("1"), running("2"), running("3")];
  const before = judge(seats, { before: [], situation: at(1), isOver: false });
  const heard = seats.map((seat) => (seat.seat === "2" ? { ...seat, savedAt: after(nine, seconds(9)) } : seat));
  const now = judge(heard, { before, situation: at(9), isOver: false });
  expect(now.map((one, place) => one === before[place])).toEqual([true, false, true]);
});

test("nothing is a problem in a room whose sitting has ended", () => {
  const lost = { ...running("1"), connection: "lost" as const };
  expect(judge([lost], { before: [], situation: at(1), isOver: true })).toEqual([{ seat: lost, problems: [] }]);
});

const anySeat = fc.record({
  seat: fc.constantFrom("1", "2", "3", "4"),
  connection: fc.constantFrom("connected" as const, "lost" as const),
  phase: fc.constantFrom("booked" as const, "ready" as const, "running" as const, "closed" as const),
  heard: fc.nat(40),
});

test("judging again and again comes to what judging once comes to", () => {
  const news = fc.array(fc.tuple(fc.uniqueArray(anySeat, { selector: ({ seat }) => seat }), fc.nat(60)), {
    maxLength: 6,
  });
  fc.assert(
    fc.property(news, (rounds) => {
      let judged = judge<WatchedSeat>([], { before: [], situation: at(0), isOver: false });
      for (const [room, passed] of rounds) {
        const seats = room.map(({ heard, ...one }) =>
          aSeat({ ...one, lastSeenAt: instant(nine + heard * 1_000), deadline: after(nine, minutes(5)) }),
        );
        judged = judge(seats, { before: judged, situation: at(passed), isOver: false });
        expect(judged).toEqual(seats.map((seat) => ({ seat, problems: problemsOf(seat, at(passed)) })));
      }
    }),
  );
});
