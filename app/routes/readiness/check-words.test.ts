import { expect, test } from "vitest";
import { instant } from "../../exam/time/time.ts";
import { lastCheckWords } from "./check-words.ts";

const at = (iso: string) => instant(Date.parse(iso));
const now = at("2026-06-02T09:00:00+01:00");
const ended = (iso: string, verdict: "passed" | "warned" | "failed" = "passed") => ({
  startedAt: at(iso),
  ended: { at: at(iso), byName: "Olu", verdict, words: "12 of 12 computers passed" },
});

test.each([
  [null, "Room not checked yet"],
  [{ startedAt: now, ended: null }, "Readiness check is open"],
  [ended("2026-06-02T08:10:00+01:00"), "Checked today 08:10: passed"],
  [ended("2026-06-01T15:40:00+01:00", "warned"), "Checked yesterday 15:40: passed, with notes"],
  [ended("2026-06-02T00:10:00+01:00"), "Checked today 00:10: passed"],
  [ended("2026-05-28T15:40:00+01:00", "failed"), "Checked 28 May 2026 15:40: failed"],
])("beside a sitting stands: %#", (last, words) => {
  expect(lastCheckWords(last, now)).toBe(words);
});
