import { expect, test, vi } from "vitest";
import { busyTurns } from "./busy-turns.ts";

const soon = { timeout: 20_000, interval: 20 };

test("a server says that it is busy from its start until it has had rest, and again when it has had none", async () => {
  const turns = busyTurns();
  expect(turns.busy()).toBe(true);
  await vi.waitFor(() => expect(turns.busy()).toBe(false), soon);
  await vi.waitFor(() => {
    const from = performance.now();
    while (performance.now() - from < 1_200);
    expect(turns.busy()).toBe(true);
  }, soon);
  turns.stop();
});
