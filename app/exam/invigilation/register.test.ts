import { expect, test } from "vitest";
import { after, minutes, seconds } from "../time/time.ts";
import { isAway, proposedRegister, registers, registerWords } from "./register.ts";
import { nine } from "./seat.fixture.ts";
import { seatState } from "./seat-state.ts";
import { lengthWords } from "./spoken-time.ts";

test.each([
  [null, "expected"],
  [nine, "present"],
  [after(nine, seconds(1)), "late"],
  [after(nine, minutes(60)), "late"],
  [after(nine, seconds(3_601)), "very-late"],
])("the register proposes what the arrival says", (arrivedAt, expected) => {
  expect(proposedRegister({ arrivedAt }, { startsAt: nine, minutes: 75 })).toBe(expected);
});

test("every register has words of its own, and three of them mean an empty chair", () => {
  expect(new Set(registers.map(registerWords)).size).toBe(registers.length);
  expect(registers.filter((register) => isAway({ register }))).toEqual(["absent", "withdrawn", "removed"]);
});

const here = { register: "present", signedIn: true, stopped: null, closed: null } as const;

test.each([
  [{ ...here, phase: "booked", signedIn: false }, "Not here yet"],
  [{ ...here, phase: "booked" }, "Signed in"],
  [{ ...here, phase: "booked", register: "absent" }, "Absent"],
  [{ ...here, phase: "admitted" }, "Getting ready"],
  [{ ...here, phase: "ready" }, "Ready"],
  [{ ...here, phase: "running" }, "Running"],
  [{ ...here, phase: "paused" }, "Paused"],
  [{ ...here, phase: "paused", stopped: "evacuation" }, "Evacuated"],
  [{ ...here, phase: "closed", closed: { at: nine, reason: "submitted" } }, "Handed in"],
  [{ ...here, phase: "closed", closed: { at: nine, reason: "time-expired" } }, "Time was up"],
  [{ ...here, phase: "closed", closed: { at: nine, reason: "terminated" } }, "Ended early"],
  [{ ...here, phase: "voided" }, "Void"],
] as const)("a seat says how it stands", (seat, words) => {
  expect(seatState(seat).words).toBe(words);
});

test.each([
  [0, "0 s"],
  [59_999, "59 s"],
  [60_000, "1 min"],
  [3_600_000, "1 h"],
  [3_900_000, "1 h 5 min"],
])("%i milliseconds are %s", (length, words) => {
  expect(lengthWords(length as never)).toBe(words);
});
