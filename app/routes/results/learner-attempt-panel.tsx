import { DataTable } from "../../components/data-table.tsx";
import { Notice } from "../../components/notice.tsx";
import { Panel } from "../../components/panel.tsx";
import { Stat } from "../../components/stat.tsx";
import { Badge, Status } from "../../components/status.tsx";
import { gradeNames } from "../../exam/awarding/grade.ts";
import type { AreaMarks, LearnerAttempt } from "../../store/views/learner-result.ts";
import { dayInLondon } from "../london-time.ts";
import { waySoFar } from "./progress-words.ts";

/** One attempt as its learner sees it: the result, or what is happening to it. */
export function LearnerAttemptPanel({
  attempt,
  several,
}: {
  readonly attempt: LearnerAttempt;
  readonly several: boolean;
}) {
  const { attemptNumber, form, satAt, result, stage, counts } = attempt;
  return (
    <Panel
      title={attemptNumber === 1 ? "First attempt" : "Resit"}
      lead={`Sat on ${dayInLondon(satAt)}, form ${form}`}
      actions={several && counts ? <Badge tone="good">this one counts</Badge> : undefined}
    >
      {result ? (
        <Released result={result} />
      ) : stage.stage === "void" ? (
        <Notice tone="warn" title="This attempt gives no result">
          Your exams officer can tell you why, and what happens next.
        </Notice>
      ) : (
        <Way stage={stage.stage} />
      )}
    </Panel>
  );
}

function Released({ result }: { readonly result: NonNullable<LearnerAttempt["result"]> }) {
  return (
    <div className="grid gap-5">
      <div className="grid grid-cols-[repeat(auto-fit,minmax(8rem,1fr))] gap-4">
        <Stat label="Grade" value={gradeNames[result.grade]} />
        <Stat label="Points" value={result.points} note="of 32 for this unit" />
        <Stat label="Marks" value={`${result.raw} of ${result.of}`} />
      </div>
      {result.version > 1 && (
        <Notice tone="info">This result replaces an earlier one; your exams officer can explain the change.</Notice>
      )}
      <Areas areas={result.byArea} />
      <p className="text-sm text-ink-soft">Released on {dayInLondon(result.releasedAt)}.</p>
    </div>
  );
}

function Areas({ areas }: { readonly areas: readonly AreaMarks[] }) {
  return (
    <DataTable
      caption="Your marks by topic"
      dense
      rows={areas}
      rowKey={({ area }) => area}
      columns={[
        {
          key: "area",
          heading: "Topic",
          cell: ({ area, title }) => (title ? `${area} ${title}` : area),
          rowHeading: true,
        },
        { key: "marks", heading: "Marks", cell: ({ marks, of }) => `${marks} of ${of}`, numeric: true, width: "7rem" },
      ]}
    />
  );
}

const looks = { done: "good", now: "info", "to come": "neutral" } as const;
const stateWords = { done: "Done", now: "Now", "to come": "To come" } as const;

function Way({ stage }: { readonly stage: Parameters<typeof waySoFar>[0] }) {
  return (
    <div className="grid gap-4">
      <p className="measure">Your result is not there yet. This is where it is on its way:</p>
      <ol className="grid gap-3">
        {waySoFar(stage).map(({ title, words, state }) => (
          <li
            key={title}
            aria-current={state === "now" ? "step" : undefined}
            className="grid gap-x-4 sm:grid-cols-[6rem_minmax(0,1fr)]"
          >
            <Status tone={looks[state]}>{stateWords[state]}</Status>
            <div>
              <p className="font-bold">{title}</p>
              {state === "now" && <p className="text-ink-soft measure">{words}</p>}
            </div>
          </li>
        ))}
      </ol>
      <p className="text-ink-soft measure">
        You can come back to this page with the same candidate number and keycode.
      </p>
    </div>
  );
}
