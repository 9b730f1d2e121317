import { expect, test } from "vitest";
import { duration, minutes, seconds } from "../exam/time/time.ts";
import { countdown } from "./countdown.ts";

const started = (left = minutes(75)) => {
  const clock = { at: 1_000 };
  const count = countdown(() => clock.at);
  count.serverSaid({ left, running: true });
  return { count, pass: (milliseconds: number) => (clock.at += milliseconds), clock };
};

test("time runs down by the computer's monotonic clock and never below nothing", () => {
  const { count, pass } = started(minutes(10));
  pass(minutes(1));
  expect(count.left()).toBe(minutes(9));
  pass(minutes(10));
  expect(count.left()).toBe(0);
});

test("every acknowledgement sets the clock anew, from when the question was sent", () => {
  const { count, pass, clock } = started(minutes(10));
  const sent = clock.at;
  pass(seconds(2));
  count.serverSaid({ left: minutes(8), running: true }, sent);
  expect(count.left()).toBe(minutes(8) - seconds(2));
});

test("a paused clock stands still", () => {
  const { count, pass } = started(minutes(10));
  count.serverSaid({ left: minutes(7), running: false });
  pass(minutes(5));
  expect(count.left()).toBe(minutes(7));
});

test("10, 5 and 1 minutes are said once each", () => {
  const { count, pass } = started(minutes(11));
  expect(count.due()).toBeNull();
  const said = [];
  for (let second = 0; second < 11 * 60; second += 1) {
    pass(seconds(1));
    const due = count.due();
    if (due !== null) said.push(due);
  }
  expect(said).toEqual([minutes(10), minutes(5), minutes(1)]);
});

test("a test reopened with 8 minutes left does not say 10 minutes", () => {
  const { count, pass } = started(minutes(8));
  pass(seconds(1));
  expect(count.due()).toBeNull();
});

test("a browser that slept through 5 minutes says only the newest mark", () => {
  const { count, pass } = started(minutes(11));
  pass(minutes(10.5));
  expect(count.due()).toBe(minutes(1));
  expect(count.due()).toBeNull();
});

test("more time lets the marks be said again; the wobble of the network does not", () => {
  const { count, pass } = started(minutes(6));
  pass(minutes(1));
  expect(count.due()).toBe(minutes(5));
  count.serverSaid({ left: duration(minutes(5) + 300), running: true });
  pass(seconds(1));
  expect(count.due()).toBeNull();
  count.serverSaid({ left: minutes(15), running: true });
  pass(minutes(5));
  expect(count.due()).toBe(minutes(10));
});

test("nothing is said while the clock stands", () => {
  const { count, pass } = started(minutes(11));
  count.serverSaid({ left: minutes(4), running: false });
  pass(minutes(5));
  expect(count.due()).toBeNull();
});
