import { expect, test } from "vitest";
import { after, minutes } from "../time/time.ts";
import { nine } from "./seat.fixture.ts";
import { isSameIncident, type SentIncident, writtenAlready } from "./sent-before.ts";

const sent: SentIncident = {
  attemptId: null,
  type: "disturbance",
  startedAt: nine,
  endedAt: null,
  narrative: "The bell rang",
};
const kept = { ...sent, startedAt: nine };
const later = after(nine, minutes(5));

test.each([
  ["sent again as it was", kept, sent, true],
  ["ended since", { ...kept, endedAt: later }, sent, true],
  ["ended since, with a last sentence", { ...kept, endedAt: later, narrative: "The bell rang\nAll back." }, sent, true],
  ["sent with no beginning", kept, { ...sent, startedAt: null }, true],
  ["with other words", kept, { ...sent, narrative: "The alarm rang" }, false],
  ["with fewer words", { ...kept, narrative: "The bell rang twice" }, sent, false],
  ["with more words", kept, { ...sent, narrative: "The bell rang\nTwice." }, false],
  ["of another kind", kept, { ...sent, type: "other" }, false],
  ["with another beginning", kept, { ...sent, startedAt: later }, false],
  ["with an end it did not have", kept, { ...sent, endedAt: later }, false],
  ["with another end", { ...kept, endedAt: nine }, { ...sent, endedAt: later }, false],
  ["about a learner", kept, { ...sent, attemptId: "attempt-1" }, false],
] as const)("an incident %s is the same one or another", (_, before, now, isSame) => {
  expect(isSameIncident(before, now)).toBe(isSame);
});

test("what was written down already is named by its beginning", () => {
  expect(writtenAlready("x".repeat(4_000)).why).toContain(`“${"x".repeat(100)}…”`);
});
