import { afterEach, expect, test, vi } from "vitest";
import { order } from "./order.ts";

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

test("an order over a line that died without a word is called unanswered after half a minute", async () => {
  vi.useFakeTimers();
  vi.stubGlobal("fetch", () => new Promise(() => {}));
  const heard: unknown[] = [];
  void order("s", new FormData()).then((told) => heard.push(told));
  await vi.advanceTimersByTimeAsync(29_999);
  expect(heard).toEqual([]);
  await vi.advanceTimersByTimeAsync(1);
  expect(heard).toMatchObject([{ ok: false, unanswered: true }]);
});
