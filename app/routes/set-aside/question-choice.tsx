import { useId } from "react";
import { classNames } from "../../components/class-names.ts";
import { Disclosure } from "../../components/disclosure.tsx";
import { Badge } from "../../components/status.tsx";
import type { Body } from "../../exam/item/body.ts";
import type { LearnerForm } from "../../exam/item/learner-item.ts";
import { wordsGiven } from "../../exam/item/words-given.ts";
import type { QuestionAside, WrittenAnswer } from "../../exam/proof/set-aside.ts";
import { clockSeconds } from "../board/room-time.ts";
import { inLondon } from "../london-time.ts";
import { QuestionWords } from "../marking/question-panel.tsx";
import { AnswerWords } from "./answer-words.tsx";
import { choiceField, choiceValue } from "./choices.ts";
import { againstWords, placeWords } from "./origin-words.ts";

type Props = {
  readonly question: QuestionAside;
  readonly item: LearnerForm["items"][number] | null;
  readonly pictures: LearnerForm["pictures"];
  readonly chosen: number | null;
  /** Null where nothing can be decided any more. */
  readonly onChoose: ((position: number | null) => void) | null;
};

/** One question with all its answers side by side, to choose one. */
export function QuestionChoice({ question, item, pictures, chosen, onChoose }: Props) {
  const { number, counted, aside, ruling, marked, open, proposed } = question;
  const columns: readonly { readonly position: number | null; readonly answer: WrittenAnswer | null }[] = [
    ...aside.map((answer) => ({ position: answer.position, answer })),
    { position: null, answer: counted },
  ];
  return (
    <fieldset className="min-w-0 rounded-lg border border-line bg-surface p-5 shadow-raised">
      <legend className="sr-only">Question {number}: which answer is marked</legend>
      <div className="grid gap-4">
        <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
          <h2 className="text-xl">Question {number}</h2>
          {open && <Badge tone="warn">To decide</Badge>}
        </div>
        {item && (
          <Disclosure summary="What was asked">
            <QuestionWords body={item.body} pictures={pictures} />
          </Disclosure>
        )}
        <div className="grid grid-cols-[repeat(auto-fit,minmax(min(19rem,100%),1fr))] gap-4">
          {columns.map(({ position, answer }) => (
            <Answer
              key={choiceValue(position)}
              name={choiceField(number)}
              body={item?.body ?? []}
              {...{ position, answer, onChoose }}
              beside={position === null ? (aside.at(-1) ?? null) : counted}
              isChosen={chosen === position}
              isMarked={!open && marked === position}
              isProposed={open && proposed === position}
            />
          ))}
        </div>
        {ruling && (
          <p className="text-sm text-ink-soft measure">
            Decided {inLondon(ruling.at)} by {ruling.by}: {ruling.why}
            {ruling.version > 1 && ` (decision ${ruling.version} about this question)`}
          </p>
        )}
      </div>
    </fieldset>
  );
}

type AnswerProps = Pick<Props, "onChoose"> & {
  readonly name: string;
  readonly body: Body;
  readonly position: number | null;
  readonly answer: WrittenAnswer | null;
  /** What its words are compared with. */
  readonly beside: WrittenAnswer | null;
  readonly isChosen: boolean;
  readonly isMarked: boolean;
  readonly isProposed: boolean;
};

function Answer({ name, body, position, answer, beside, isChosen, isMarked, isProposed, onChoose }: AnswerProps) {
  const id = useId();
  const heading = answer === null ? "As it stood at the end: nothing" : placeWords(answer);
  const against = answer && againstWords(answer);
  return (
    <div
      className={classNames(
        "grid min-w-0 content-start gap-3 rounded-md border-2 p-4",
        isChosen ? "border-accent" : "border-line",
      )}
    >
      <div className="grid gap-1">
        {onChoose === null ? (
          <h3 className="text-base">{heading}</h3>
        ) : (
          <label className="flex items-start gap-2.5 font-bold">
            <input
              type="radio"
              name={name}
              value={choiceValue(position)}
              checked={isChosen}
              onChange={() => onChoose(position)}
              aria-describedby={`${id}-facts`}
              className="mt-[0.2em] size-[1.2em] shrink-0"
            />
            <span>{heading}</span>
          </label>
        )}
        <div id={`${id}-facts`} className="grid gap-1 text-sm text-ink-soft tabular">
          {answer && <p>{factsOf(answer, body)}</p>}
          {against && <p className="font-bold text-warn">{against}</p>}
          <p className="flex flex-wrap gap-1.5">
            {isMarked && <Badge tone="info">Marked now</Badge>}
            {isProposed && <Badge tone="good">Proposed: the learner's last word in time</Badge>}
          </p>
        </div>
      </div>
      {answer && <AnswerWords body={body} response={answer.response} beside={beside?.response ?? {}} />}
    </div>
  );
}

function factsOf({ writtenAt, receivedAt, response }: WrittenAnswer, body: Body) {
  const words = wordsGiven({ body }, response);
  const facts = [`Written ${clockSeconds(writtenAt)}`, `arrived ${clockSeconds(receivedAt)}`];
  return [...facts, ...(words === null ? [] : [words === 1 ? "1 word" : `${words} words`])].join(", ");
}
