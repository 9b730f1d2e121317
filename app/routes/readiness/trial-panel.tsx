import { Panel } from "../../components/panel.tsx";
import { FoundList } from "../../player/readiness/finding-list.tsx";
import type { TrialLine } from "../../store/views/checked-room.ts";
import { clockInLondon } from "../london-time.ts";

type Props = { readonly trials: readonly TrialLine[]; readonly seats: number; readonly isOpen: boolean };

/** The load of a full room, where somebody tried it. */
export function TrialPanel({ trials, seats, isOpen }: Props) {
  const named = trials.map(({ machine, measured, found, at }) => ({
    ...found,
    name: `${clockInLondon(at)}, ${measured.seats} seats from ${machine}`,
  }));
  return (
    <Panel title="The full room at once">
      {named.length > 0 ? (
        <FoundList found={named} label="Trials of the full room" />
      ) : (
        <p className="measure text-ink-soft">
          {isOpen
            ? `Not tried yet. When a computer has finished, it can stand in for ${seats} seats at once, to try the network with the load of the whole room.`
            : "Not tried."}
        </p>
      )}
    </Panel>
  );
}
