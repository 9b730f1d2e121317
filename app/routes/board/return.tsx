import { PlayIcon } from "../../components/icons.tsx";
import { TextArea } from "../../components/text-area.tsx";
import { notReached, toReturn } from "../../exam/invigilation/room-moves.ts";
import { ActDialog } from "./act-dialog.tsx";
import type { RoomPart } from "./room-actions.tsx";

/** Brings every test back as it was, and ends the incident of the evacuation. */
export function Return({ board, onDone }: RoomPart) {
  const out = toReturn(board.seats).length;
  const unreached = notReached(board.seats).length;
  return (
    <ActDialog
      intent="return"
      label="Return: bring all tests back"
      icon={<PlayIcon />}
      variant="primary"
      title="Is everybody back in their seat?"
      confirm="Bring all tests back"
      onDone={onDone}
      width="wide"
    >
      <p className="measure">
        {out === 1 ? "1 test goes on" : `${out} tests go on`} at the same question, with the same answers and all the
        time there was. Whoever was paused before stays paused, and nobody is started who had not begun.
      </p>
      {unreached > 0 && (
        <p className="measure font-bold">
          {unreached === 1 ? "1 computer is" : `${unreached} computers are`} not connected. Their clocks go on too: see
          to them first, or pause them.
        </p>
      )}
      <TextArea
        id="return-narrative"
        name="narrative"
        label="What happened"
        hint="Added to the incident, which ends now. You can leave this empty."
        rows={3}
        maxLength={2000}
      />
    </ActDialog>
  );
}
