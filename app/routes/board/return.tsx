import { useState } from "react";
import { PlayIcon } from "../../components/icons.tsx";
import { TextArea } from "../../components/text-area.tsx";
import { notReached, toReturn } from "../../exam/invigilation/room-moves.ts";
import { clockInLondon } from "../london-time.ts";
import { ActDialog } from "./act-dialog.tsx";
import { formOf, useDraft } from "./drafts.ts";
import type { RoomPart } from "./room-actions.tsx";

/**
 * Brings every test back as it was, and ends the incident of the evacuation. When somebody else was quicker, what was written
 * here can still be written down, as an incident beside theirs.
 */
export function Return({ board, onDone }: RoomPart) {
  const form = formOf("return");
  const { fields, change, isBegun } = useDraft(form, { narrative: "" });
  const { evacuatedAt } = board.sitting;
  const [began, setBegan] = useState(evacuatedAt);
  if (evacuatedAt !== null && evacuatedAt !== began) setBegan(evacuatedAt);
  const isOut = evacuatedAt !== null;
  const isLeftOver = !isOut && isBegun;
  return (
    <ActDialog
      intent={isLeftOver ? "incident" : "return"}
      fields={isLeftOver && began !== null ? { type: "evacuation", started: clockInLondon(began) } : undefined}
      label={isLeftOver ? "About the evacuation: not sent yet" : "Return: bring all tests back"}
      icon={<PlayIcon />}
      variant={isLeftOver ? "quiet" : "primary"}
      title={isOut ? "Is everybody back in their seat?" : "All tests have been brought back"}
      confirm={isLeftOver ? "Write it down" : "Bring all tests back"}
      offered={isOut || isLeftOver}
      overtaken={!isOut}
      meanwhile={
        isLeftOver
          ? "What you wrote is still here. If it is not in the sitting's report yet, it can be written down as an incident of its own."
          : "Nothing is left to do."
      }
      form={form}
      onDone={onDone}
      width="wide"
    >
      {isOut && <Consequences seats={board.seats} />}
      <TextArea
        id="return-narrative"
        name="narrative"
        label="What happened"
        hint={isOut && "Added to the incident, which ends now. You can leave this empty."}
        required={isLeftOver}
        rows={3}
        maxLength={2_000}
        value={fields.narrative}
        onChange={(event) => change({ narrative: event.currentTarget.value })}
      />
    </ActDialog>
  );
}

function Consequences({ seats }: Pick<RoomPart["board"], "seats">) {
  const stopped = toReturn(seats);
  const out = stopped.filter(({ signedIn }) => signedIn).length;
  const onTheWay = stopped.length - out;
  const unreached = notReached(seats).length;
  return (
    <>
      <p className="measure">
        {out === 1 ? "1 test goes on" : `${out} tests go on`} at the same question, with the same answers and all the
        time there was. Whoever was paused before stays paused, and nobody is started who had not begun.
      </p>
      {onTheWay > 0 && (
        <p className="measure">
          {onTheWay === 1 ? "1 learner is" : `${onTheWay} learners are`} on the way to another computer: the clock goes
          on by itself when they sign in there.
        </p>
      )}
      {unreached > 0 && (
        <p className="measure font-bold">
          {unreached === 1 ? "1 computer is" : `${unreached} computers are`} not connected. Their clocks go on too: see
          to them first, or pause them.
        </p>
      )}
    </>
  );
}
