import { inWords, type Refused, refusals } from "../exam/people/refusals.ts";

/** What the player is told over HTTP: the same value a socket would carry, with the refusal's status and its words. */
export const examAnswer = (answer: { readonly ok: true } | Refused) =>
  Response.json(answer.ok ? answer : { ...answer, words: inWords(answer) }, {
    status: answer.ok ? 200 : refusals[answer.refusal].status,
    headers: { "Cache-Control": "no-store" },
  });

/** The message in a request; what is not JSON is refused as badly formed by whoever reads it. */
export const examMessage = async (request: Request): Promise<unknown> => request.json().catch(() => null);
