import { useEffect, useState } from "react";
import { WarnIcon } from "../../components/icons.tsx";
import { Kbd } from "../../components/kbd.tsx";
import { toPause } from "../../exam/invigilation/room-moves.ts";
import { ActDialog } from "./act-dialog.tsx";
import type { RoomPart } from "./room-actions.tsx";
import { unreachedWords } from "./unreached-words.ts";

/** Not taken by browsers or screen readers, and far from the keys one writes with. */
const shortcut = "F8";

/** Two keys blank the whole room: one opens this, Enter confirms, because the confirmation has the focus. */
export function Evacuate({ board, onDone }: RoomPart) {
  const [open, setOpen] = useState(false);
  const { phase, evacuatedAt } = board.sitting;
  const offered = phase === "open" && evacuatedAt === null;
  useEffect(() => {
    if (!offered) return;
    const press = (event: KeyboardEvent) => {
      if (event.key !== shortcut || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      for (const other of document.querySelectorAll("dialog"))
        if (other.open) other.dispatchEvent(new Event("cancel", { cancelable: true }));
      setOpen(true);
    };
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, [offered]);
  const count = toPause(board.seats).length;
  return (
    <ActDialog
      intent="evacuate"
      label={
        <>
          Evacuate: blank all screens{" "}
          <span className="text-ink">
            <Kbd>{shortcut}</Kbd>
          </span>
        </>
      }
      icon={<WarnIcon />}
      variant="danger"
      loud
      title="Evacuate the room?"
      confirm="Blank all screens now"
      open={open}
      onOpenChange={setOpen}
      offered={offered}
      meanwhile={
        evacuatedAt === null
          ? "The sitting has ended, and no question is on a screen."
          : "Somebody else has evacuated the room: the screens are blank and the clocks stand."
      }
      alsoSay={unreachedWords(board, "go blank")}
      onDone={onDone}
    >
      <p className="measure">
        The questions go from {count === 1 ? "1 running screen" : `all ${count} running screens`} and every clock stops.
        Nobody loses time or an answer. The incident is opened by itself; when everybody is back, one press brings all
        back.
      </p>
    </ActDialog>
  );
}
