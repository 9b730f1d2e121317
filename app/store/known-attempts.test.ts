import { expect, test } from "vitest";
import { knownAttempts, type SavingAttempt } from "./known-attempts.ts";

const attempt = (id: string): SavingAttempt => ({
  id,
  bookingId: `booking of ${id}`,
  sittingId: "sitting",
  formId: "form",
  phase: "running",
  deadline: null,
  leaseId: null,
  head: "",
  position: 0,
  progress: {},
  writtenBy: 0,
  lastLease: null,
  wrote: true,
  progressed: true,
});

test("an attempt is known from the commit that wrote it until the next one begins", () => {
  const known = knownAttempts();
  expect([...known.take(["a"])]).toEqual([]);
  known.putBack([attempt("a")], 7);
  expect(known.take(["a", "b"]).get("a")).toMatchObject({ writtenBy: 7, wrote: false, progressed: false });
  // Taken and never put back: what failed is not known.
  expect([...known.take(["a"])]).toEqual([]);
});

test("with more attempts than there is room for, those saved longest ago are forgotten", () => {
  const known = knownAttempts(2);
  known.putBack([attempt("a"), attempt("b")], 1);
  known.putBack([...known.take(["a"]).values(), attempt("c")], 2);
  expect([...known.take(["a", "b", "c"]).keys()]).toEqual(["a", "c"]);
});
