import { Form, useNavigation } from "@remix-run/react";
import { Button } from "../../components/button.tsx";
import { DataTable } from "../../components/data-table.tsx";
import { Notice } from "../../components/notice.tsx";
import { Panel } from "../../components/panel.tsx";
import { Select } from "../../components/select.tsx";
import { Stat } from "../../components/stat.tsx";
import { gradeNames, grades } from "../../exam/awarding/grade.ts";
import { gradeInWords } from "../../exam/qualification/grade-in-words.ts";
import { graded } from "../../exam/qualification/unit-scale.ts";
import type { LearnerUnits, UnitLine } from "../../store/views/unit-outcomes.ts";
import type { Said } from "../answer.ts";
import { dayInLondon } from "../london-time.ts";
import { Refusal } from "../refusal.tsx";

type Props = LearnerUnits & {
  readonly heading: string;
  /** Whose grades may be recorded here; null where they are only shown. */
  readonly recordFor: string | null;
  readonly wrong?: Said | null;
  /** What was recorded just now. */
  readonly recorded?: string | null;
};

/** A learner's four units and what they come to; grades of internal units are recorded here by the exams officer. */
export function QualificationPanel({ heading, title, units, whole, recordFor, wrong, recorded }: Props) {
  const outcomes = units.map(({ unit, grade }) => ({ unit, grade }));
  return (
    <Panel title={heading} lead={title} id="qualification">
      <div className="grid gap-5">
        <div className="grid grid-cols-[repeat(auto-fit,minmax(8rem,1fr))] items-start gap-4">
          <Stat label="Qualification grade" value={whole.grade ? gradeNames[whole.grade] : "Not yet"} />
          <Stat label="Points" value={whole.points ?? "–"} note={whole.points === null ? undefined : "of 128"} />
        </div>
        <p className="measure">{gradeInWords(whole, outcomes, graded.points)}</p>
        <UnitTable units={units} />
        {recorded && (
          <Notice tone="good" live>
            {recorded}
          </Notice>
        )}
        {recordFor && <RecordGrade learner={recordFor} units={units} wrong={wrong ?? null} />}
      </div>
    </Panel>
  );
}

function UnitTable({ units }: { readonly units: readonly UnitLine[] }) {
  return (
    <DataTable
      caption="Units"
      captionHidden
      layout="cards"
      rows={units}
      rowKey={({ unit }) => unit}
      columns={[
        { key: "unit", heading: "Unit", cell: ({ unit, title }) => `${unit}. ${title}`, rowHeading: true },
        { key: "grade", heading: "Grade", cell: ({ grade }) => (grade ? gradeNames[grade] : "–") },
        { key: "points", heading: "Points", cell: ({ points }) => points ?? "–", numeric: true },
        { key: "from", heading: "From", cell: (line) => cameFrom(line) },
      ]}
    />
  );
}

function cameFrom({ external, grade, by, at }: UnitLine) {
  if (grade === null || at === null) return external ? "The onscreen test, not released yet" : "Not recorded yet";
  return external ? `Best released result, ${dayInLondon(at)}` : `${by}, ${dayInLondon(at)}`;
}

function RecordGrade({
  learner,
  units,
  wrong,
}: {
  readonly learner: string;
  readonly units: readonly UnitLine[];
  readonly wrong: Said | null;
}) {
  const sending = useNavigation().formData?.get("intent") === "unit-grade";
  const internal = units.filter(({ external }) => !external);
  const next = internal.find(({ grade }) => grade === null);
  return (
    // Emptied when a grade is in, so that the next unit without one is offered and no grade is recorded twice.
    <Form key={units.map(({ at }) => at).join()} method="post" className="grid gap-3 border-t border-line pt-4">
      <h3 className="text-lg">Record a grade</h3>
      {wrong && <Refusal title="Not recorded" said={wrong} />}
      <input type="hidden" name="intent" value="unit-grade" />
      <input type="hidden" name="learner" value={learner} />
      <div className="flex flex-wrap items-end gap-4">
        <Select
          label="Unit"
          name="unit"
          defaultValue={next?.unit}
          options={internal.map(({ unit, title }) => ({ value: unit, label: `${unit}. ${title}` }))}
        />
        <Select
          label="Grade"
          name="grade"
          empty="Choose a grade"
          options={grades.toReversed().map((grade) => ({ value: grade, label: gradeNames[grade] }))}
        />
        <Button type="submit" busy={sending && "Recording"}>
          Record
        </Button>
      </div>
      <p className="text-sm text-ink-soft measure">
        A corrected grade is recorded again; the newest counts, and the earlier one is kept.
      </p>
    </Form>
  );
}
