import { expect, test } from "vitest";
import { after, instant, minutes } from "../time/time.ts";
import { newProblemWords, standing } from "./new-problems.ts";
import type { Problem } from "./problems.ts";
import { offered, startList, stillWaiting, stillWorking, toAdmit, toPause, toResume } from "./room-moves.ts";
import { standardFinish } from "./room-times.ts";
import { aSeat, nine } from "./seat.fixture.ts";
import { chosen, countSeats, matches } from "./seat-filter.ts";
import { inOrder, inSeatOrder } from "./seat-order.ts";
import type { WatchedSeat } from "./watched-seat.ts";

const judged = (seat: Partial<WatchedSeat>, ...problems: Problem[]) => ({ seat: aSeat(seat), problems });
const labels = (seats: readonly { seat: WatchedSeat }[]) => seats.map(({ seat }) => seat.seat).join(" ");

test("seats stand in the order of the room, A2 before A10", () => {
  const seats = ["A10", "B1", "A2", "A1"].map((seat) => aSeat({ seat }));
  expect(inSeatOrder(seats).map(({ seat }) => seat)).toEqual(["A1", "A2", "A10", "B1"]);
});

test("the most urgent problem comes first, and equal ones stand by seat", () => {
  const seats = [
    judged({ seat: "A1" }),
    judged({ seat: "A2" }, "not-ready"),
    judged({ seat: "A3" }, "connection-lost", "time-nearly-up"),
    judged({ seat: "A4" }, "connection-lost"),
    judged({ seat: "A5" }, "time-nearly-up"),
  ];
  expect(labels(inOrder(seats, "problems"))).toBe("A3 A4 A5 A2 A1");
  expect(labels(inOrder(seats, "seat"))).toBe("A1 A2 A3 A4 A5");
});

test.each([
  ["", true],
  ["zoe", true],
  ["ZOË ak", true],
  ["akintola 0042", true],
  ["b7", true],
  ["zoe smith", false],
])("searching for '%s' at Zoë Akintola's seat", (search, found) => {
  expect(matches(aSeat({ name: "Zoë Akintola", candidateNumber: "0042", seat: "B7" }), search)).toBe(found);
});

const room = [
  judged({ seat: "A1", phase: "running" }, "connection-lost"),
  judged({ seat: "A2", phase: "paused" }),
  judged({ seat: "A3", phase: "ready" }),
  judged({ seat: "A4", phase: "admitted" }),
  judged({ seat: "A5", phase: "booked" }),
  judged({ seat: "A6", phase: "booked", signedIn: false }, "not-arrived"),
  judged({ seat: "A7", phase: "booked", signedIn: false, register: "absent" }),
  judged({ seat: "A8", phase: "closed" }),
];
const seats = room.map(({ seat }) => seat);

test("whoever is absent has neither started nor finished", () => {
  expect(countSeats(room)).toEqual({ all: 8, problems: 2, running: 2, "not-started": 4, finished: 1 });
});

test("a filter and a search narrow the room together", () => {
  expect(labels(chosen(room, { filter: "not-started", search: "a5" }))).toBe("A5");
  expect(labels(chosen(room, { filter: "finished", search: "a5" }))).toBe("");
});

test("before the room starts it says who will not, and why", () => {
  const { ready, waiting } = startList(seats);
  expect(ready.map(({ seat }) => seat)).toEqual(["A3"]);
  expect(waiting.map(({ seat, why }) => `${seat.seat} ${why}`)).toEqual([
    "A4 is getting ready",
    "A5 has signed in and is not admitted yet",
    "A6 has not signed in",
  ]);
});

test("whoever is ready and marked away, or on the way to another computer, does not start with the room", () => {
  const { ready, waiting } = startList([
    aSeat({ seat: "A1", phase: "ready" }),
    aSeat({ seat: "A2", phase: "ready", register: "absent" }),
    aSeat({ seat: "A3", phase: "ready", signedIn: false }),
  ]);
  expect(ready.map(({ seat }) => seat)).toEqual(["A1"]);
  expect(waiting.map(({ seat, why }) => `${seat.seat} ${why}`)).toEqual(["A3 is on the way to another computer"]);
});

test("before the sitting ends it says who waits and will not sit the test", () => {
  expect(stillWaiting(seats).map(({ seat }) => seat)).toEqual(["A3", "A4", "A5"]);
  expect(stillWaiting([aSeat({ phase: "ready", register: "withdrawn" })])).toEqual([]);
});

test("no clock is set going where no computer has the test", () => {
  const onTheWay = aSeat({ phase: "paused", stopped: "pause", signedIn: false });
  expect(toResume([onTheWay, aSeat({ seat: "A2", phase: "paused", stopped: "pause" })])).toHaveLength(1);
  expect(offered(onTheWay, "resume")).toBe(false);
  expect(offered({ ...onTheWay, signedIn: true }, "resume")).toBe(true);
});

test("admitting, pausing and ending each concern their own seats", () => {
  expect(toAdmit(seats).map(({ seat }) => seat)).toEqual(["A5"]);
  expect(toPause(seats).map(({ seat }) => seat)).toEqual(["A1"]);
  expect(stillWorking(seats).map(({ seat }) => seat)).toEqual(["A1", "A2"]);
});

test("a test that is not loaded is not offered to start, and nobody absent is admitted", () => {
  expect(offered(aSeat({ phase: "admitted" }), "start")).toBe(false);
  expect(offered(aSeat({ phase: "ready" }), "start")).toBe(true);
  expect(offered(aSeat({ register: "absent" }), "admit")).toBe(false);
  expect(offered(aSeat({ phase: "closed" }), "grant")).toBe(false);
});

test("a problem is said once for as long as it lasts, and again when it comes back", () => {
  const lost = [judged({ seat: "A1" }, "connection-lost"), judged({ seat: "A2" })];
  expect(newProblemWords(lost, new Set())).toEqual(["Connection lost: seat A1, Ada Byron."]);
  expect(newProblemWords(lost, standing(lost))).toEqual([]);
  const well = standing([judged({ seat: "A1" }), judged({ seat: "A2" })]);
  expect(newProblemWords(lost, well)).toHaveLength(1);
});

test("a room that runs out of time together is one sentence", () => {
  const all = Array.from({ length: 28 }, (_, i) => judged({ seat: `A${i + 1}` }, "time-nearly-up"));
  expect(newProblemWords(all, new Set())).toEqual(["Time nearly up at 28 seats."]);
});

test("the standard finish is the one most learners without more time share", () => {
  const seat = (end: number, allowed = 75) => ({ deadline: instant(nine + end), allowance: minutes(allowed) });
  const sitting = { startsAt: nine, minutes: 75 };
  const end = after(nine, minutes(82));
  const started = [
    seat(end - nine + 3),
    seat(end - nine + 90),
    seat(end - nine - 60_000),
    seat(end - nine, 94),
    seat(end - nine, 94),
  ];
  expect(standardFinish(started, sitting)).toBe(end);
  expect(standardFinish([{ deadline: null, allowance: minutes(75) }], sitting)).toBe(after(nine, minutes(75)));
});
