import type { Reported } from "../../exam/invigilation/readiness/measured.ts";

const known = [
  ["Edge", /\bEdg\/([\d.]+)/],
  ["Firefox", /\bFirefox\/([\d.]+)/],
  ["Chrome", /Chrome\/([\d.]+)/],
  ["Safari", /\bVersion\/([\d.]+).*\bSafari\//],
] as const;

/** Which browser it says it is, and its version with one place behind the point. */
export function browserOf(userAgent: string): Reported["browser"] {
  for (const [name, pattern] of known) {
    const [major, minor = "0"] = pattern.exec(userAgent)?.[1]?.split(".") ?? [];
    if (major !== undefined) return { name, version: Number(`${major}.${minor[0]}`) };
  }
  return { name: "other", version: null };
}
