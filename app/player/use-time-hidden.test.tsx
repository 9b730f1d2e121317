// @vitest-environment jsdom
import { act, renderHook } from "@testing-library/react";
import { expect, test } from "vitest";
import { useTimeHidden } from "./use-time-hidden.ts";

const opened = (attempt: string) => renderHook(() => useTimeHidden(attempt));
const isHidden = ({ result }: ReturnType<typeof opened>) => result.current[0];

test("a clock that was hidden stays hidden when the page is loaded anew, until the learner shows it", () => {
  const page = opened("a test");
  expect(isHidden(page)).toBe(false);
  act(() => page.result.current[1](true));
  page.unmount();

  const again = opened("a test");
  expect(isHidden(again)).toBe(true);
  act(() => again.result.current[1](false));
  expect(isHidden(opened("a test"))).toBe(false);
});

test("the next learner at the same computer sees the clock", () => {
  const page = opened("one learner's");
  act(() => page.result.current[1](true));
  expect(isHidden(opened("another learner's"))).toBe(false);
});
