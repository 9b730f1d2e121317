import type { Refused } from "../../exam/people/refusals.ts";
import { post } from "../post.ts";

/** A refusal as it comes over HTTP, with the words people read. */
export type No = Refused & { readonly words: string };
export type Answer<Value> = ({ readonly ok: true } & Value) | No;

/** Asks the server; a broken promise is a network that does not work. */
export const ask = <Value>(path: string, body: unknown) => post<Answer<Value>>(path, body, fetch);

/** The server said no: there is nothing more to check. */
export class CheckOver extends Error {}

const letGo = "The check has been ended, or this computer came in again in another window.";

/** The value, or the end of the check. */
export async function asked<Value>(answer: Promise<Answer<Value>>): Promise<Value> {
  const said = await answer;
  if (!said.ok) throw new CheckOver(said.refusal === "not-signed-in" ? letGo : said.words);
  return said;
}
