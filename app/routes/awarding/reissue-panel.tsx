import { Form } from "@remix-run/react";
import { ConfirmButton } from "../../components/confirm-button.tsx";
import { DataTable } from "../../components/data-table.tsx";
import { Notice } from "../../components/notice.tsx";
import { Panel } from "../../components/panel.tsx";
import { Status } from "../../components/status.tsx";
import { type Grade, gradeNames } from "../../exam/awarding/grade.ts";
import { direction } from "../../exam/awarding/issue.ts";
import type { ReissueRow } from "../../store/views/awarding-form.ts";
import { results } from "./release-panel.tsx";

const ways = {
  up: { tone: "good", words: "Up" },
  down: { tone: "warn", words: "Down" },
  level: { tone: "neutral", words: "Mark only" },
} as const;

/** What goes down is read first, then what changes its grade. */
const weight = (row: ReissueRow) => (wayOf(row) === "down" ? 2 : 0) + (row.from.grade === row.to.grade ? 0 : 1);

const wayOf = ({ from, to }: ReissueRow) => direction(from, to);

/** Released results that today's boundaries and marks would change, and the button that issues them again. */
export function ReissuePanel({ rows }: { readonly rows: readonly ReissueRow[] }) {
  const down = rows.filter((row) => wayOf(row) === "down").length;
  const grades = rows.filter(({ from, to }) => from.grade !== to.grade).length;
  return (
    <Panel
      title="Released results that would change"
      lead="Boundaries or marks have changed since these were released. Learners keep what they have until you issue them again."
      flush
      footer={
        <div className="grid gap-3 py-2">
          {down > 0 && (
            <Notice tone="warn">
              {results(down)} would go down. Lowering a released result is a serious step: be sure that it is agreed.
            </Notice>
          )}
          <div>
            <ConfirmButton
              label={`Issue ${results(rows.length)} again`}
              title={`Issue ${results(rows.length)} again?`}
              variant="danger"
              confirmLabel="Issue again"
              consequences={`${results(grades)} with another grade, ${rows.length - grades} with other points or marks only. The new version counts from now on; the earlier one is kept beside it.`}
              reason={{
                label: "Why",
                name: "why",
                hint: "Kept in the log of every attempt concerned.",
                required: true,
              }}
              form={{ fields: { intent: "reissue", expect: String(rows.length) }, as: Form }}
            />
          </div>
        </div>
      }
    >
      <DataTable
        caption="Released results that would change"
        captionHidden
        dense
        layout="cards"
        rows={rows.toSorted((a, b) => weight(b) - weight(a))}
        rowKey={({ reference }) => reference}
        columns={[
          {
            key: "reference",
            heading: "Candidate",
            cell: ({ reference }) => <span className="font-mono whitespace-nowrap">{reference}</span>,
            rowHeading: true,
          },
          { key: "from", heading: "Released", cell: ({ from }) => outcome(from) },
          { key: "to", heading: "Would be", cell: ({ to }) => outcome(to) },
          { key: "way", heading: "Change", cell: (row) => <Way row={row} /> },
        ]}
      />
    </Panel>
  );
}

function Way({ row }: { readonly row: ReissueRow }) {
  const { tone, words } = ways[wayOf(row)];
  return <Status tone={tone}>{words}</Status>;
}

const outcome = ({ raw, grade, points }: { readonly raw: number; readonly grade: Grade; readonly points: number }) =>
  `${gradeNames[grade]}, ${points} points (${raw} marks)`;
