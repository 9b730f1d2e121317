import { useRef, useState } from "react";
import { Checkbox } from "../../components/checkbox.tsx";
import { PlayIcon } from "../../components/icons.tsx";
import { Notice } from "../../components/notice.tsx";
import { startList } from "../../exam/invigilation/room-moves.ts";
import { ActDialog } from "./act-dialog.tsx";
import { mostRead, type RoomPart, Who } from "./room-actions.tsx";

type Props = RoomPart & { readonly onStartLater: (attempts: readonly string[]) => void };

/** Starts whoever is ready, having said who is not and why. */
export function StartRoom({ board, onDone, onStartLater }: Props) {
  const [later, setLater] = useState(false);
  const { ready, waiting } = startList(board.seats);
  const startLater = () => onStartLater(waiting.map(({ seat }) => seat.attempt));
  // Whoever becomes ready before the answer is here is none of those who were started, and none of those who still wait.
  const notReadyThen = useRef<readonly string[]>([]);
  const { phase, evacuatedAt } = board.sitting;
  const someReady = ready.length > 0;
  const unreachable = ready.filter(({ connection }) => connection !== "connected");
  return (
    <ActDialog
      intent="start-all"
      label={`Start all (${ready.length} ready)`}
      icon={<PlayIcon />}
      variant={someReady ? "primary" : "quiet"}
      title={title(ready.length)}
      confirm={someReady ? `Start ${ready.length} now` : "Start each as soon as they are ready"}
      instead={someReady ? undefined : startLater}
      width="wide"
      offered={phase === "open" && evacuatedAt === null && ready.length + waiting.length > 0}
      meanwhile={
        evacuatedAt === null
          ? "Nobody is left to start: somebody else was quicker, or the sitting has ended."
          : "The room is evacuated. Start when everybody is back."
      }
      onSend={() => {
        notReadyThen.current = waiting.map(({ seat }) => seat.attempt);
      }}
      onDone={(told) => {
        if (later) onStartLater(notReadyThen.current);
        onDone(told);
      }}
    >
      <p className="measure">
        {someReady
          ? "The questions appear and the clocks run at the same moment for everybody who is ready."
          : "You can wait for them, or let each start when they are ready, for as long as this board stays open here."}
      </p>
      {unreachable.length > 0 && (
        <Notice tone="warn" title="Ready, and not connected now">
          Their clocks would run too.
          <Who seats={unreachable} />
        </Notice>
      )}
      {waiting.length > 0 && (
        <div className="grid gap-2">
          <p className="font-bold">Not ready yet:</p>
          <ul className="grid max-h-48 gap-0.5 overflow-auto text-sm">
            {waiting.slice(0, mostRead).map(({ seat, why }) => (
              <li key={seat.attempt}>
                <span className="font-bold tabular">{seat.seat}</span> {seat.name} {why}
              </li>
            ))}
            {waiting.length > mostRead && (
              <li>and {waiting.length - mostRead} more: choose “Not started” on the board</li>
            )}
          </ul>
          {someReady && (
            <Checkbox
              id="start-later"
              label="Start each of them as soon as they are ready"
              hint="This works for as long as this board stays open here."
              checked={later}
              onChange={(event) => setLater(event.currentTarget.checked)}
            />
          )}
        </div>
      )}
    </ActDialog>
  );
}

function title(ready: number) {
  if (ready === 0) return "Nobody is ready yet";
  return ready === 1 ? "Start 1 learner?" : `Start ${ready} learners?`;
}
