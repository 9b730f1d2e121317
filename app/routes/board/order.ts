import { patience } from "../sent.ts";
import { within } from "../within.ts";
import type { Told } from "./told.ts";

/**
 * Sends what a form of the board asks for and waits for the answer. It goes past the router, whose answers wait until a whole
 * page is drawn again: in a full hall that changes all the time, and whoever pressed a button must hear at once.
 */
export async function order(sitting: string, fields: FormData): Promise<Told> {
  try {
    const asked = fetch(`/sittings/${sitting}/order`, { method: "POST", body: fields });
    const told: unknown = await within(
      patience,
      asked.then((answer) => answer.json()),
      () => unheard,
    );
    return isTold(told) ? told : unheard;
  } catch {
    return unheard;
  }
}

const unheard: Told = {
  ok: false,
  words: "The server did not answer, so this may not have been done. See what the board says when it is live again.",
  fields: {},
  unanswered: true,
};

const isTold = (answer: unknown): answer is Told =>
  typeof answer === "object" &&
  answer !== null &&
  "ok" in answer &&
  "words" in answer &&
  typeof answer.words === "string";
