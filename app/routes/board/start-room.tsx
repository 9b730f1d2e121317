import { useState } from "react";
import { Checkbox } from "../../components/checkbox.tsx";
import { PlayIcon } from "../../components/icons.tsx";
import { Notice } from "../../components/notice.tsx";
import { startList } from "../../exam/invigilation/room-moves.ts";
import { ActDialog } from "./act-dialog.tsx";
import { type RoomPart, Who } from "./room-actions.tsx";

type Props = RoomPart & { readonly onStartLater: (attempts: readonly string[]) => void };

/** Starts whoever is ready, having said who is not and why. */
export function StartRoom({ board, onDone, onStartLater }: Props) {
  const [later, setLater] = useState(false);
  const { ready, waiting } = startList(board.seats);
  const unreachable = ready.filter(({ connection }) => connection !== "connected");
  return (
    <ActDialog
      intent="start-all"
      label={`Start all (${ready.length} ready)`}
      icon={<PlayIcon />}
      variant={ready.length > 0 ? "primary" : "quiet"}
      title={ready.length === 1 ? "Start 1 learner?" : `Start ${ready.length} learners?`}
      confirm={`Start ${ready.length} now`}
      width="wide"
      onDone={(told) => {
        if (later) onStartLater(waiting.map(({ seat }) => seat.attempt));
        onDone(told);
      }}
    >
      <p className="measure">The questions appear and the clocks run at the same moment for everybody who is ready.</p>
      {unreachable.length > 0 && (
        <Notice tone="warn" title="Ready, and not connected now">
          Their clocks would run too.
          <Who seats={unreachable} />
        </Notice>
      )}
      {waiting.length > 0 && (
        <div className="grid gap-2">
          <p className="font-bold">Not ready, so they do not start now:</p>
          <ul className="grid max-h-48 gap-0.5 overflow-auto text-sm">
            {waiting.map(({ seat, why }) => (
              <li key={seat.attempt}>
                <span className="font-bold tabular">{seat.seat}</span> {seat.name} {why}
              </li>
            ))}
          </ul>
          <Checkbox
            id="start-later"
            label="Start each of them as soon as they are ready"
            hint="This works for as long as this board stays open here."
            checked={later}
            onChange={(event) => setLater(event.currentTarget.checked)}
          />
        </div>
      )}
    </ActDialog>
  );
}
