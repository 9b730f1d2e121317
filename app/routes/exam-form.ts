import type { LoaderFunctionArgs } from "@remix-run/node";
import { examAnswer } from "./exam-answer.ts";

/** The form, encrypted: bytes as WebCrypto opens them. */
export async function loader({ context }: LoaderFunctionArgs) {
  const form = await context.views.exam.sealedForm(context.actor, {});
  if (!form.ok) return examAnswer(form);
  return new Response(new Uint8Array(form.sealed), {
    headers: { "Content-Type": "application/octet-stream", "Cache-Control": "no-store" },
  });
}
