import type { LoaderFunctionArgs } from "@remix-run/node";

/** The public key: with it anybody can check a saved receipt, without asking us. */
export const loader = ({ context }: LoaderFunctionArgs) =>
  new Response(context.receiptKey, { headers: { "Content-Type": "text/plain; charset=utf-8" } });
