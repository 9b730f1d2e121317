import { Form, useNavigation } from "@remix-run/react";
import { useState } from "react";
import { ConfirmButton } from "../../components/confirm-button.tsx";
import type { QuestionAside } from "../../exam/proof/set-aside.ts";
import type { AsideTestPage } from "../../store/views/aside-test.ts";
import { choiceField, choiceValue } from "./choices.ts";
import { placeWords } from "./origin-words.ts";
import { QuestionChoice } from "./question-choice.tsx";

type Chosen = Readonly<Record<number, number | null>>;

/** Every question with its answers side by side; what the order of writing speaks for is chosen until somebody chooses. */
export function DecisionForm({ test }: { readonly test: AsideTestPage }) {
  const { questions, asked, seen, isReleased } = test;
  const [chosen, setChosen] = useState<Chosen>(() =>
    Object.fromEntries(questions.map(({ number, open, proposed, marked }) => [number, open ? proposed : marked])),
  );
  const sending = useNavigation().state !== "idle";
  const choices = questions.map(({ number }) => [choiceField(number), choiceValue(chosen[number] ?? null)]);
  return (
    <div className="grid gap-6">
      {questions.map((question) => (
        <QuestionChoice
          key={question.number}
          question={question}
          item={asked.items.find(({ number }) => number === question.number) ?? null}
          pictures={asked.pictures}
          chosen={chosen[question.number] ?? null}
          onChoose={isReleased ? null : (position) => setChosen({ ...chosen, [question.number]: position })}
        />
      ))}
      {!isReleased && (
        <div>
          <ConfirmButton
            label={questions.length === 1 ? "Decide on this question" : `Decide on ${questions.length} questions`}
            title="Is this what is to be marked?"
            variant="primary"
            busy={sending && "Deciding"}
            consequences={<Consequences questions={questions} chosen={chosen} />}
            confirmLabel="Decide"
            reason={{
              label: "Why",
              name: "why",
              hint: "Kept with the decision and your name. An appeal will be answered with it.",
              required: true,
            }}
            form={{ method: "post", as: Form, fields: { seen: String(seen), ...Object.fromEntries(choices) } }}
          />
        </div>
      )}
    </div>
  );
}

function Consequences({
  questions,
  chosen,
}: {
  readonly questions: readonly QuestionAside[];
  readonly chosen: Chosen;
}) {
  return (
    <div className="grid gap-2">
      <ul className="list-disc ps-5">
        {questions.map((question) => (
          <li key={question.number}>
            Question {question.number}: <strong>{chosenWords(question, chosen[question.number] ?? null)}</strong>
          </li>
        ))}
      </ul>
      <p>
        Nothing is removed. An answer that was not marked before is marked by rule or goes to an examiner; one that was
        keeps its marks. Up to the release you can decide again.
      </p>
    </div>
  );
}

function chosenWords({ counted, aside }: QuestionAside, position: number | null) {
  const answer = aside.find((one) => one.position === position) ?? counted;
  return answer === null ? "nothing, as it stood at the end" : placeWords(answer).toLowerCase();
}
