import {
  type OpenedPackage,
  type Outcome,
  outcomes,
  type Reason,
  type Refusal,
  type Resource,
} from "./package-read.ts";

/** What became of each resource: a report one can keep. */
export type ImportReport = {
  readonly native: number;
  readonly opaque: number;
  readonly rejected: number;
  /** When set, nothing at all was taken. */
  readonly refused: Refusal | null;
  readonly resources: readonly ReportLine[];
  readonly leftOut: readonly Refusal[];
};
export type ReportLine = {
  readonly path: string;
  readonly version: string;
  readonly kind: Resource["kind"];
  readonly outcome: Outcome;
  readonly identifier: string;
  readonly title: string;
  readonly interactions: readonly string[];
  readonly reasons: readonly Reason[];
};

export const lineOf = ({ content: _, assets: __, ...line }: Resource): ReportLine => line;

export const reportOf = (resources: readonly Resource[], opened: Pick<OpenedPackage, "leftOut">): ImportReport => {
  const count = (outcome: Outcome) => resources.filter((resource) => resource.outcome === outcome).length;
  return {
    native: count("native"),
    opaque: count("opaque"),
    rejected: count("rejected"),
    refused: null,
    resources: resources.map(lineOf),
    leftOut: opened.leftOut,
  };
};

export const refusedReport = (refused: Refusal): ImportReport => ({
  native: 0,
  opaque: 0,
  rejected: 0,
  refused,
  resources: [],
  leftOut: [],
});

const meanings: Readonly<Record<Outcome, string>> = {
  native: "can be used",
  opaque: "kept as they are; cannot be used in a test",
  rejected: "not taken",
};

/** The report as plain text, worst news first. */
export const importInWords = (report: ImportReport): string => {
  const { refused } = report;
  if (refused !== null) {
    const where = refused.file === "" ? "" : ` (${refused.file}, line ${refused.line})`;
    return `Nothing was taken. ${refused.message}${where}`;
  }
  const counts = outcomes.map((outcome) => `${report[outcome]} ${meanings[outcome]}`);
  const told = [...outcomes]
    .reverse()
    .flatMap((outcome) =>
      report.resources
        .filter((line) => line.outcome === outcome && line.reasons.length > 0)
        .flatMap((line) => [
          `${line.path} · ${outcome}${line.title === "" ? "" : ` · ${line.title}`}`,
          ...line.reasons.map(({ line: at, code, message }) => `  line ${at}: ${message} [${code}]`),
        ]),
    );
  const left = report.leftOut.map(({ message }) => `  ${message}`);
  return [counts.join("; "), ...told, ...(left.length === 0 ? [] : ["Files left out:", ...left])].join("\n");
};
