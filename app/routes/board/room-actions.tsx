import { useState } from "react";
import { LinkButton } from "../../components/button.tsx";
import { DocumentIcon, LockIcon, PauseIcon, PencilIcon, PlayIcon, TickIcon } from "../../components/icons.tsx";
import { stillWaiting, stillWorking, toAdmit, toPause, toResume } from "../../exam/invigilation/room-moves.ts";
import type { Instant } from "../../exam/time/time.ts";
import type { Board, Seat } from "../../live/contract.ts";
import { ActDialog, roomActionsId } from "./act-dialog.tsx";
import { Announce } from "./announce.tsx";
import { formOf, useDraft } from "./drafts.ts";
import { Evacuate } from "./evacuate.tsx";
import { IncidentFields, useIncident } from "./incident-fields.tsx";
import { LostTime } from "./lost-time.tsx";
import { Return } from "./return.tsx";
import { clockSeconds } from "./room-time.ts";
import { StoppedFor, Why } from "./seat-form.tsx";
import { StartRoom } from "./start-room.tsx";
import type { Told } from "./told.ts";
import { ToldLine } from "./told-line.tsx";
import { unreachedWords } from "./unreached-words.ts";
import { useNow, useReadTime } from "./use-room.ts";
import { WillNotSit } from "./will-not-sit.tsx";

type Props = {
  readonly board: Room;
  /** Learners to be started as soon as they are ready. */
  readonly onStartLater: (attempts: readonly string[]) => void;
};

type Room = Pick<Board, "sitting" | "seats">;

export type RoomPart = {
  readonly board: Room;
  readonly onDone: (told: Told & { ok: true }) => void;
};

/** What is done to the whole room, in the order in which a sitting goes. */
export function RoomActions({ board, onStartLater }: Props) {
  const [last, setLast] = useState<{ readonly told: Told; readonly at: Instant } | null>(null);
  const time = useReadTime();
  const part: RoomPart = { board, onDone: (told) => setLast({ told, at: time().now }) };
  const { phase } = board.sitting;
  return (
    <div className="grid gap-2">
      <div id={roomActionsId} tabIndex={-1} className="flex flex-wrap items-center gap-2 outline-none">
        {/* Each of them knows when it is offered, and stays for as long as its question is open. */}
        <Open {...part} />
        <Return {...part} />
        <AdmitAll {...part} />
        <StartRoom {...part} onStartLater={onStartLater} />
        <ResumeAll {...part} />
        <PauseAll {...part} />
        <LostTime {...part} />
        <Announce {...part} />
        {phase !== "planned" && <Incident {...part} />}
        <End {...part} />
        {phase === "ended" && (
          <LinkButton
            href={`/sittings/${board.sitting.id}/report`}
            size="small"
            variant="quiet"
            icon={<DocumentIcon />}
          >
            Report
          </LinkButton>
        )}
        <div className="ms-auto">
          <Evacuate {...part} />
        </div>
      </div>
      {last && (
        <div className="flex flex-wrap gap-x-2 text-sm">
          <span className="tabular text-ink-soft">{clockSeconds(last.at)}</span>
          <ToldLine busy={false} told={last.told} />
        </div>
      )}
    </div>
  );
}

function Open(part: RoomPart) {
  return (
    <ActDialog
      intent="open"
      label="Open the sitting"
      icon={<PlayIcon />}
      variant="primary"
      title="Open the sitting?"
      confirm="Open the sitting"
      offered={part.board.sitting.phase === "planned"}
      meanwhile="Somebody else has opened the sitting."
      onDone={part.onDone}
    >
      <p className="measure">
        Learners can then sign in at their seats. Nobody sees a question before you start the test.
      </p>
    </ActDialog>
  );
}

const learners = (count: number) => `${count} ${count === 1 ? "learner" : "learners"}`;

/** So many names are read; of more the rest is counted. */
export const mostRead = 60;

/** Names, when there are few enough to read. */
export function Who({ seats }: { readonly seats: readonly Seat[] }) {
  return (
    <ul className="grid max-h-48 gap-0.5 overflow-auto text-sm sm:grid-cols-2">
      {seats.slice(0, mostRead).map((seat) => (
        <li key={seat.attempt}>
          <span className="font-bold tabular">{seat.seat}</span> {seat.name}
        </li>
      ))}
      {seats.length > mostRead && <li>and {seats.length - mostRead} more</li>}
    </ul>
  );
}

function AdmitAll({ board, onDone }: RoomPart) {
  const seats = toAdmit(board.seats);
  return (
    <ActDialog
      intent="admit-all"
      label={`Admit everyone here (${seats.length})`}
      icon={<TickIcon />}
      variant="primary"
      title={seats.length === 0 ? "Nobody waits to be admitted" : `Admit ${learners(seats.length)}?`}
      confirm="Admit them"
      offered={board.sitting.phase === "open" && seats.length > 0}
      meanwhile="Somebody else has admitted them, they have signed out, or the sitting has ended."
      onDone={onDone}
      width="wide"
    >
      <p className="measure">You have checked who each of them is. Their computers then load the test, locked.</p>
      <Who seats={seats} />
    </ActDialog>
  );
}

function ResumeAll({ board, onDone }: RoomPart) {
  const seats = toResume(board.seats);
  const { phase, evacuatedAt } = board.sitting;
  return (
    <ActDialog
      intent="resume-all"
      label={`Resume all (${seats.length})`}
      icon={<PlayIcon />}
      variant={seats.length > toPause(board.seats).length ? "primary" : "quiet"}
      title={seats.length === 0 ? "Nobody is left to resume" : `Resume for ${learners(seats.length)}?`}
      confirm="Resume all"
      offered={phase === "open" && evacuatedAt === null && seats.length > 0}
      meanwhile={
        evacuatedAt === null
          ? "Somebody else has resumed them, or their tests have ended."
          : "The room is evacuated. One press brings all tests back when everybody is in their seat again."
      }
      onDone={onDone}
      width="wide"
    >
      <p className="measure">
        The questions come back and every clock goes on from where it stood. Check that everybody is seated.
      </p>
      <Who seats={seats} />
    </ActDialog>
  );
}

function PauseAll({ board, onDone }: RoomPart) {
  const seats = toPause(board.seats);
  const { fields, change } = useDraft(formOf("pause-all"), { cause: "pause", why: "" });
  return (
    <ActDialog
      intent="pause-all"
      label="Pause all"
      icon={<PauseIcon />}
      title={seats.length === 0 ? "No clock is running" : `Pause for ${learners(seats.length)}?`}
      confirm="Pause all"
      offered={board.sitting.phase === "open" && seats.length > 0}
      meanwhile="Somebody else has paused the room, or every test has ended. What you wrote stays here for the next time."
      alsoSay={unreachedWords(board, "hide the questions")}
      onDone={onDone}
    >
      <p className="measure">Every clock stops and the questions are hidden until you resume. Nobody loses time.</p>
      <StoppedFor of={["pause", "technical"]} value={fields.cause} onChoose={(cause) => change({ cause })} />
      <Why id="pause-all-why" value={fields.why} onWrite={(why) => change({ why })} />
    </ActDialog>
  );
}

function Incident({ onDone }: RoomPart) {
  return (
    <ActDialog
      intent="incident"
      label="Write incident"
      icon={<PencilIcon />}
      title="What happened in the room?"
      confirm="Write it down"
      onDone={onDone}
    >
      <p className="text-sm text-ink-soft">About one learner only? Open their seat and write it there.</p>
      <FieldsNow />
    </ActDialog>
  );
}

const FieldsNow = () => <IncidentFields id="room-incident" {...useIncident(useNow())} />;

function End({ board, onDone }: RoomPart) {
  const working = stillWorking(board.seats);
  return (
    <ActDialog
      intent="end"
      label="End sitting"
      icon={<LockIcon />}
      title={working.length === 0 ? "End the sitting?" : "The sitting cannot end yet"}
      confirm="End the sitting"
      offered={board.sitting.phase === "open"}
      meanwhile="Somebody else has ended the sitting."
      notYet={working.length > 0}
      onDone={onDone}
      width="wide"
    >
      {working.length === 0 ? (
        <>
          <p className="measure">
            Nobody is working. Whoever never came is marked absent, and nobody can sign in any more.
          </p>
          <WillNotSit seats={stillWaiting(board.seats)} />
        </>
      ) : (
        <>
          <p className="measure font-bold">
            {learners(working.length)} {working.length === 1 ? "is" : "are"} still working.
          </p>
          <p className="measure">Wait for them to hand in, or end their tests at their seats first.</p>
          <Who seats={working} />
        </>
      )}
    </ActDialog>
  );
}
