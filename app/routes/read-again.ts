import type { ClientLoaderFunctionArgs } from "@remix-run/react";

/**
 * For a page that reads itself again with `?again`: a network that fails must not take it away, so that reading again just
 * fails, with null. Whatever the server says is passed on.
 */
export async function readAgain<Read>({
  request,
  serverLoader,
}: Pick<ClientLoaderFunctionArgs, "request"> & { serverLoader(): Promise<Read> }): Promise<Read | null> {
  try {
    return await serverLoader();
  } catch (error) {
    if (new URL(request.url).searchParams.has("again") && !(error instanceof Response)) return null;
    throw error;
  }
}
