import { Panel } from "../../components/panel.tsx";
import { Status } from "../../components/status.tsx";
import { FoundList, verdictTone } from "../../player/readiness/finding-list.tsx";
import type { CheckShown } from "../../store/views/readiness-views.ts";
import { inLondon } from "../london-time.ts";
import { verdictWords } from "./check-words.ts";

/** What the room comes to: against the learners of its next sitting. */
export function RoomVerdictPanel({ check }: { readonly check: CheckShown }) {
  const { verdict, words, reasons } = check.verdict;
  const isOpen = check.code !== null;
  return (
    <Panel title={isOpen ? "The room so far" : "The room"}>
      <div className="grid gap-4">
        <div className="grid gap-1">
          <p className="text-xl">
            <Status tone={verdictTone[verdict]}>{isOpen ? soFar[verdict] : verdictWords[verdict]}</Status>
          </p>
          <p className="text-lg">
            {words}, {inLondon(check.next.startsAt)}.
          </p>
        </div>
        {reasons.length > 0 && <FoundList found={reasons} label="Why" />}
      </div>
    </Panel>
  );
}

const soFar = {
  passed: "Ready",
  warned: "Ready, with notes",
  failed: "Not ready yet",
} as const;
