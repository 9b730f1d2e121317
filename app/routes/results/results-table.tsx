import { type Column, DataTable, type Sort } from "../../components/data-table.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { Link } from "../../components/link.tsx";
import { gradeNames } from "../../exam/awarding/grade.ts";
import type { CentreResult, CentreResults } from "../../store/views/centre-results.ts";
import { dayInLondon } from "../london-time.ts";
import { StageStatus } from "./stage-status.tsx";

type Props = Pick<CentreResults, "rows" | "asked" | "manyCentres"> & {
  /** The address of this page with other questions asked. */
  readonly address: (change: Readonly<Record<string, string>>) => string;
};

/** One line an ended attempt; grade and points only once they are released. */
export function ResultsTable({ rows, asked, manyCentres, address }: Props) {
  const sort = (key: string): Sort => ({
    direction: asked.sort === key ? "ascending" : asked.sort === `-${key}` ? "descending" : "none",
    href: address({ sort: asked.sort === key ? `-${key}` : key, page: "1" }),
  });
  const columns: readonly Column<CentreResult>[] = [
    {
      key: "name",
      heading: "Learner",
      cell: ({ name, learnerId }) => <Link href={address({ learner: learnerId })}>{name}</Link>,
      rowHeading: true,
      sort: sort("name"),
    },
    { key: "number", heading: "Number", cell: ({ candidateNumber }) => candidateNumber, sort: sort("number") },
    ...(manyCentres ? [{ key: "centre", heading: "Centre", cell: ({ centre }: CentreResult) => centre }] : []),
    { key: "form", heading: "Form", cell: ({ form, component }) => <span title={component}>{form}</span> },
    { key: "attempt", heading: "Attempt", cell: ({ attemptNumber }) => (attemptNumber === 1 ? "First" : "Resit") },
    { key: "sat", heading: "Sat", cell: ({ satAt }) => dayInLondon(satAt), sort: sort("sat") },
    { key: "stage", heading: "Stage", cell: ({ stage }) => <StageStatus stage={stage} />, sort: sort("released") },
    {
      key: "grade",
      heading: "Grade",
      cell: ({ result }) => (result ? <strong>{gradeNames[result.grade]}</strong> : "–"),
    },
    { key: "points", heading: "Points", cell: ({ result }) => result?.points ?? "–", numeric: true },
  ];
  return (
    <DataTable
      caption="Results"
      captionHidden
      layout="cards"
      rows={rows}
      rowKey={({ attempt }) => attempt}
      columns={columns}
      empty={
        <EmptyState title={asked.q || asked.show !== "all" ? "Nothing matches" : "No test has been sat yet"}>
          {asked.q || asked.show !== "all"
            ? "Try fewer letters, or all results."
            : "Attempts appear here when they end, and show their grade once it is released."}
        </EmptyState>
      }
    />
  );
}
