// @vitest-environment jsdom
import { act, cleanup, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { instant, minutes } from "../../exam/time/time.ts";
import type { Room } from "../room.ts";
import { atFirst } from "../snapshot.ts";
import { Waiting } from "./waiting.tsx";

beforeEach(() => {
  vi.useFakeTimers();
  // A screen comes up at its top, which jsdom knows no way to.
  window.scrollTo = () => {};
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const room: Room = {
  attempt: "a1",
  name: "Ada Bell",
  candidateNumber: "A0001",
  title: "Unit 1",
  centre: "Riverside College",
  room: "Room 12",
  seat: "4",
  startsAt: instant(0),
  allowance: minutes(75),
  marks: 60,
  items: 30,
  arrangements: [],
  phase: "admitted",
};
const nothing = () => {};
const waiting = (connected: boolean) => (
  <Waiting
    room={room}
    snapshot={{ ...atFirst, connected }}
    onPractice={nothing}
    onInstructions={nothing}
    onDismiss={nothing}
    onKnown={nothing}
  />
);
const pass = (milliseconds: number) => act(() => vi.advanceTimersByTime(milliseconds));
const told = () => screen.getByRole("status").textContent;

test("whoever waits for the start reads that the connection is lost and comes back by itself, until it has", () => {
  const page = render(waiting(true));
  pass(60_000);
  expect(told()).toBe("");
  page.rerender(waiting(false));
  pass(3_000);
  expect(told()).toMatch(/The connection is lost, and comes back by itself.*Nothing is lost/);
  page.rerender(waiting(true));
  expect(told()).toBe("");
});

test("a line that breaks for a moment worries nobody who waits for the start", () => {
  const page = render(waiting(false));
  pass(2_000);
  page.rerender(waiting(true));
  pass(1_000);
  page.rerender(waiting(false));
  pass(2_000);
  expect(told()).toBe("");
});
