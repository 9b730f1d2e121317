import { OfflineIcon, SendIcon } from "../../components/icons.tsx";
import { Panel } from "../../components/panel.tsx";
import { keepsACopy } from "../../exam/attempt/keeping.ts";
import type { Room } from "../room.ts";
import type { Snapshot } from "../snapshot.ts";
import { CalmScreen } from "./calm-screen.tsx";
import { SafeLine } from "./safe-line.tsx";
import { whoOf } from "./who.ts";

const stay = "There is nothing more to do. Stay here until you see your receipt.";

/** What is true at the moment: without a connection nothing is being submitted yet. */
function wordsOf({ submitting, timeUp, trouble, keeping }: Snapshot): readonly [string, string] {
  if (!trouble) return [submitting ? "Your test is being submitted" : "Time is up; your test is being submitted", stay];
  const title =
    timeUp && !submitting ? "Time is up, and the connection is lost" : "Not submitted yet: the connection is lost";
  return keepsACopy(keeping)
    ? [
        title,
        "Your answers are kept on this computer and are sent by themselves when the connection is back. Leave this page open and tell the invigilator.",
      ]
    : [title, "Your answers are only on this page. Leave it open, do not reload it, and tell the invigilator."];
}

/** Between the last answer and the receipt. */
export function HandingIn({ room, snapshot }: { readonly room: Room; readonly snapshot: Snapshot }) {
  const [title, lead] = wordsOf(snapshot);
  return (
    <CalmScreen title={title} lead={lead} who={whoOf(room)} icon={snapshot.trouble ? <OfflineIcon /> : <SendIcon />}>
      <Panel>
        <div className="grid gap-3">
          <SafeLine snapshot={snapshot} />
          {snapshot.trouble && snapshot.timeUp && snapshot.unsure && (
            <p className="measure">
              This computer has been asleep, was started again, or its clock was changed. If you should have time left,
              tell the invigilator: the test opens again when the connection is back.
            </p>
          )}
        </div>
      </Panel>
    </CalmScreen>
  );
}
