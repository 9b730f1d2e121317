import type { LoaderFunctionArgs } from "@remix-run/node";
import { read } from "./answer.ts";
import { reportAsText } from "./bank/import-words.ts";

/** A whole report as a file: text to read, JSON for programs. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  const { report: id, as } = Object.fromEntries(new URL(request.url).searchParams);
  const found = await read(context.views.bank.importReport(context.actor, { report: id, whole: true }), request);
  const isJson = as === "json";
  const { report, lines } = found;
  return new Response(isJson ? `${JSON.stringify({ ...report, resources: lines }, null, 2)}\n` : reportAsText(found), {
    headers: {
      "Content-Type": isJson ? "application/json; charset=utf-8" : "text/plain; charset=utf-8",
      "Content-Disposition": `attachment; filename="import-report.${isJson ? "json" : "txt"}"`,
      "Cache-Control": "no-store",
    },
  });
}
