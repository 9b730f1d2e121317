import { forwardRef } from "react";
import { classNames } from "../../components/class-names.ts";
import { Notice } from "../../components/notice.tsx";
import { Panel } from "../../components/panel.tsx";
import { Status } from "../../components/status.tsx";
import type { Body, Interaction } from "../../exam/item/body.ts";
import { interactionsOf } from "../../exam/item/content.ts";
import { wordCount } from "../../exam/item/words-given.ts";
import { steps } from "../../exam/marking/normalise.ts";
import type { PartSeen } from "../../exam/marking/parts.ts";
import type { SameAnswer } from "../../exam/marking/same-answer.ts";
import type { OnDesk } from "./desk.ts";
import { Given } from "./given.tsx";

type Props = { readonly onDesk: OnDesk; readonly prompt: Body };

/** The response in sight: what was written, as it was written, and what rules and colleagues made of it. */
export const ResponsePanel = forwardRef<HTMLDivElement, Props>(function ResponsePanel({ onDesk, prompt }, ref) {
  const { response, words } = onDesk;
  const asked = interactionsOf(prompt);
  const given = (id: string) => response.value[id] ?? [];
  const text = asked.flatMap((interaction) => (isText(interaction) ? given(interaction.response) : [])).join(" ");
  return (
    <div ref={ref} tabIndex={-1} className="rounded-lg outline-offset-2">
      <Panel
        title="Response"
        actions={text !== "" && <p className="text-sm text-ink-soft tabular">{inWords(wordCount(text))}</p>}
      >
        <div className="grid gap-4">
          {words !== null && (
            <Notice tone="warn" title="This mark was not kept">
              {words}
            </Notice>
          )}
          {response.why !== null && (
            <Notice tone="info" title={response.queue === "senior" ? "An examiner was not sure" : "Why it came to you"}>
              <p className="whitespace-pre-line">{response.why}</p>
            </Notice>
          )}
          {response.parts.length === 0 &&
            asked.map((one) => <Given key={one.response} asked={one} value={given(one.response)} />)}
          {response.parts.length > 0 && <Parts parts={response.parts} suggested={response.suggested} />}
          <Same same={response.same} />
        </div>
      </Panel>
    </div>
  );
});

const isText = ({ type }: Interaction) => type === "text-entry" || type === "extended-text";
const inWords = (count: number) => (count === 1 ? "1 word" : `${count} words`);

type PartsProps = { readonly parts: readonly PartSeen[]; readonly suggested: number | null };

/** Which parts a rule knows already, and in what form it compared the others. */
function Parts({ parts, suggested }: PartsProps) {
  return (
    <div className="grid gap-3">
      <ol className="grid gap-3">
        {parts.map((part, index) => (
          <Part
            key={part.response}
            part={part}
            label={part.label || `Answer ${index + 1}`}
            isOnly={parts.length === 1}
          />
        ))}
      </ol>
      {suggested !== null && (
        <p className="text-ink-soft">
          The parts that rules know come to <strong className="text-ink">{inMarks(suggested)}</strong>. You decide on
          the whole.
        </p>
      )}
    </div>
  );
}

function Part({ part, label, isOnly }: { readonly part: PartSeen; readonly label: string; readonly isOnly: boolean }) {
  const changed = part.plain.text !== part.given;
  return (
    <li className={classNames("grid gap-1", !isOnly && "border-s-4 border-line ps-4")}>
      <p className="flex flex-wrap items-baseline justify-between gap-x-4 text-sm text-ink-soft">
        {label}
        <Verdict part={part} />
      </p>
      <p className="text-lg break-words whitespace-pre-wrap">
        {part.given || <span className="italic">Nothing given</span>}
      </p>
      {changed && !part.isRecognised && (
        <p className="text-sm text-ink-soft">
          Compared as “{part.plain.text}” ({part.plain.steps.map((step) => steps[step].words).join(", ")})
        </p>
      )}
    </li>
  );
}

function Verdict({ part: { isRecognised, marks } }: { readonly part: PartSeen }) {
  if (!isRecognised) return <Status tone="warn">For you to decide</Status>;
  const worth = marks === null ? "Known to the rules" : `By rule: ${inMarks(marks)}`;
  return <Status tone={marks === 0 ? "neutral" : "good"}>{worth}</Status>;
}

function Same({ same }: { readonly same: readonly SameAnswer[] }) {
  if (same.length === 0) return null;
  const words = same.map(({ marks, times }) => `${inMarks(marks)} ${times === 1 ? "once" : `${times} times`}`);
  return <p className="text-ink-soft">The same answer was given {words.join(" and ")} before.</p>;
}

export const inMarks = (marks: number) => (marks === 1 ? "1 mark" : `${marks} marks`);
