import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type CheckedMachine, roomVerdict } from "./room-verdict.ts";
import { failed, passed, type Verdict, verdicts, warned } from "./verdict.ts";

const machine = (name: string, verdict: Verdict | "gone" | "checking"): CheckedMachine =>
  verdict === "gone" || verdict === "checking"
    ? { name, state: verdict, verdict: null }
    : { name, state: "checked", verdict };
const room = (...all: readonly (Verdict | "gone" | "checking")[]) =>
  all.map((verdict, index) => machine(`PC ${index + 1}`, verdict));
const reasons = (verdict: ReturnType<typeof roomVerdict>) => verdict.reasons.map(({ words }) => words);

describe("whether a room can hold its next sitting", () => {
  test("as many computers passed as learners are booked", () => {
    expect(roomVerdict({ machines: room("passed", "passed"), booked: 2, fullRoom: [] })).toEqual({
      verdict: "passed",
      words: "2 of 2 computers passed; 2 learners are booked",
      reasons: [],
    });
  });

  test("one failed and the others are too few: no sitting like this, and the computer is named", () => {
    const verdict = roomVerdict({ machines: room("passed", "failed"), booked: 2, fullRoom: [] });
    expect(verdict).toMatchObject({ verdict: "failed", words: "1 of 2 computers passed; 2 learners are booked" });
    expect(reasons(verdict)).toEqual(["1 learner has no computer that passed.", "Failed: PC 2."]);
  });

  test("one failed and there are enough without it: to know, not to stop", () => {
    const verdict = roomVerdict({ machines: room("passed", "failed", "passed"), booked: 2, fullRoom: [] });
    expect([verdict.verdict, ...reasons(verdict)]).toEqual(["warned", "Failed: PC 2."]);
  });

  test("a computer that was closed in the middle does not count, and is named", () => {
    const verdict = roomVerdict({ machines: room("passed", "gone", "checking"), booked: 1, fullRoom: [] });
    expect([verdict.verdict, ...reasons(verdict)]).toEqual(["warned", "Not finished: PC 2, PC 3."]);
  });

  test("a computer with something to know is one a learner can sit at", () => {
    const verdict = roomVerdict({ machines: room("warned"), booked: 1, fullRoom: [] });
    expect(verdict).toMatchObject({ verdict: "warned", words: "1 of 1 computer passed; 1 learner is booked" });
    expect(reasons(verdict)).toEqual(["With notes: PC 1."]);
  });

  test("nobody has checked anything, or nobody is booked", () => {
    expect(roomVerdict({ machines: [], booked: 0, fullRoom: [] })).toMatchObject({
      verdict: "failed",
      words: "0 of 0 computers passed; nobody is booked yet",
    });
  });

  test("only the last trial with the full room counts", () => {
    const bad = failed("Saving took up to 9.0 s.", "Ask.");
    const [machines, booked] = [room("passed"), 1];
    expect(roomVerdict({ machines, booked, fullRoom: [bad, passed("96 answers")] }).verdict).toBe("passed");
    const verdict = roomVerdict({ machines, booked, fullRoom: [passed("96 answers"), bad] });
    expect([verdict.verdict, ...reasons(verdict)]).toEqual([
      "failed",
      "With the full room at once: Saving took up to 9.0 s.",
    ]);
  });

  test("a worse computer, one more learner or a worse trial never makes the room better", () => {
    const any = fc.array(fc.constantFrom(...verdicts, "gone" as const, "checking" as const), { maxLength: 6 });
    const trial = fc.constantFrom(passed("ok"), warned("slow", "Ask."), failed("bad", "Ask."));
    fc.assert(
      fc.property(any, fc.nat(6), trial, fc.nat(5), (all, booked, found, at) => {
        const badness = (machines: typeof all, learners = booked, fullRoom = [found]) =>
          verdicts.indexOf(roomVerdict({ machines: room(...machines), booked: learners, fullRoom }).verdict);
        const before = badness(all);
        expect(badness(all.map((one, index) => (index === at ? "failed" : one)))).toBeGreaterThanOrEqual(before);
        expect(badness(all, booked + 1)).toBeGreaterThanOrEqual(before);
        expect(badness(all, booked, [failed("bad", "Ask.")])).toBeGreaterThanOrEqual(before);
      }),
    );
  });
});
