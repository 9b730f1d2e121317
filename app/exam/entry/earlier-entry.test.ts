import { expect, test } from "vitest";
import { type EntryFacts, earlierEntry } from "./earlier-entry.ts";

const booked: EntryFacts = {
  cancelled: false,
  voided: false,
  begun: false,
  over: false,
  sittingEnded: false,
  resulted: false,
};
const sat = { ...booked, begun: true, over: true };

test.each([
  ["a booking for a sitting to come is open", booked, "open"],
  ["a test that is being sat is open", { ...booked, begun: true }, "open"],
  ["a test that is over has been sat, also while the room is still open", sat, "sat"],
  ["a released result counts as one", { ...sat, sittingEnded: true, resulted: true }, "resulted"],
  ["whoever never began is absent once the sitting has ended", { ...booked, sittingEnded: true }, "absent"],
  ["a voided test uses no attempt up, even after a result", { ...sat, voided: true, resulted: true }, "voided"],
  [
    "a cancelled booking stays cancelled when its sitting ends",
    { ...booked, cancelled: true, sittingEnded: true },
    "cancelled",
  ],
] as const)("%s", (_, facts, expected) => {
  expect(earlierEntry(facts)).toBe(expected);
});
