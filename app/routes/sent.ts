import type { ClientActionFunctionArgs } from "@remix-run/react";
import type { Said } from "./answer.ts";
import { within } from "./within.ts";

/** As browsers say that a request got no answer (Chromium, Firefox, Safari), and the framework that it got one which is none of ours. */
const noAnswer = /^(Failed to fetch|NetworkError|Load failed|Unable to decode turbo-stream)/;

export const isUnanswered = (error: unknown): boolean => error instanceof Error && noAnswer.test(error.message);

const unheard: Said = {
  ok: false,
  words:
    "The server did not answer, so this may not have been done. What you wrote is still here: wait a moment, look whether it was done, and send it again.",
  fields: {},
  unanswered: true,
};

/** For what may be done twice without harm. */
export const tryAgain = "The server did not answer. What you typed is still here: wait a moment, then try again.";

/** No answer within this is no answer, in milliseconds: on a line that died without a word a browser waits for minutes. */
export const patience = 30_000;

type How = {
  /** What the page needs to know of the form to say it in the right place, or other words. */
  readonly about?: (form: FormData) => object;
  /** A file is sent in, which may be large and takes as long as it takes. */
  readonly isFile?: true;
};

/**
 * For a page with a form, as its clientAction: a form that gets no answer stays as it was filled in, and says so. The framework
 * would take the page away, and what was written with it.
 */
export async function sent(
  { request, serverAction }: Pick<ClientActionFunctionArgs, "request" | "serverAction">,
  { about, isFile }: How = {},
): Promise<unknown> {
  const form = about && (await request.clone().formData());
  const unanswered = () => Response.json({ ...unheard, ...(form && about?.(form)) }, { status: 503 });
  try {
    return await (isFile ? serverAction() : within(patience, serverAction(), unanswered));
  } catch (error) {
    if (!isUnanswered(error)) throw error;
    // With its status, or the page would be read again, which would take it away.
    return unanswered();
  }
}
