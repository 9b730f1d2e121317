import { Button } from "../../components/button.tsx";
import { SendIcon } from "../../components/icons.tsx";
import { TextArea } from "../../components/text-area.tsx";
import { standardFinish } from "../../exam/invigilation/room-times.ts";
import { clockInLondon } from "../london-time.ts";
import { ActDialog } from "./act-dialog.tsx";
import { formOf, useDraft } from "./drafts.ts";
import type { RoomPart } from "./room-actions.tsx";
import { unreachedWords } from "./unreached-words.ts";
import { useTime } from "./use-room.ts";

/** As many characters as one announcement may have. */
const longest = 300;

/** Words for every screen. The ready-made ones speak of time and quiet only, and are true for whoever has extra time. */
export function Announce({ board, onDone }: RoomPart) {
  const {
    fields: { text },
    change,
  } = useDraft(formOf("announce"), { text: "" });
  return (
    <ActDialog
      intent="announce"
      label="Announce"
      icon={<SendIcon />}
      title="Announce to every screen"
      confirm="Announce"
      width="wide"
      offered={board.sitting.phase === "open"}
      meanwhile="The sitting has ended, and nobody would read it."
      alsoSay={unreachedWords(board, "show it")}
      onDone={onDone}
    >
      <ReadyMade board={board} onChoose={(chosen) => change({ text: chosen })} />
      <TextArea
        id="announce-text"
        name="text"
        label="Announcement"
        hint={`About time, order and safety only: never explain a question. ${leftWords(longest - text.length)}.`}
        required
        maxLength={longest}
        rows={3}
        value={text}
        onChange={(event) => change({ text: event.currentTarget.value })}
      />
    </ActDialog>
  );
}

const leftWords = (left: number) => `${left} ${left === 1 ? "character" : "characters"} left`;

type ReadyMadeProps = Pick<RoomPart, "board"> & { readonly onChoose: (text: string) => void };

function ReadyMade({ board, onChoose }: ReadyMadeProps) {
  const time = useTime(({ now }) => clockInLondon(now));
  const finish = clockInLondon(standardFinish(board.seats, board.sitting));
  const phrases = [
    `The time is ${time}. Your own screen shows how long you have left.`,
    `The test ends at ${finish}. If you have extra time, your own clock goes on.`,
    "The test starts in five minutes. Please sit down and check your name on the screen.",
    "Some learners have finished. Please leave quietly; others are still working.",
  ];
  return (
    <fieldset className="grid gap-1.5 justify-items-start">
      <legend className="mb-1.5 font-bold">Ready-made</legend>
      {phrases.map((phrase) => (
        <Button
          key={phrase}
          size="small"
          variant="quiet"
          className="text-start font-normal!"
          onClick={() => onChoose(phrase)}
        >
          {phrase}
        </Button>
      ))}
    </fieldset>
  );
}
