import type { LoaderFunctionArgs } from "@remix-run/node";
import { examAnswer } from "./exam-answer.ts";

/** The demonstration test, encrypted as a real one is. */
export async function loader({ context }: LoaderFunctionArgs) {
  const form = await context.views.readiness.sealedForm(context.actor, {});
  if (!form.ok) return examAnswer(form);
  return new Response(new Uint8Array(form.sealed), {
    headers: { "Content-Type": "application/octet-stream", "Cache-Control": "no-store" },
  });
}
