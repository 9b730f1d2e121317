import { useEffect, useLayoutEffect, useRef, useState } from "react";
import { useAnnounce } from "../../components/announcer.tsx";
import { Button, LinkButton } from "../../components/button.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { Kbd } from "../../components/kbd.tsx";
import { Panel } from "../../components/panel.tsx";
import { TextArea } from "../../components/text-area.tsx";
import type { ExaminerItem } from "../../exam/item/for-examiner.ts";
import type { WorkedResponse } from "../../exam/item/item.ts";
import type { Queue } from "../../exam/marking/task.ts";
import { DeskNotices } from "./desk-notices.tsx";
import { DoubtDialog } from "./doubt-dialog.tsx";
import { type DeskKey, typedMarks } from "./keys.ts";
import { KeysDialog } from "./keys-dialog.tsx";
import { QuestionPanel } from "./question-panel.tsx";
import { inMarks, ResponsePanel } from "./response-panel.tsx";
import { SchemePanel } from "./scheme-panel.tsx";
import { type Post, useDesk } from "./use-desk.ts";
import { useKeys } from "./use-keys.ts";

/** What the server says of one question; the responses follow. */
export type DeskAbout = {
  readonly item: ExaminerItem;
  readonly version: string;
  readonly queue: Queue;
  readonly examples: readonly WorkedResponse[];
  readonly pictures: Readonly<Record<string, string>>;
  readonly waiting: number;
  readonly markedToday: number;
  readonly decided: readonly string[];
};

type Props = {
  readonly about: DeskAbout;
  readonly post: Post;
  readonly pause: (tries: number) => Promise<void>;
  readonly onLeave: () => void;
  /** How many decisions the server has not acknowledged; 0 when it is safe to go. */
  readonly onUnsent?: (count: number) => void;
};

/** Where responses to one question are marked, one after the other, without the hands leaving the keyboard. */
export function MarkingDesk({ about, post, pause, onLeave, onUnsent }: Props) {
  const { item, pictures, examples, queue } = about;
  const { desk, trouble, ...does } = useDesk({ ...about, post, pause });
  const announce = useAnnounce();
  const [dialog, setDialog] = useState<"doubt" | "keys" | null>(null);
  const response = useRef<HTMLElement>(null);
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
    if (before.current !== undefined && task !== undefined && before.current !== task) {
      response.current?.focus();
      measure();
    }
    before.current = task;
  }, [task]);
  const unsent = desk.unsent.length;
  useEffect(() => onUnsent?.(unsent), [unsent, onUnsent]);
  useUnsentWarning(unsent > 0);

  return (
    <div className="grid gap-4">
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <p className="tabular">
          <strong>{desk.marked}</strong> marked today, <strong>{desk.left}</strong> waiting
        </p>
        <div className="flex flex-wrap gap-2">
          <Button size="small" variant="quiet" onClick={undo}>
            Undo <Kbd>U</Kbd>
          </Button>
          <Button size="small" variant="quiet" onClick={onLeave}>
            Pause <Kbd>P</Kbd>
          </Button>
          <Button size="small" variant="plain" onClick={() => setDialog("keys")}>
            Keys <Kbd>?</Kbd>
          </Button>
        </div>
      </div>
      <DeskNotices unsent={unsent} trouble={trouble} lost={desk.lost} onDismiss={does.dismissLost} />
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1.15fr)_minmax(0,1fr)]">
        <div className="grid gap-4">
          <QuestionPanel item={item} pictures={pictures} />
          {current ? (
            <ResponsePanel key={task} ref={response} onDesk={current} prompt={item.prompt} />
          ) : (
            <NothingThere isFetching={desk.isFetching} onLook={does.fetchMore} />
          )}
        </div>
        {current && (
          <div className="grid gap-4 lg:sticky lg:top-4 lg:max-h-[calc(100dvh-2rem)] lg:overflow-y-auto">
            <SchemePanel
              item={item}
              pictures={pictures}
              examples={examples}
              choice={current.choice}
              onMarks={(marks) => does.choose({ marks, points: [] })}
              onPoint={point}
            />
            <Panel className="lg:sticky lg:bottom-0">
              <div className="grid gap-3 pt-1">
                <details key={task} open={current.choice.comment !== ""}>
                  <summary className="rounded-sm py-1 font-bold text-accent">Write a note</summary>
                  <TextArea
                    label="Note"
                    name="comment"
                    hint="Kept with the mark. Learners do not see it here."
                    rows={2}
                    maxLength={2_000}
                    value={current.choice.comment}
                    onChange={(event) => does.choose({ comment: event.currentTarget.value })}
                  />
                </details>
                <div className="flex flex-wrap gap-2">
                  <Button onClick={confirm} className="flex-1">
                    {current.choice.marks === null ? "Confirm" : `Give ${inMarks(current.choice.marks)}`}{" "}
                    <Kbd>Enter</Kbd>
                  </Button>
                  {queue === "examiner" && (
                    <Button variant="quiet" onClick={() => setDialog("doubt")}>
                      Not sure <Kbd>N</Kbd>
                    </Button>
                  )}
                </div>
              </div>
            </Panel>
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
}

type NothingProps = { readonly isFetching: boolean; readonly onLook: () => void };

function NothingThere({ isFetching, onLook }: NothingProps) {
  return (
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
  );
}

/** How long a confirmed response takes to make room for the next; read by the journeys. */
function measure() {
  if (performance.getEntriesByName("examhall:confirmed").length === 0) return;
  performance.measure("examhall:next response", "examhall:confirmed");
  performance.clearMarks("examhall:confirmed");
}

/** The browser asks before it throws away what has not been sent. */
function useUnsentWarning(isUnsent: boolean) {
  useEffect(() => {
    if (!isUnsent) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, [isUnsent]);
}
