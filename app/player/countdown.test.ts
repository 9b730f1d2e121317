import fc from "fast-check";
import { expect, test } from "vitest";
import { duration, minutes, seconds } from "../exam/time/time.ts";
import { countdown } from "./countdown.ts";

const started = (left = minutes(75)) => {
  const clock = { at: 1_000, wall: 1_790_000_000_000 };
  const count = countdown({ now: () => clock.at, wall: () => clock.wall });
  count.serverSaid({ left, running: true });
  const pass = (milliseconds: number) => {
    clock.at += milliseconds;
    clock.wall += milliseconds;
  };
  return { count, pass, clock };
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

test("a browser that slept past the end says no minute that is gone", () => {
  const { count, pass } = started(minutes(11));
  pass(minutes(12));
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

test("a computer's clock put back or on an hour changes nothing once the server has spoken", () => {
  const { count, pass, clock } = started(minutes(30));
  clock.wall -= minutes(60);
  pass(seconds(1));
  expect([count.due(), count.hasLeapt(), count.left()]).toEqual([null, false, minutes(30) - seconds(1)]);
  clock.wall += minutes(120);
  pass(seconds(1));
  count.due();
  expect([count.hasLeapt(), count.left()]).toEqual([true, minutes(30) - seconds(2)]);
  const asked = clock.at + 1;
  pass(seconds(1));
  count.serverSaid({ left: minutes(29), running: true }, asked);
  pass(seconds(10));
  count.due();
  expect([count.hasLeapt(), count.isSure(), count.left()]).toEqual([false, true, minutes(29) - seconds(11) + 1]);
});

test("a computer that slept while its monotonic clock stood has that time taken off when nobody says better", () => {
  const { count, pass, clock } = started(minutes(30));
  clock.wall += minutes(10);
  count.due();
  expect(count.left()).toBe(minutes(30));
  pass(seconds(3));
  count.due();
  expect([count.left(), count.isSure()]).toEqual([minutes(20) - seconds(3), false]);
  clock.wall -= minutes(10);
  pass(seconds(5));
  count.due();
  expect(count.left()).toBe(minutes(20) - seconds(8));
});

test("an answer that was asked for before the computer slept does not hide the sleep", () => {
  const { count, pass, clock } = started(minutes(30));
  const asked = clock.at;
  clock.wall += minutes(10);
  count.serverSaid({ left: minutes(30), running: true }, asked);
  expect([count.hasLeapt(), count.isSure()]).toEqual([true, false]);
  pass(seconds(3));
  count.due();
  expect(count.left()).toBe(minutes(20) - seconds(3));
});

test("after a reload without a network the time goes on from what was kept, also while the page was closed", () => {
  const { count, pass, clock } = started(minutes(30));
  pass(minutes(1));
  const mark = count.mark();
  clock.wall += minutes(2);
  clock.at = 0;
  const reloaded = countdown({ now: () => clock.at, wall: () => clock.wall });
  reloaded.resume(mark);
  expect([reloaded.left(), reloaded.isRunning(), reloaded.isSure()]).toEqual([minutes(27), true, false]);
});

test("a paused clock that was kept is still paused after a reload, however long ago it was", () => {
  const { count, clock } = started();
  count.serverSaid({ left: minutes(7), running: false });
  const mark = count.mark();
  clock.wall += minutes(20);
  const reloaded = countdown({ now: () => clock.at, wall: () => clock.wall });
  reloaded.resume(mark);
  expect(reloaded.left()).toBe(minutes(7));
});

test("however the computer's clock is set, and whenever the page is reloaded, nobody sees more time than is left", () => {
  const step = fc.oneof(
    fc.record({ kind: fc.constant("work" as const), for: fc.integer({ min: 1, max: 60_000 }) }),
    fc.record({ kind: fc.constant("set" as const), by: fc.integer({ min: -86_400_000, max: 86_400_000 }) }),
    fc.record({ kind: fc.constant("reload" as const) }),
    fc.record({ kind: fc.constant("sleep" as const), for: fc.integer({ min: 4_000, max: 600_000 }) }),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      const clock = { at: 1_000, wall: 1_790_000_000_000 };
      const clocks = { now: () => clock.at, wall: () => clock.wall };
      let count = countdown(clocks);
      count.serverSaid({ left: minutes(75), running: true });
      let truly: number = minutes(75);
      const pass = (milliseconds: number) => {
        clock.at += milliseconds;
        clock.wall += milliseconds;
        truly -= milliseconds;
        count.due();
      };
      for (const one of steps) {
        if (one.kind === "set") clock.wall += one.by;
        if (one.kind === "reload") {
          const mark = count.mark();
          clock.at = 0;
          count = countdown(clocks);
          count.resume(mark);
        }
        if (one.kind === "sleep") {
          clock.wall += one.for;
          truly -= one.for;
        }
        pass(one.kind === "work" ? one.for : 250);
      }
      // The server does not answer for as long as it may be asked.
      for (let quarter = 0; quarter < 14; quarter += 1) pass(250);
      expect(count.left()).toBeLessThanOrEqual(Math.max(0, truly) + 2_000 * (1 + steps.length));
    }),
  );
});
