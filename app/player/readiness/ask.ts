import type { Refused } from "../../exam/people/refusals.ts";

/** A refusal as it comes over HTTP, with the words people read. */
export type No = Refused & { readonly words: string };
export type Answer<Value> = ({ readonly ok: true } & Value) | No;

/** No answer within this is no answer, in milliseconds. */
const patience = 10_000;

/** Asks the server; a broken promise is a network that does not work. */
export async function ask<Value>(path: string, body: unknown): Promise<Answer<Value>> {
  const answer = await fetch(path, {
    method: "POST",
    body: JSON.stringify(body),
    headers: { "content-type": "application/json" },
    signal: AbortSignal.timeout(patience),
    cache: "no-store",
    redirect: "error",
  });
  const said: unknown = await answer.json();
  if (typeof said !== "object" || said === null || !("ok" in said)) throw new Error(`No answer from ${path}.`);
  return said as Answer<Value>;
}

/** The server said no: there is nothing more to check. */
export class CheckOver extends Error {}

const letGo = "The check has been ended, or this computer came in again in another window.";

/** The value, or the end of the check. */
export async function asked<Value>(answer: Promise<Answer<Value>>): Promise<Value> {
  const said = await answer;
  if (!said.ok) throw new CheckOver(said.refusal === "not-signed-in" ? letGo : said.words);
  return said;
}
