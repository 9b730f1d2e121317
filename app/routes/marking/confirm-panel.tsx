import { Button } from "../../components/button.tsx";
import { Kbd } from "../../components/kbd.tsx";
import { Panel } from "../../components/panel.tsx";
import { TextArea } from "../../components/text-area.tsx";
import type { Choice } from "./desk.ts";
import { inMarks } from "./response-panel.tsx";

type Props = {
  readonly choice: Choice;
  readonly onNote: (comment: string) => void;
  readonly onConfirm: () => void;
  /** Null where nobody is left to ask. */
  readonly onDoubt: (() => void) | null;
};

/** Always in sight: what will be given, and the ways out of a response. */
export function ConfirmPanel({ choice, onNote, onConfirm, onDoubt }: Props) {
  return (
    <Panel aria-label="Decide" className="lg:sticky lg:bottom-2">
      <div className="-my-2 grid gap-2">
        <details open={choice.comment !== "" ? true : undefined}>
          <summary className="rounded-sm py-1 font-bold text-accent">Write a note</summary>
          <TextArea
            label="Note"
            name="comment"
            hint="Kept with the mark. Learners do not see it here."
            rows={2}
            maxLength={2_000}
            value={choice.comment}
            onChange={(event) => onNote(event.currentTarget.value)}
          />
        </details>
        <div className="flex flex-wrap gap-2">
          <Button onClick={onConfirm} className="flex-1">
            {choice.marks === null ? "Confirm" : `Give ${inMarks(choice.marks)}`}{" "}
            <span className="text-ink">
              <Kbd>Enter</Kbd>
            </span>
          </Button>
          {onDoubt && (
            <Button variant="quiet" onClick={onDoubt}>
              Not sure <Kbd>N</Kbd>
            </Button>
          )}
        </div>
      </div>
    </Panel>
  );
}
