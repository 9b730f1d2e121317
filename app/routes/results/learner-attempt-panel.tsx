import { Disclosure } from "../../components/disclosure.tsx";
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
  const { attemptNumber, form, satAt, result, stage, counts, isThis } = attempt;
  return (
    <Panel
      title={attemptNumber === 1 ? "First attempt" : "Resit"}
      lead={`Sat on ${dayInLondon(satAt)}, form ${form}`}
      actions={several && counts ? <Badge tone="good">this one counts</Badge> : undefined}
    >
      {result ? (
        <Released result={result} open={isThis} />
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

function Released({
  result,
  open,
}: {
  readonly result: NonNullable<LearnerAttempt["result"]>;
  readonly open: boolean;
}) {
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
      <Disclosure summary="Your marks by topic" open={open}>
        <Areas areas={result.byArea} />
      </Disclosure>
      <p className="text-sm text-ink-soft">Released on {dayInLondon(result.releasedAt)}.</p>
    </div>
  );
}

function Areas({ areas }: { readonly areas: readonly AreaMarks[] }) {
  return (
    <table className="w-full border-collapse tabular">
      <caption className="sr-only">Your marks by topic</caption>
      <thead>
        <tr className="border-b-[1.5px] border-line-strong text-sm">
          <th scope="col" className="py-1.5 text-start">
            Topic
          </th>
          <th scope="col" className="py-1.5 ps-4 text-end">
            Marks
          </th>
        </tr>
      </thead>
      <tbody>
        {areas.map(({ area, title, marks, of }) => (
          <tr key={area} className="border-b border-line align-baseline last:border-b-0">
            <th scope="row" className="py-1.5 text-start font-normal">
              {title ?? `Topic ${area}`}
            </th>
            <td className="py-1.5 ps-4 text-end whitespace-nowrap">
              <strong>{marks}</strong> of {of}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
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
            <p>
              <Status tone={looks[state]}>{stateWords[state]}</Status>
            </p>
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
