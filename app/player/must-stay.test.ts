import { expect, test } from "vitest";
import type { AttemptState } from "../live/contract.ts";
import { mustStay } from "./must-stay.ts";
import { atFirst, type Snapshot } from "./snapshot.ts";

const at = (phase: AttemptState["phase"], more: Partial<Snapshot> = {}): Snapshot => ({
  ...atFirst,
  place: "seated",
  state: { phase } as AttemptState,
  ...more,
});

test("a test stays on the screen from sitting down until it is over and the server has everything", () => {
  expect(["admitted", "running", "paused"].map((phase) => mustStay(at(phase as AttemptState["phase"])))).toEqual([
    true,
    true,
    true,
  ]);
  expect(mustStay(at("closed", { waiting: 1 }))).toBe(true);
  expect(mustStay(at("closed"))).toBe(false);
});

test("a page that shows no test may be left, unless the last answers are nowhere else", () => {
  expect(mustStay(at("running", { place: "signed-out", waiting: 1 }))).toBe(false);
  expect(mustStay(at("running", { place: "moved" }))).toBe(false);
  expect(mustStay(at("running", { place: "signed-out", waiting: 1, keeping: "refused" }))).toBe(true);
});
