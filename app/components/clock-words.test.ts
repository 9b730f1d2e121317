import { expect, test } from "vitest";
import { clockFace, clockWords } from "./clock-words.ts";

const at = (hours: number, minutes: number, seconds: number) => ((hours * 60 + minutes) * 60 + seconds) * 1_000;

test.each([
  [at(1, 14, 5), "1:14:05", "1 hour 14 minutes"],
  [at(1, 0, 0), "1:00:00", "1 hour"],
  [at(2, 1, 59), "2:01:59", "2 hours 1 minute"],
  [at(0, 14, 5), "14:05", "14 minutes"],
  [at(0, 10, 0), "10:00", "10 minutes"],
  [at(0, 9, 59), "9:59", "9 minutes"],
  [at(0, 0, 45), "0:45", "45 seconds"],
  [1, "0:01", "1 second"],
  [0, "0:00", "no time"],
  [-5_000, "0:00", "no time"],
])("with %i ms left a learner sees and hears the time without ever being told too much", (left, face, words) => {
  expect([clockFace(left), clockWords(left)]).toEqual([face, words]);
});
