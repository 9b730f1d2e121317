import type { Verdict } from "../../exam/invigilation/readiness/verdict.ts";
import type { Instant } from "../../exam/time/time.ts";
import type { CheckLine } from "../../store/views/last-checks.ts";
import { localDay } from "../board/room-time.ts";
import { clockInLondon, dayInLondon } from "../london-time.ts";

export const verdictWords: Record<Verdict, string> = {
  passed: "Passed",
  warned: "Passed, with notes",
  failed: "Failed",
};

type Last = Pick<CheckLine, "startedAt" | "ended"> | null;

/** `Checked yesterday 15:40: passed`: what stands beside a sitting. */
export function lastCheckWords(last: Last, now: Instant): string {
  if (last === null) return "Room not checked yet";
  if (last.ended === null) return "Readiness check is open";
  return `Checked ${dayWords(last.ended.at, now)}: ${verdictWords[last.ended.verdict].toLowerCase()}`;
}

const dayLength = 86_400_000;

function dayWords(at: Instant, now: Instant): string {
  const clock = clockInLondon(at);
  if (localDay(at) === localDay(now)) return `today ${clock}`;
  return localDay(at) === localDay((now - dayLength) as Instant) ? `yesterday ${clock}` : `${dayInLondon(at)} ${clock}`;
}
