import { useState } from "react";
import { DataTable } from "../../components/data-table.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { Panel } from "../../components/panel.tsx";
import { Segmented } from "../../components/segmented.tsx";
import { Status } from "../../components/status.tsx";
import { type Boundaries, gradeOf } from "../../exam/awarding/boundaries.ts";
import { gradeNames } from "../../exam/awarding/grade.ts";
import { direction } from "../../exam/awarding/issue.ts";
import type { AwardedCandidate } from "../../store/views/awarding-form.ts";

type Props = {
  readonly candidates: readonly AwardedCandidate[];
  readonly boundaries: Boundaries;
  readonly inForce: Boundaries | null;
};

type Which = "changes" | "near" | "all";
const ways = { up: "good", down: "warn", level: "neutral" } as const;
const wayWords = { up: "up from", down: "down from", level: "same" } as const;

/** Within so many marks of a boundary a candidate is worth a second look. */
const near = 2;
const most = 400;

/** Candidates by reference alone, with the grade the draft would give them. */
export function WhoGetsWhat({ candidates, boundaries, inForce }: Props) {
  const [which, setWhich] = useState<Which>(inForce ? "changes" : "near");
  const chosen = candidates.filter(choose[which]({ boundaries, inForce }));
  return (
    <Panel
      title="Who would get what"
      lead="Candidates stand here without name or centre."
      flush
      footer={chosen.length > most ? `The first ${most} of ${chosen.length} are shown.` : undefined}
      actions={
        <Segmented
          legend="Which candidates"
          legendHidden
          value={which}
          onChange={setWhich}
          options={[
            ...(inForce ? [{ value: "changes" as const, label: "Changes" }] : []),
            { value: "near" as const, label: "Near a boundary" },
            { value: "all" as const, label: "Everybody" },
          ]}
        />
      }
    >
      <DataTable
        caption="Candidates and grades under the draft"
        captionHidden
        dense
        rows={chosen.slice(0, most)}
        rowKey={({ reference }) => reference}
        empty={<EmptyState title={nobody[which]} />}
        columns={[
          {
            key: "reference",
            heading: "Candidate",
            cell: ({ reference }) => <span className="font-mono whitespace-nowrap">{reference}</span>,
            rowHeading: true,
          },
          { key: "raw", heading: "Mark", cell: ({ raw }) => raw, numeric: true },
          { key: "grade", heading: "Draft", cell: ({ raw }) => gradeNames[gradeOf(raw, boundaries)] },
          ...(inForce
            ? [
                {
                  key: "now",
                  heading: "Against now",
                  cell: ({ raw }: AwardedCandidate) => <Against raw={raw} {...{ boundaries, inForce }} />,
                },
              ]
            : []),
          {
            key: "issued",
            heading: "Released",
            cell: ({ issued }) => (issued ? gradeNames[issued.grade] : "Not yet"),
            narrow: "hide",
          },
          { key: "resit", heading: "Attempt", cell: ({ resit }) => (resit ? "Resit" : "First"), narrow: "hide" },
        ]}
      />
    </Panel>
  );
}

function Against({
  raw,
  boundaries,
  inForce,
}: {
  readonly raw: number;
  readonly boundaries: Boundaries;
  readonly inForce: Boundaries;
}) {
  const before = gradeOf(raw, inForce);
  const way = direction({ grade: before, points: 0 }, { grade: gradeOf(raw, boundaries), points: 0 });
  return <Status tone={ways[way]}>{way === "level" ? wayWords[way] : `${wayWords[way]} ${gradeNames[before]}`}</Status>;
}

type Sets = { readonly boundaries: Boundaries; readonly inForce: Boundaries | null };

const choose: Record<Which, (sets: Sets) => (candidate: AwardedCandidate) => boolean> = {
  all: () => () => true,
  near:
    ({ boundaries: { P, M, D } }) =>
    ({ raw }) =>
      [P, M, D].some((boundary) => Math.abs(raw - boundary) <= near),
  changes:
    ({ boundaries, inForce }) =>
    ({ raw }) =>
      inForce !== null && gradeOf(raw, inForce) !== gradeOf(raw, boundaries),
};

const nobody: Record<Which, string> = {
  all: "No candidate is wholly marked yet",
  near: "Nobody stands within two marks of a boundary",
  changes: "Nobody's grade would change",
};
