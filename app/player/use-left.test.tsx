// @vitest-environment jsdom
import { act, renderHook } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { duration, minutes } from "../exam/time/time.ts";
import { useLeft } from "./use-left.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A clock of ten minutes that runs with the timers, and may be given more. */
function clockOnScreen() {
  let drawn = 0;
  let end = Date.now() + minutes(10);
  const left = () => duration(Math.max(0, end - Date.now()));
  const { result, rerender } = renderHook(() => {
    drawn += 1;
    return useLeft(left);
  });
  return {
    shown: () => result.current,
    drawn: () => drawn,
    give: (more: number) => {
      end += more;
    },
    drawForAnotherReason: rerender,
  };
}

test("the clock shows each second once and draws nothing between", () => {
  const clock = clockOnScreen();
  expect(clock.shown()).toBe(minutes(10));
  for (const second of [1, 2, 3]) {
    act(() => vi.advanceTimersByTime(1_000));
    expect(clock.shown()).toBe(minutes(10) - second * 1_000);
  }
  expect(clock.drawn()).toBeLessThanOrEqual(5);
});

test("a learner who is told of more time sees it on the clock in the same picture", () => {
  const clock = clockOnScreen();
  act(() => vi.advanceTimersByTime(2_000));
  clock.give(minutes(1));
  clock.drawForAnotherReason();
  expect(clock.shown()).toBe(minutes(11) - 2_000);
});

test("more time is on the clock a quarter of a second later where nothing else is drawn", () => {
  const clock = clockOnScreen();
  clock.give(minutes(1));
  act(() => vi.advanceTimersByTime(250));
  expect(clock.shown()).toBe(minutes(11));
});
