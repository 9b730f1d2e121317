import type { LoaderFunctionArgs } from "@remix-run/node";
import { read } from "./answer.ts";
import { reportCsv, reportFile } from "./board/report-csv.ts";

/** The report of a sitting for a spreadsheet. */
export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const report = await read(context.views.sittings.report(context.actor, { sitting: params.sitting }), request);
  return new Response(`\uFEFF${reportCsv(report)}`, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="${reportFile(report.sitting)}"`,
      "Cache-Control": "no-store",
    },
  });
}
