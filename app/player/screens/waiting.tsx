import { Button } from "../../components/button.tsx";
import { clockWords } from "../../components/clock-words.ts";
import { DescriptionList } from "../../components/description-list.tsx";
import { ClockIcon, LockIcon, TickIcon } from "../../components/icons.tsx";
import { Notice } from "../../components/notice.tsx";
import { Panel } from "../../components/panel.tsx";
import type { Phase } from "../../exam/attempt/attempt.ts";
import type { Room } from "../room.ts";
import type { Snapshot } from "../snapshot.ts";
import { shortTimeOfDay } from "../time-of-day.ts";
import { useLasting } from "../use-lasting.ts";
import { Announcements } from "./announcements.tsx";
import { CalmScreen } from "./calm-screen.tsx";
import { whoOf } from "./who.ts";

type Props = {
  readonly room: Room;
  readonly snapshot: Snapshot;
  readonly onPractice: () => void;
  readonly onInstructions: () => void;
  readonly onDismiss: (id: string) => void;
  readonly onKnown: () => void;
};

/** A line that comes back sooner is nothing to tell of, and a page that has just come has none yet, in milliseconds. */
const worthSaying = 3_000;

/** Everything is there and nothing can be seen yet. */
export function Waiting({ room, snapshot, onPractice, onInstructions, onDismiss, onKnown }: Props) {
  const { state, formHere } = snapshot;
  const phase = state?.phase ?? room.phase;
  const isAway = useLasting(!snapshot.connected, worthSaying);
  const [title, lead] = wordsOf(phase, formHere);
  return (
    <CalmScreen
      title={title}
      lead={lead}
      who={whoOf(room)}
      icon={<LockIcon />}
      banner={<Announcements snapshot={snapshot} onDismiss={onDismiss} onKnown={onKnown} />}
    >
      <div role="status" className={isAway ? undefined : "sr-only"}>
        {isAway && (
          <Notice tone="info" title="The connection is lost, and comes back by itself">
            Nothing is lost. Leave this page open. If this stays here for long, tell the invigilator.
          </Notice>
        )}
      </div>
      <Panel>
        <ol className="mb-4 grid gap-2">
          <Step done>You have signed in</Step>
          <Step done={phase !== "booked"}>The invigilator has let you in</Step>
          <Step done={formHere}>Your test is on this computer, locked</Step>
          <Step done={false}>The invigilator starts the test</Step>
        </ol>
        <DescriptionList
          items={[
            { term: "Test", detail: room.title },
            { term: "Start", detail: `${shortTimeOfDay(room.startsAt)}, seat ${room.seat}` },
            { term: "Time allowed", detail: clockWords(state?.allowance ?? room.allowance) },
          ]}
        />
      </Panel>
      <div className="flex flex-wrap gap-3">
        <Button variant="quiet" onClick={onPractice}>
          Try practice questions
        </Button>
        <Button variant="quiet" onClick={onInstructions}>
          Read how it works again
        </Button>
      </div>
    </CalmScreen>
  );
}

const startsByItself = "Nothing more to do: it opens by itself when the invigilator starts it.";

function wordsOf(phase: Phase, formHere: boolean): readonly [string, string] {
  if (phase === "booked")
    return ["Please wait to be let in", "The invigilator checks who you are and then lets you in."];
  if (!formHere) return ["Your test is on its way to this computer", startsByItself];
  return ["Your test is on this computer, locked until the start", startsByItself];
}

function Step({ done, children }: { readonly done: boolean; readonly children: string }) {
  return (
    <li className={done ? "flex items-baseline gap-2.5" : "flex items-baseline gap-2.5 text-ink-soft"}>
      {done ? (
        <TickIcon label="Done:" className="self-center text-good" />
      ) : (
        <ClockIcon label="Not yet:" className="self-center" />
      )}
      {children}
    </li>
  );
}
