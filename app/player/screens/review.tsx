import { type ReactNode, useState } from "react";
import { Button } from "../../components/button.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { LeftIcon, SendIcon } from "../../components/icons.tsx";
import { type ItemState, listed } from "../item-state.ts";
import { useScreen } from "../use-screen.ts";
import { ItemList } from "./item-list.tsx";
import { WorkingFrame } from "./working-frame.tsx";

type Props = {
  readonly states: readonly ItemState[];
  readonly header: ReactNode;
  /** Of the test. */
  readonly title: string;
  /** The number of the question one came from. */
  readonly back: number;
  readonly onGo: (item: string) => void;
  readonly onSubmit: () => void;
};

/** Every question with how it stands, and the way to hand in. */
export function Review({ states, header, title, back, onGo, onSubmit }: Props) {
  const heading = useScreen<HTMLHeadingElement>(`Check your answers, ${title}`);
  const [asking, setAsking] = useState(false);
  const flagged = states.filter((state) => state.flagged).map(({ item }) => item.number);
  const missing = states.filter((state) => !state.answered).map(({ item }) => item.number);
  const from = states.find(({ item }) => item.number === back);

  return (
    <WorkingFrame
      header={header}
      footer={
        <>
          <Button variant="quiet" icon={<LeftIcon />} onClick={() => from && onGo(from.item.id)}>
            Back to question {back}
          </Button>
          <Button icon={<SendIcon />} aria-haspopup="dialog" onClick={() => setAsking(true)}>
            Submit my test
          </Button>
        </>
      }
    >
      <main id="main" className="min-h-0 flex-1 px-4 py-5 @[53rem]/player:overflow-y-auto @[53rem]/player:px-8">
        <div className="mx-auto grid max-w-[72rem] gap-5">
          <div className="grid gap-1">
            <h1 ref={heading} tabIndex={-1} className="text-2xl outline-none">
              Check your answers
            </h1>
            <p className="text-lg text-ink-soft">{summary(states.length, missing, flagged)}</p>
          </div>
          <ItemList states={states} onGo={onGo} />
        </div>
      </main>
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        title="Submit your test?"
        actions={
          <>
            <Button onClick={onSubmit}>Submit my test</Button>
            <Button variant="quiet" onClick={() => setAsking(false)}>
              Keep working
            </Button>
          </>
        }
      >
        <p className="font-bold">{missingWords(missing)}</p>
        <p>This cannot be undone. Nothing can be changed afterwards, even if there is time left.</p>
      </Dialog>
    </WorkingFrame>
  );
}

export function summary(of: number, missing: readonly number[], flagged: readonly number[]): string {
  const answered = `${of - missing.length} of ${of} answered.`;
  return flagged.length === 0 ? answered : `${answered} Flagged for review: ${listed(flagged)}.`;
}

export function missingWords(missing: readonly number[]): string {
  if (missing.length === 0) return "You have answered every question.";
  const questions = missing.length === 1 ? "1 question" : `${missing.length} questions`;
  return `You have not answered ${questions}: ${listed(missing)}.`;
}
