import { Form } from "@remix-run/react";
import { ConfirmButton } from "../../components/confirm-button.tsx";
import { Panel } from "../../components/panel.tsx";
import { Stat } from "../../components/stat.tsx";
import { type GradeCounts, whoGetsWhat } from "../../exam/awarding/compare-boundaries.ts";
import { gradeNames, grades } from "../../exam/awarding/grade.ts";
import type { AwardedCandidate, BoundaryVersion } from "../../store/views/awarding-form.ts";
import type { StageCounts } from "../../store/views/awarding-forms.ts";

type Props = {
  readonly name: string;
  readonly stages: StageCounts;
  readonly inForce: BoundaryVersion | null;
  readonly candidates: readonly AwardedCandidate[];
};

/** Where the form's attempts stand, and the button that lets the results out. */
export function ReleasePanel({ name, stages, inForce, candidates }: Props) {
  const waiting = candidates.filter(({ issued }) => issued === null);
  return (
    <Panel title="Release">
      <div className="grid gap-4">
        <div className="grid grid-cols-[repeat(auto-fit,minmax(6rem,1fr))] gap-4">
          <Stat label="Being marked" value={stages.marking} />
          <Stat
            label="Awaiting award"
            value={stages["awaiting-award"]}
            tone={stages["awaiting-award"] > 0 ? "warn" : "neutral"}
          />
          <Stat label="Ready to release" value={stages.graded} tone={stages.graded > 0 ? "info" : "neutral"} />
          <Stat label="Released" value={stages.issued} />
        </div>
        {inForce === null ? (
          <p className="text-ink-soft">Results wait until the form has boundaries.</p>
        ) : stages.graded === 0 ? (
          <p className="text-ink-soft">Nothing is waiting to be released.</p>
        ) : (
          <div>
            <ConfirmButton
              label={`Release ${results(stages.graded)}`}
              title={`Release ${results(stages.graded)} for ${name}?`}
              variant="primary"
              confirmLabel="Release"
              consequences={<Consequences inForce={inForce} counts={whoGetsWhat(raws(waiting), inForce).counts} />}
              form={{ fields: { intent: "release", expect: String(stages.graded) }, as: Form }}
            />
          </div>
        )}
      </div>
    </Panel>
  );
}

function Consequences({ inForce, counts }: { readonly inForce: BoundaryVersion; readonly counts: GradeCounts }) {
  return (
    <div className="grid gap-3">
      <p>
        Under version {inForce.version} of the boundaries (Pass {inForce.P}, Merit {inForce.M}, Distinction {inForce.D}
        ): {inGrades(counts)}.
      </p>
      <p>
        Learners and their centres see these results at once. A released result cannot be taken back; a changed one is
        issued as a new version beside it. Learners who have a resit left may then book it.
      </p>
    </div>
  );
}

export const results = (n: number) => (n === 1 ? "1 result" : `${n} results`);

const raws = (candidates: readonly AwardedCandidate[]) =>
  candidates.map(({ reference, raw }) => ({ candidate: reference, raw }));

const inGrades = (counts: GradeCounts) =>
  grades
    .toReversed()
    .map((grade) => `${counts[grade]} ${gradeNames[grade]}`)
    .join(", ");
