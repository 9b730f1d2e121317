import { forwardRef, type ReactNode, useLayoutEffect, useRef, useState } from "react";
import { useAnnounce } from "../../components/announcer.tsx";
import { Button, LinkButton } from "../../components/button.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { Kbd } from "../../components/kbd.tsx";
import { Panel } from "../../components/panel.tsx";
import { useAskBeforeLeaving } from "../../components/use-ask-before-leaving.ts";
import type { MarkingItem } from "../../store/views/marking-item.ts";
import { ConfirmPanel } from "./confirm-panel.tsx";
import { DeskNotices } from "./desk-notices.tsx";
import { DoubtDialog } from "./doubt-dialog.tsx";
import { type DeskKey, typedMarks } from "./keys.ts";
import { KeysDialog } from "./keys-dialog.tsx";
import { QuestionPanel } from "./question-panel.tsx";
import { inMarks, ResponsePanel } from "./response-panel.tsx";
import { SchemePanel } from "./scheme-panel.tsx";
import { type Post, useDesk } from "./use-desk.ts";
import { useKeys } from "./use-keys.ts";

type Props = {
  readonly about: MarkingItem;
  readonly post: Post;
  readonly pause: (tries: number) => Promise<void>;
  readonly onLeave: () => void;
  /** How many decisions the server has not acknowledged; 0 when it is safe to go. */
  readonly onUnsent?: (count: number) => void;
  /** The page around the desk, with room for how far it is and for its tools. */
  readonly frame: (parts: Framed) => ReactNode;
};

type Framed = { readonly progress: ReactNode; readonly tools: ReactNode; readonly desk: ReactNode };

/** Where responses to one question are marked, one after the other, without the hands leaving the keyboard. */
export function MarkingDesk({ about, post, pause, onLeave, onUnsent, frame }: Props) {
  const { item, pictures, examples, queue } = about;
  const { desk, trouble, ...does } = useDesk({ ...about, post, pause });
  const announce = useAnnounce();
  const [dialog, setDialog] = useState<"doubt" | "keys" | null>(null);
  const response = useRef<HTMLDivElement>(null);
  const [current] = desk.pile;
  const points = item.scheme?.kind === "points" ? item.scheme.points : null;

  const confirm = () => {
    performance.mark("examhall:confirmed");
    const marks = current?.choice.marks ?? null;
    if (does.give(points !== null)) announce(`${inMarks(marks ?? 0)} given.`);
    else if (current) announce("Choose the marks first. 0 is a mark too.", { show: true, tone: "warn" });
  };
  const undo = () => {
    if (!does.undo()) announce("There is nothing to undo.", { show: true, tone: "info" });
  };
  const point = (id: string) => points && does.togglePoint(id, { points, maxMark: item.maxMark });
  const digit = (figure: number) => {
    const named = points?.[figure - 1];
    if (points === null) {
      const marks = typedMarks(current?.choice.marks ?? null, { digit: figure, maxMark: item.maxMark });
      does.choose({ marks });
    } else if (figure === 0) does.choose({ marks: 0, points: [] });
    else if (named) point(named.id);
  };
  const { lettersOn, setLetters } = useKeys((key: DeskKey) => {
    switch (key.does) {
      case "digit":
        return digit(key.digit);
      case "confirm":
        return confirm();
      case "undo":
        return undo();
      case "doubt":
        return current && queue === "examiner" ? setDialog("doubt") : undefined;
      case "leave":
        return onLeave();
      case "keys":
        return setDialog("keys");
      case "stop-typing":
        return response.current?.focus();
    }
  });

  const task = current?.response.task;
  const before = useRef(task);
  useLayoutEffect(() => {
    if (before.current !== undefined && before.current !== task) {
      bringIntoSight(response.current);
      measure();
    }
    before.current = task;
  }, [task]);
  const unsent = desk.unsent.length;
  useLayoutEffect(() => onUnsent?.(unsent), [unsent, onUnsent]);
  useAskBeforeLeaving(unsent > 0);

  const progress = (
    <span className="tabular">
      {desk.marked} marked today, {desk.left} waiting
    </span>
  );
  const tools = <Tools onUndo={undo} onLeave={onLeave} onKeys={() => setDialog("keys")} />;
  const work = (
    <div className="grid gap-4">
      <DeskNotices unsent={unsent} trouble={trouble} lost={desk.lost} onDismiss={does.dismissLost} />
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1.15fr)_minmax(0,1fr)]">
        <div className="grid gap-4 lg:sticky lg:top-4">
          <QuestionPanel item={item} pictures={pictures} />
          {current ? (
            <ResponsePanel key={task} ref={response} onDesk={current} prompt={item.prompt} />
          ) : (
            <NothingThere ref={response} isFetching={desk.isFetching} onLook={does.fetchMore} />
          )}
        </div>
        {current && (
          <div className="grid gap-4 lg:sticky lg:top-4">
            <SchemePanel
              item={item}
              pictures={pictures}
              examples={examples}
              choice={current.choice}
              onMarks={(marks) => does.choose({ marks, points: [] })}
              onPoint={point}
            />
            <ConfirmPanel
              key={task}
              choice={current.choice}
              onNote={(comment) => does.choose({ comment })}
              onConfirm={confirm}
              onDoubt={queue === "examiner" ? () => setDialog("doubt") : null}
            />
          </div>
        )}
      </div>
      <DoubtDialog
        open={dialog === "doubt"}
        onClose={() => setDialog(null)}
        onSend={(why) => {
          setDialog(null);
          does.sendToSenior(why);
          announce("Sent to a senior examiner.");
        }}
      />
      <KeysDialog
        open={dialog === "keys"}
        onClose={() => setDialog(null)}
        item={item}
        lettersOn={lettersOn}
        onLetters={setLetters}
      />
    </div>
  );
  return frame({ progress, tools, desk: work });
}

type ToolsProps = { readonly onUndo: () => void; readonly onLeave: () => void; readonly onKeys: () => void };

const Tools = ({ onUndo, onLeave, onKeys }: ToolsProps) => (
  <>
    <Button size="small" variant="quiet" onClick={onUndo}>
      Undo <Kbd>U</Kbd>
    </Button>
    <Button size="small" variant="quiet" onClick={onLeave}>
      Pause <Kbd>P</Kbd>
    </Button>
    <Button size="small" variant="plain" onClick={onKeys}>
      Keys <Kbd>?</Kbd>
    </Button>
  </>
);

type NothingProps = { readonly isFetching: boolean; readonly onLook: () => void };

const NothingThere = forwardRef<HTMLDivElement, NothingProps>(function NothingThere({ isFetching, onLook }, ref) {
  return (
    <div ref={ref} tabIndex={-1} className="rounded-lg outline-offset-2">
      <Panel>
        {isFetching ? (
          <EmptyState title="Fetching responses" />
        ) : (
          <EmptyState
            title="Nothing to mark for this question"
            actions={
              <>
                <LinkButton href="/marking">Back to all questions</LinkButton>
                <Button variant="quiet" onClick={onLook}>
                  Look again
                </Button>
              </>
            }
          >
            Everything you may mark here is marked or with a colleague.
          </EmptyState>
        )}
      </Panel>
    </div>
  );
});

/** Takes the focus, and moves the page only when the beginning of the response is above it. */
function bringIntoSight(element: HTMLElement | null) {
  element?.focus({ preventScroll: true });
  if (element && element.getBoundingClientRect().top < 0) element.scrollIntoView({ block: "start" });
}

/** How long a confirmed response takes to make room for the next; read by the journeys. */
function measure() {
  if (performance.getEntriesByName("examhall:confirmed").length === 0) return;
  performance.measure("examhall:next response", "examhall:confirmed");
  performance.clearMarks("examhall:confirmed");
}
