import { Clock } from "../../components/clock.tsx";
import { PauseIcon } from "../../components/icons.tsx";
import { Panel } from "../../components/panel.tsx";
import type { StopCause } from "../../exam/attempt/ledger.ts";
import type { Player } from "../player.ts";
import type { Room } from "../room.ts";
import type { Snapshot } from "../snapshot.ts";
import { Announcements } from "./announcements.tsx";
import { CalmScreen } from "./calm-screen.tsx";
import { SafeLine } from "./safe-line.tsx";
import { whoOf } from "./who.ts";

type Props = { readonly room: Room; readonly snapshot: Snapshot; readonly player: Player };

/** Nothing of the test is in view while the clock stands. */
export function Paused({ room, snapshot, player }: Props) {
  const [title, lead] = pausedWords[snapshot.state?.stopped ?? "pause"];
  return (
    <CalmScreen
      title={title}
      lead={lead}
      who={whoOf(room)}
      icon={<PauseIcon />}
      banner={<Announcements snapshot={snapshot} onDismiss={player.dismiss} onKnown={player.knowsWhatIsKept} />}
    >
      <Panel>
        <div className="grid gap-3">
          <Clock left={player.left()} size="large" running={false} />
          <p>The clock stands still. You lose no time, and your answers are where you left them.</p>
          <SafeLine snapshot={snapshot} />
        </div>
      </Panel>
    </CalmScreen>
  );
}

const goesOn = "The test comes back by itself when the invigilator lets it go on.";

/** What the learner reads while the clock stands. */
export const pausedWords: Record<StopCause, readonly [title: string, lead: string]> = {
  pause: ["Your test is paused", goesOn],
  "rest-break": ["You are on a rest break", `Take the time you need. ${goesOn}`],
  evacuation: [
    "Leave the room now",
    "Do as the invigilator says and leave everything where it is. Your test is stopped and safe.",
  ],
  technical: ["Your test is paused while something is mended", goesOn],
  "moving-desk": [
    "You are moving to another computer",
    "Wait for the invigilator. Your test goes on there where it stopped here.",
  ],
};
