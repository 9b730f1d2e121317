import type { Duration } from "../time/time.ts";

/** `12 s`, `3 min`, `1 h 5 min`: how long something has lasted; never more than it has. */
export function lengthWords(length: Duration): string {
  const seconds = Math.floor(Math.max(0, length) / 1_000);
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes} min`;
  const rest = minutes % 60;
  return rest === 0 ? `${minutes / 60} h` : `${Math.floor(minutes / 60)} h ${rest} min`;
}
