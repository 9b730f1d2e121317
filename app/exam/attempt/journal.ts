import type { Journalled } from "./entry.ts";

/** A cryptographic digest, passed in: rules import nothing of the platform. */
export type Digest = (text: string) => string;

/** What the first link is chained to. */
export const beginning = (attemptId: string, digest: Digest) => digest(`examhall journal of ${attemptId}`);

/** The next link: changing any entry, its standing, its lease or its place changes every link after it. */
export const link = (head: string, lease: string, { entry, standing }: Journalled, digest: Digest) =>
  digest(`${head}\n${lease}\n${standing}\n${canonical(entry)}`);

/** JSON with the keys of every object in order, so that the same entry always gives the same text. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (value !== null && typeof value === "object") {
    const parts = Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, part]) => `${JSON.stringify(key)}:${canonical(part)}`);
    return `{${parts.join(",")}}`;
  }
  return JSON.stringify(value) ?? "null";
}
