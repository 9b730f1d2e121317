import { describe, expect, test } from "vitest";
import type { Attempt, Phase } from "../attempt/attempt.ts";
import type { Line, StopCause } from "../attempt/ledger.ts";
import { after, minutes } from "../time/time.ts";
import { evacuationWords, toBlank, wasEvacuated } from "./evacuation.ts";
import { nine } from "./seat.fixture.ts";

const by = "Ines";
const at = (m: number) => after(nine, minutes(m));
const attempt = (phase: Phase, more: readonly Line[] = []): Attempt => ({
  id: "a1",
  bookingId: "b1",
  sittingId: "s1",
  formId: "f1",
  centreId: "c1",
  evacuated: false,
  phase,
  startedAt: null,
  closed: null,
  lease: "here",
  keeping: "kept",
  head: "",
  position: 0,
  progress: {},
  ledger: [{ kind: "allowance", source: "paper", amount: minutes(75), at: nine, by, why: "" }, ...more],
});
const started: Line = { kind: "started", at: nine, by };
const stopped = (cause: StopCause): Line => ({ kind: "stopped", at: at(10), by, cause, why: "" });

describe("an evacuation", () => {
  test.each<[string, Attempt, boolean]>([
    ["whose clock it stopped goes on with the room", attempt("paused", [started, stopped("evacuation")]), true],
    ["who was on a rest break stays on it", attempt("paused", [started, stopped("rest-break")]), false],
    ["who was paused for another reason stays paused", attempt("paused", [started, stopped("technical")]), false],
    ["who had not begun does not begin by it", attempt("ready"), false],
  ])("%s", (_title, one, expected) => {
    expect(wasEvacuated(one)).toBe(expected);
  });

  test("every screen goes blank but those that show no test any more", () => {
    const phases = ["booked", "admitted", "ready", "running", "paused", "closed", "voided"] as const;
    expect(toBlank(phases.map((phase) => attempt(phase))).map(({ phase }) => phase)).toEqual(phases.slice(0, 5));
  });

  test("the incident says how every test stood", () => {
    const room = [attempt("running"), attempt("running"), attempt("paused"), attempt("ready"), attempt("closed")];
    expect(evacuationWords(room)).toBe(
      "The room was evacuated and every screen blanked. 2 tests were stopped; 1 stood still already; 1 had not begun; 1 was over.",
    );
  });
});
