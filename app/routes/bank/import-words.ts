import type { ImportedOutcome, ImportReportView } from "../../store/views/import-report.ts";
import { inLondon } from "../london-time.ts";

export const outcomeWords = {
  native: { title: "Can be used", tone: "good" },
  opaque: { title: "Kept, not usable in a test", tone: "warn" },
  rejected: { title: "Not taken", tone: "bad" },
} as const satisfies Record<ImportedOutcome, { title: string; tone: string }>;

/** A report as plain text, for keeping. */
export const reportAsText = ({ report, lines }: Pick<ImportReportView, "report" | "lines">): string => {
  const when = inLondon(report.startedAt);
  const head = [`Import of ${report.fileName}`, `${when}, by ${report.startedBy}`, ""];
  if (report.refused !== null) {
    const { message, file, line } = report.refused;
    return [...head, `Nothing was taken. ${message}`, `${file}, line ${line}`, ""].join("\n");
  }
  const counts = (["native", "opaque", "rejected"] as const).map(
    (outcome) => `${outcomeWords[outcome].title}: ${report[outcome]}`,
  );
  const told = lines.flatMap((line) => [
    `${line.path} · ${outcomeWords[line.outcome].title}${line.title === "" ? "" : ` · ${line.title}`}`,
    ...line.reasons.map((reason) => `  line ${reason.line}: ${reason.message} [${reason.code}]`),
  ]);
  const left = report.leftOut.map(({ message }) => `  ${message}`);
  return [...head, ...counts, "", ...told, ...(left.length === 0 ? [] : ["", "Files left out:", ...left]), ""].join(
    "\n",
  );
};
