import { DataTable } from "../../components/data-table.tsx";
import type { GradeCounts } from "../../exam/awarding/compare-boundaries.ts";
import { type Grade, gradeNames, grades } from "../../exam/awarding/grade.ts";

type Props = {
  readonly counts: GradeCounts;
  readonly inForce: GradeCounts | null;
  /** How many would go up and down. */
  readonly words: string | null;
};

/** How many would get each grade, best first, beside how many do under the boundaries in force. */
export function GradeCountsTable({ counts, inForce, words }: Props) {
  const total = grades.reduce((sum, grade) => sum + counts[grade], 0);
  const share = (grade: Grade) => (total === 0 ? "–" : `${Math.round((100 * counts[grade]) / total)}\u00a0%`);
  return (
    <div className="grid gap-2">
      <DataTable
        caption="Candidates by grade"
        captionHidden
        dense
        rows={grades.toReversed()}
        rowKey={(grade) => grade}
        columns={[
          { key: "grade", heading: "Grade", cell: (grade) => gradeNames[grade], rowHeading: true },
          { key: "count", heading: "Count", cell: (grade) => counts[grade], numeric: true },
          { key: "share", heading: "Share", cell: share, numeric: true },
          ...(inForce
            ? [
                {
                  key: "change",
                  heading: "Change",
                  cell: (grade: Grade) => signed(counts[grade] - inForce[grade]),
                  numeric: true,
                },
              ]
            : []),
        ]}
      />
      {words && <p className="font-bold">{words}</p>}
    </div>
  );
}

const signed = (change: number) => (change === 0 ? "same" : change > 0 ? `+${change}` : `−${-change}`);
