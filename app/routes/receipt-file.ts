import type { LoaderFunctionArgs } from "@remix-run/node";
import { inWords, refusals } from "../exam/people/refusals.ts";

/** A receipt to keep: what was signed, word for word, with its signature. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  const code = new URL(request.url).searchParams.get("code") ?? "";
  const looked = await context.commands.receipts.lookUp(context.actor, { code, address: context.address });
  if (!looked.ok) throw Response.json({ words: inWords(looked) }, { status: refusals[looked.refusal].status });
  const { file } = looked.receipt;
  if (file === null)
    throw Response.json({ words: "This receipt was given before receipts were signed." }, { status: 404 });
  return new Response(`${JSON.stringify(file, null, 2)}\n`, {
    headers: {
      "Content-Type": "application/json",
      "Content-Disposition": `attachment; filename="receipt-${file.code}.json"`,
      "Cache-Control": "no-store",
    },
  });
}
