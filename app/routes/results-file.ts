import type { LoaderFunctionArgs } from "@remix-run/node";
import { read } from "./answer.ts";
import { resultsCsv } from "./results/results-csv.ts";

/** The results page's search as a file, every line of it. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  const asked = Object.fromEntries(new URL(request.url).searchParams);
  const { rows } = await read(context.views.results.ofCentre(context.actor, { ...asked, whole: true }), request);
  // The mark in front tells spreadsheets that the letters are UTF-8.
  return new Response(`\uFEFF${resultsCsv(rows)}\r\n`, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": 'attachment; filename="results.csv"',
      "Cache-Control": "no-store",
    },
  });
}
