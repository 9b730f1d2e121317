import { expect, test } from "vitest";
import { nine } from "../../exam/invigilation/seat.fixture.ts";
import { after, type Instant, instant, none, seconds } from "../../exam/time/time.ts";
import { aBoard, aBoardSeat } from "../../live/board.fixture.ts";
import type { Changes, Seat, SeatChange } from "../../live/contract.ts";
import { age, fromPage, hear, isStale, type Known, serverTime } from "./board-store.ts";

const seat = (name: string, answered = 0) => aBoardSeat({ seat: name, answered });
const board = (version: number, seats: readonly Seat[] = [seat("A1"), seat("A2")]) => aBoard(version, seats);

const changes = (version: number, ...seats: readonly SeatChange[]): Changes => ({
  version,
  at: after(nine, seconds(version)),
  sitting: null,
  seats,
  gone: [],
});

const pulse = (version: number, at: Instant) => ({ kind: "pulse", version, at, behind: none, news: "heard" }) as const;
const live = (version: number, now = 0): Known =>
  hear(fromPage(board(0), 0), { kind: "snapshot", board: board(version) }, now).known;
const answers = ({ board: { seats } }: Known) =>
  seats.map(({ seat: name, answered }) => `${name}:${answered}`).join(" ");

test("changes in unbroken order are taken in, and the clock is set by them", () => {
  const next = hear(live(4), { kind: "changes", changes: changes(5, seat("A2", 7)) }, 1_000);
  expect(next.ask).toEqual({ kind: "nothing" });
  expect(answers(next.known)).toBe("A1:0 A2:7");
  expect(serverTime(next.known, 1_250)).toBe(after(nine, seconds(5)) + 250);
});

test("of a learner only what is different is told, and everybody else stays the same value", () => {
  const before = live(4);
  const { known } = hear(
    before,
    { kind: "changes", changes: changes(5, { attempt: "attempt-A2", answered: 7 }) },
    1_000,
  );
  expect(known.board.seats[1]).toEqual({ ...before.board.seats[1], answered: 7 });
  expect(known.board.seats[0]).toBe(before.board.seats[0]);
});

test("of a learner this board has never been told of, part of a seat is not enough", () => {
  const next = hear(live(4), { kind: "changes", changes: changes(5, { attempt: "attempt-B9", answered: 7 }) }, 1_000);
  expect(next.ask).toEqual({ kind: "snapshot" });
  expect([answers(next.known), next.known.board.version]).toEqual(["A1:0 A2:0", 4]);
});

test("whoever is given another seat stands at it, and whose booking is cancelled is gone", () => {
  const moved = { ...changes(5, { attempt: "attempt-A1", seat: "A10" }, seat("B1")), gone: [] };
  const { known } = hear(live(4), { kind: "changes", changes: moved }, 1_000);
  expect(answers(known)).toBe("A2:0 A10:0 B1:0");
  const gone = { ...changes(6), gone: ["attempt-A2"] };
  expect(answers(hear(known, { kind: "changes", changes: gone }, 1_250).known)).toBe("A10:0 B1:0");
});

test("on a new line the whole board is asked for, once", () => {
  const { known, ask } = hear(fromPage(board(0), 0), { kind: "connected" }, 100);
  expect(ask).toEqual({ kind: "snapshot" });
  expect(hear(known, { kind: "changes", changes: changes(5, seat("A1", 1)) }, 200).ask).toEqual({ kind: "nothing" });
});

test("a learner added to the room appears", () => {
  expect(answers(hear(live(4), { kind: "changes", changes: changes(5, seat("B1")) }, 1_000).known)).toBe(
    "A1:0 A2:0 B1:0",
  );
});

test("a change heard twice changes nothing", () => {
  const { known, ask } = hear(live(4), { kind: "changes", changes: changes(4, seat("A1", 9)) }, 1_000);
  expect([answers(known), ask]).toEqual(["A1:0 A2:0", { kind: "nothing" }]);
});

test("after a gap what is missing is asked for, once, and then taken in", () => {
  const gap = hear(live(4), { kind: "changes", changes: changes(7, seat("A1", 3)) }, 1_000);
  expect(gap.ask).toEqual({ kind: "since", version: 4 });
  expect(answers(gap.known)).toBe("A1:0 A2:0");

  const impatient = hear(gap.known, pulse(7, nine), 2_000);
  expect(impatient.ask).toEqual({ kind: "nothing" });

  const missed = [changes(5, seat("A1", 1)), changes(6, seat("A2", 2)), changes(7, seat("A1", 3))];
  const whole = hear(impatient.known, { kind: "caught-up", changes: missed }, 2_100);
  expect(whole).toMatchObject({ ask: { kind: "nothing" }, known: { asked: null, board: { version: 7 } } });
  expect(answers(whole.known)).toBe("A1:3 A2:2");
});

test("a question that is never answered is asked again", () => {
  const { known } = hear(live(4), pulse(5, nine), 1_000);
  expect(hear(known, pulse(5, nine), 2_999).ask).toEqual({ kind: "nothing" });
  expect(hear(known, pulse(5, nine), 3_000).ask).toEqual({ kind: "since", version: 4 });
});

test("when the missing changes are gone, the whole board is asked for", () => {
  const { known } = hear(live(4), pulse(900, nine), 1_000);
  expect(hear(known, { kind: "caught-up", changes: "reset" }, 1_050).ask).toEqual({ kind: "snapshot" });
});

test("a server that counts from the beginning again is asked for the whole board", () => {
  expect(hear(live(40), pulse(2, nine), 1_000).ask).toEqual({ kind: "snapshot" });
});

test("a board that came with the page is never changed, only replaced", () => {
  const first = fromPage(board(9), 0);
  expect(hear(first, { kind: "changes", changes: changes(10, seat("A1", 5)) }, 100)).toMatchObject({
    ask: { kind: "snapshot" },
    known: { from: "page" },
  });
});

test("a page loaded again does not overtake a live board, and replaces a silent one", () => {
  const page = { kind: "page", board: board(0, [seat("A1", 24)]) } as const;
  expect(answers(hear(live(4), page, 1_000).known)).toBe("A1:0 A2:0");
  const renewed = hear(live(4), page, 3_001).known;
  expect([answers(renewed), renewed.from]).toEqual(["A1:24", "page"]);
});

test("silence is known to be silence after three seconds", () => {
  const known = live(4);
  expect([isStale(known, 3_000), isStale(known, 3_001), age(known, 12_000)]).toEqual([false, true, 12_000]);
  const heard = hear(known, pulse(4, instant(nine + 12_000)), 12_000).known;
  expect(isStale(heard, 13_000)).toBe(false);
});

test("where live messages do not get through, a page read again within ten seconds is not called silent", () => {
  const page = fromPage(board(0), 0);
  expect([isStale(page, 10_000), isStale(page, 10_001)]).toEqual([false, true]);
});

test("a board with something missing still counts as silent until it is whole", () => {
  const { known } = hear(live(4), pulse(5, nine), 2_000);
  expect(isStale(known, 3_001)).toBe(true);
});
