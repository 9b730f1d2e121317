import { PassThrough } from "node:stream";
import {
  type ActionFunctionArgs,
  type AppLoadContext,
  createReadableStreamFromReadable,
  type EntryContext,
  type LoaderFunctionArgs,
} from "@remix-run/node";
import { RemixServer } from "@remix-run/react";
import { renderToPipeableStream } from "react-dom/server";
import { NonceContext } from "./components/nonce.ts";

/** How long a page may wait for what it streams, in milliseconds. */
export const streamTimeout = 5_000;

/** A browser that went away is no error of ours. */
export function handleError(error: unknown, { request, context }: ActionFunctionArgs | LoaderFunctionArgs) {
  if (!request.signal.aborted) context.onError(error);
}

export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  loadContext: AppLoadContext,
) {
  const nonce = loadContext.cspNonce as string;
  return new Promise<Response>((resolve, reject) => {
    let answered = status;
    let shellSent = false;
    const { pipe, abort } = renderToPipeableStream(
      <NonceContext.Provider value={nonce}>
        <RemixServer context={remixContext} url={request.url} nonce={nonce} abortDelay={streamTimeout} />
      </NonceContext.Provider>,
      {
        nonce,
        onShellReady() {
          shellSent = true;
          const body = new PassThrough();
          headers.set("Content-Type", "text/html; charset=utf-8");
          resolve(new Response(createReadableStreamFromReadable(body), { headers, status: answered }));
          pipe(body);
        },
        onShellError: reject,
        onError(error: unknown) {
          answered = 500;
          if (shellSent) loadContext.onError(error);
        },
      },
    );
    setTimeout(abort, streamTimeout + 1_000).unref();
  });
}
