import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { duration, instant } from "../exam/time/time.ts";
import { boards } from "./boards.ts";
import type { Board, Changes, SittingState } from "./contract.ts";

const none: Board = { version: 0, at: instant(0), sitting: {} as SittingState, seats: [] };
const ended = { phase: "ended" } as SittingState;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("what a board could not read for a moment it tells a moment later, and other boards do not wait for it", async () => {
  const told: [string, Changes["sitting"]][] = [];
  const errors: unknown[] = [];
  let isAway = true;
  const all = boards({
    clock: { now: () => instant(0) },
    reads: {
      seats: async () => [],
      sitting: async (id) => {
        if (isAway && id === "first") throw new Error("The database is away");
        return ended;
      },
    },
    send: { changes: (id, { sitting }) => void told.push([id, sitting]), pulse: () => {}, watched: () => true },
    health: () => ({ behind: duration(0), news: "heard" }),
    onError: (error) => void errors.push(error),
  });
  for (const id of ["first", "second"]) {
    await all.snapshot(id, async () => none);
    all.sittingChanged(id);
  }
  await vi.advanceTimersByTimeAsync(250);
  isAway = false;
  await vi.advanceTimersByTimeAsync(250);
  all.stop();
  expect([told, errors.length]).toEqual([
    [
      ["second", ended],
      ["first", ended],
    ],
    1,
  ]);
});
