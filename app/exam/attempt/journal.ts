import type { Journalled, Received } from "./entry.ts";

/** A cryptographic digest, passed in: rules import nothing of the platform. */
export type Digest = (text: string) => string;

/** What the first link is chained to. */
export const beginning = (attemptId: string, digest: Digest) => digest(`examhall journal of ${attemptId}`);

/** A stored entry with all that its link seals. */
export type Sealed = Journalled & Received & { readonly lease: string };

/** The next link: changing any entry, its standing, lease, time of arrival or place changes every link after it. */
export const link = (head: string, sealed: Sealed, digest: Digest) =>
  linkOf(head, sealed, canonical(sealed.entry), digest);

/** As `link`, of an entry that is written in its canonical form already. */
export const linkOf = (
  head: string,
  { lease, receivedAt, standing }: Omit<Sealed, "entry">,
  written: string,
  digest: Digest,
) => digest(`${head}\n${lease}\n${receivedAt}\n${standing}\n${written}`);

/** As links were made before 2026-11-26: without the time of arrival. */
export const oldLink = (head: string, { lease, entry, standing }: Sealed, digest: Digest) =>
  digest(`${head}\n${lease}\n${standing}\n${canonical(entry)}`);

/** JSON with the keys of every object in order, and none for what is undefined: so the same entry always gives the same text. */
export function canonical(value: unknown): string {
  // Entries are mostly read with their keys in order, and what is in order already is written faster in one go.
  if (isInOrder(value)) return JSON.stringify(value) ?? "null";
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (!isObject(value)) return JSON.stringify(value) ?? "null";
  let parts = "";
  for (const key of Object.keys(value).sort()) {
    const part = value[key];
    if (part !== undefined) parts += `${parts === "" ? "" : ","}${JSON.stringify(key)}:${canonical(part)}`;
  }
  return `{${parts}}`;
}

function isInOrder(value: unknown): boolean {
  if (!isObject(value)) return true;
  if (Array.isArray(value)) return value.every(isInOrder);
  let before = "";
  for (const key in value) {
    if (key < before || !isInOrder(value[key])) return false;
    before = key;
  }
  return true;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  value !== null && typeof value === "object";
