import type { Limits } from "../../rulebook/readiness-policy.ts";
import type { Verdict } from "./verdict.ts";

/** A length in milliseconds against its limits: from a limit on it is beyond. */
export const against = (took: number, { warn, fail }: Limits): Verdict =>
  took >= fail ? "failed" : took >= warn ? "warned" : "passed";

/** `0.4 s`, `2.3 s`, `7 minutes`: a length of milliseconds as somebody says it; seconds are rounded up, so that none is made better. */
export function tookWords(milliseconds: number): string {
  if (milliseconds < 60_000) return `${(Math.ceil(milliseconds / 100) / 10).toFixed(1)} s`;
  const minutes = Math.round(milliseconds / 60_000);
  if (minutes === 1) return "1 minute";
  return minutes < 120 ? `${minutes} minutes` : `${Math.round(minutes / 60)} hours`;
}
