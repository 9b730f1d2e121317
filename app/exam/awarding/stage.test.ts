import { expect, test } from "vitest";
import { type Facts, type Stage, stageInWords, stageOf } from "./stage.ts";

const whole: Facts = { phase: "closed", marked: 24, of: 24, hasBoundaries: true, isIssued: false };

const cases: readonly (readonly [string, Partial<Facts>, Stage])[] = [
  ["a running attempt has no result to come to yet", { phase: "running" }, { stage: "not-ended" }],
  ["one unmarked item keeps the whole attempt in marking", { marked: 23 }, { stage: "marking", marked: 23, of: 24 }],
  ["nothing marked yet is marking", { marked: 0 }, { stage: "marking", marked: 0, of: 24 }],
  ["a marked attempt on a form without boundaries waits", { hasBoundaries: false }, { stage: "awaiting-award" }],
  ["with boundaries it is graded and still held back", {}, { stage: "graded" }],
  ["a released result is issued", { isIssued: true }, { stage: "issued" }],
  ["marking opened again does not take a released result back", { isIssued: true, marked: 23 }, { stage: "issued" }],
  ["a voided attempt gives no result, not even a released one", { phase: "voided", isIssued: true }, { stage: "void" }],
];

test.each(cases)("%s", (_, facts, stage) => {
  expect(stageOf({ ...whole, ...facts })).toEqual(stage);
});

test("how far marking has come is said in figures", () => {
  expect(stageInWords({ stage: "marking", marked: 3, of: 24 })).toBe("Marking: 3 of 24");
});
