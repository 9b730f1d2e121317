import type { Item } from "../../../exam/item/item.ts";
import type { Instant } from "../../../exam/time/time.ts";
import type { Sent } from "./saver.ts";

const signedOut = "You have been signed out. Sign in again in another tab; what you wrote is kept here and saved then.";
const noConnection = "There is no connection at the moment. What you wrote is kept here and saved when it is back.";

type Heard = { readonly status: number; readonly said: Record<string, unknown> } | null;

/** Null when the server did not answer, or not in a way that can be read. */
async function ask(draft: string, input: object | null): Promise<Heard> {
  try {
    const answer = await fetch(`/bank/item-drafts/${draft}/save`, {
      ...(input === null
        ? {}
        : { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(input) }),
    });
    const said: unknown = await answer.json();
    return typeof said === "object" && said !== null ? { status: answer.status, said: { ...said } } : null;
  } catch {
    return null;
  }
}

/** Sends one save; a server that stumbled is tried again, as one that was not reached. */
export async function save(draft: string, input: { readonly revision: number; readonly content: Item }): Promise<Sent> {
  const heard = await ask(draft, { does: "save", ...input });
  if (heard === null || heard.status >= 500) return { kind: "unheard", words: noConnection };
  const { revision, changedAt, refusal, words } = heard.said;
  if (heard.status === 401) return { kind: "unheard", words: signedOut };
  if (heard.said.ok === true && typeof revision === "number") {
    return { kind: "agreed", revision, at: Number(changedAt) as Instant };
  }
  return { kind: "refused", refusal: String(refusal ?? ""), words: String(words ?? "It was not saved.") };
}

export type Other = { readonly name: string; readonly since: number };
export type Presence = { readonly others: readonly Other[]; readonly revision: number; readonly changedBy: string };

/** Says that this page has the draft open, and hears who else has; null when nothing was heard. */
export async function sayOpen(draft: string, page: string): Promise<Presence | null> {
  const heard = await ask(draft, { does: "open", page });
  if (heard?.said.ok !== true) return null;
  const { others, revision, changedBy } = heard.said;
  return { others: Array.isArray(others) ? others : [], revision: Number(revision), changedBy: String(changedBy) };
}

export const sayClosed = (draft: string, page: string) =>
  navigator.sendBeacon(`/bank/item-drafts/${draft}/save`, JSON.stringify({ does: "close", page }));

export type Kept = { readonly name: string; readonly data: string };

/** Keeps a picture with the unit, or says why not. */
export async function keepPicture(draft: string, file: File): Promise<Kept | { readonly refused: string }> {
  const data = await dataOf(file);
  const heard = await ask(draft, { does: "picture", name: file.name, data });
  if (heard === null) return { refused: "There is no connection at the moment." };
  const { ok, name, data: stored, words } = heard.said;
  return ok === true ? { name: String(name), data: String(stored) } : { refused: String(words ?? "It was not kept.") };
}

const dataOf = (file: File): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(new Error("The file cannot be read.", { cause: reader.error }));
    reader.readAsDataURL(file);
  });

export type Theirs = {
  readonly revision: number;
  readonly content: Item;
  readonly changedAt: number;
  readonly changedBy: string;
};

/** What is stored now; null when it cannot be read. */
export async function readStored(draft: string): Promise<Theirs | null> {
  const heard = await ask(draft, null);
  const stored = heard?.said.draft;
  return typeof stored === "object" && stored !== null ? (stored as Theirs) : null;
}
