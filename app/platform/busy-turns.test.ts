import { EventEmitter } from "node:events";
import { expect, test, vi } from "vitest";
import { busyTurns } from "./busy-turns.ts";

const soon = { timeout: 20_000, interval: 20 };

test("a server says that it is busy from its start until it has had rest, and again when it has had none", async () => {
  const turns = busyTurns(new EventEmitter() as never);
  expect(turns.busy()).toBe(true);
  await vi.waitFor(() => expect(turns.busy()).toBe(false), soon);
  await vi.waitFor(() => {
    const from = performance.now();
    while (performance.now() - from < 1_200);
    expect(turns.busy()).toBe(true);
  }, soon);
  turns.stop();
});

test("a server that lets somebody in at almost every turn says that it is busy, with however much rest in between", async () => {
  const door = new EventEmitter();
  const turns = busyTurns(door as never);
  await vi.waitFor(() => expect(turns.busy()).toBe(false), soon);
  const arrivals = setInterval(() => {
    for (let several = 0; several < 10; several += 1) door.emit("connection");
  }, 25);
  await vi.waitFor(() => expect(turns.busy()).toBe(true), soon);
  clearInterval(arrivals);
  await vi.waitFor(() => expect(turns.busy()).toBe(false), soon);
  turns.stop();
});
