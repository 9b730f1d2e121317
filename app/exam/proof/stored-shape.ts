import { z } from "zod";
import type { Entry } from "../attempt/entry.ts";
import type { Line } from "../attempt/ledger.ts";

/** What a check needs of an entry to fold it. What else it carries is sealed, so that the chain tells whether it was altered. */
const ofEntry = { seq: z.number(), left: z.number() };
const response = z.record(z.string(), z.array(z.string()));
const entry = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("answer"), item: z.string(), response, ...ofEntry }),
  z.object({ kind: z.literal("flag"), item: z.string(), flagged: z.boolean(), ...ofEntry }),
  z.object({ kind: z.literal("visit"), item: z.string(), ...ofEntry }),
  z.object({ kind: z.literal("look"), theme: z.string(), text: z.string(), ...ofEntry }),
  z.object({ kind: z.literal("panel"), ...ofEntry }),
  z.object({ kind: z.literal("reconnected"), ...ofEntry }),
  z.object({ kind: z.literal("unable"), ...ofEntry }),
]);

const ofLine = { at: z.number(), by: z.string() };
const line = z.discriminatedUnion("kind", [
  z.object({ kind: z.enum(["allowance", "worked-on"]), amount: z.number(), ...ofLine }),
  z.object({ kind: z.enum(["started", "stopped", "resumed", "ended"]), ...ofLine }),
]);

/** Lists within lists within an answer: none of ours goes deeper, and what does cannot be gone through. */
const deepest = 8;

/** The entry as it is stored, nothing left out of it; null for what no computer of ours can have sent. */
export const readEntry = (stored: unknown): Entry | null =>
  isAsDeepAs(stored, deepest) && entry.safeParse(stored).success ? (stored as Entry) : null;

const isAsDeepAs = (value: unknown, levels: number): boolean =>
  value === null ||
  typeof value !== "object" ||
  (levels > 0 && Object.values(value).every((part) => isAsDeepAs(part, levels - 1)));

/** The line in a text, nothing left out of it; null for what is no line of a time ledger. */
export function readLine(json: string): Line | null {
  const stored: unknown = JSON.parse(json);
  return line.safeParse(stored).success ? (stored as Line) : null;
}
