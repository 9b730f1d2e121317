import { useEffect, useState } from "react";
import { Button } from "../../components/button.tsx";
import { LeftIcon, RightIcon } from "../../components/icons.tsx";
import type { LearnerForm } from "../../exam/item/learner-item.ts";
import type { ItemResponse } from "../../exam/item/response.ts";
import { CalmScreen } from "./calm-screen.tsx";
import { Question } from "./question.tsx";
import { TestHeader } from "./test-header.tsx";
import { WorkingFrame } from "./working-frame.tsx";

type Props = { readonly who: string; readonly onDone: () => void };
type Fetched =
  | { readonly kind: "coming" }
  | { readonly kind: "here"; readonly form: LearnerForm }
  | { readonly kind: "none" };

/** Questions to try the controls on. What is done here stays here and is forgotten. */
export function Practice({ who, onDone }: Props) {
  const [fetched, setFetched] = useState<Fetched>({ kind: "coming" });
  useEffect(() => {
    const leave = new AbortController();
    practiceForm(leave.signal)
      .then((form) => setFetched(form === null ? { kind: "none" } : { kind: "here", form }))
      .catch(() => leave.signal.aborted || setFetched({ kind: "none" }));
    return () => leave.abort();
  }, []);
  switch (fetched.kind) {
    case "coming":
      return <CalmScreen title="Fetching the practice questions" who={who} />;
    case "none":
      return (
        <CalmScreen title="There are no practice questions" lead="Your test is not affected by this." who={who}>
          <div>
            <Button onClick={onDone}>Go back</Button>
          </div>
        </CalmScreen>
      );
    case "here":
      return <PracticeTest form={fetched.form} who={who} onDone={onDone} />;
  }
}

async function practiceForm(signal: AbortSignal): Promise<LearnerForm | null> {
  const answer = await fetch("/exam/practice", { signal, cache: "no-store" });
  if (!answer.ok) return null;
  const { form } = (await answer.json()) as { readonly form: LearnerForm };
  return form;
}

const nothing = {};

function PracticeTest({ form, who, onDone }: Props & { readonly form: LearnerForm }) {
  const [index, setIndex] = useState(0);
  const [answers, setAnswers] = useState<Readonly<Record<string, ItemResponse>>>({});
  const item = form.items[index];
  if (item === undefined) return null;
  return (
    <WorkingFrame
      header={
        <TestHeader
          title="Practice: nothing here is recorded"
          who={who}
          actions={
            <Button size="small" variant="quiet" onClick={onDone}>
              Leave practice
            </Button>
          }
        />
      }
      footer={
        <>
          <Button variant="quiet" icon={<LeftIcon />} disabled={index === 0} onClick={() => setIndex(index - 1)}>
            Previous
          </Button>
          {index === form.items.length - 1 ? (
            <Button onClick={onDone}>Finish practice</Button>
          ) : (
            <Button onClick={() => setIndex(index + 1)}>
              Next <RightIcon />
            </Button>
          )}
        </>
      }
    >
      <Question
        title="Practice"
        form={form}
        item={item}
        response={answers[item.id] ?? nothing}
        onAnswer={(id, response) => setAnswers((before) => ({ ...before, [id]: response }))}
        seed="practice"
      />
    </WorkingFrame>
  );
}
