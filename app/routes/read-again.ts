import type { ClientLoaderFunctionArgs } from "@remix-run/react";
import { within } from "./within.ts";

/** No answer within this is no answer, in milliseconds. */
const patience = 8_000;

/**
 * For a page that reads itself again with `?again`: a network that fails, or a line that died without a word, must not take it
 * away, so that reading again just fails, with null. Whatever the server says is passed on.
 */
export async function readAgain<Read>({
  request,
  serverLoader,
}: Pick<ClientLoaderFunctionArgs, "request"> & { serverLoader(): Promise<Read> }): Promise<Read | null> {
  if (!new URL(request.url).searchParams.has("again")) return serverLoader();
  try {
    return await within(patience, serverLoader(), () => null);
  } catch (error) {
    if (error instanceof Response) throw error;
    return null;
  }
}

export type SignedOut = { readonly signedOut: true };

/**
 * For a page on which somebody writes: a reading by itself that would lead to the sign-in says so instead of going there, which
 * would take the page and what is written on it.
 */
export async function orSignedOut<Read>(request: Request, reading: Promise<Read>): Promise<Read | SignedOut> {
  try {
    return await reading;
  } catch (error) {
    const to = error instanceof Response ? error.headers.get("Location") : null;
    if (to?.startsWith("/sign-in") && new URL(request.url).searchParams.has("again")) return { signedOut: true };
    throw error;
  }
}
