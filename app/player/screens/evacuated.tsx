import { Clock } from "../../components/clock.tsx";
import { WarnIcon } from "../../components/icons.tsx";
import { Panel } from "../../components/panel.tsx";
import { hasBegun } from "../../exam/attempt/attempt.ts";
import type { Player } from "../player.ts";
import type { Room } from "../room.ts";
import type { Snapshot } from "../snapshot.ts";
import { CalmScreen } from "./calm-screen.tsx";
import { SafeLine } from "./safe-line.tsx";
import { whoOf } from "./who.ts";

type Props = { readonly room: Room; readonly snapshot: Snapshot; readonly player: Player | null };

/** Nothing of the test, and one thing to do; the same for everybody in the room, however far their test is. */
export function Evacuated({ room, snapshot, player }: Props) {
  const begun = snapshot.state !== null && hasBegun(snapshot.state);
  return (
    <CalmScreen
      title="Leave the room now"
      lead="Do as the invigilator says. Leave everything where it is, and do not talk about the test."
      who={whoOf(room)}
      icon={<WarnIcon />}
    >
      <Panel>
        <div className="grid gap-3">
          {begun && player !== null ? (
            <>
              <Clock left={player.left()} size="large" running={false} />
              <p>The clock stands still. You lose no time, and your answers are where you left them.</p>
              <SafeLine snapshot={snapshot} />
            </>
          ) : (
            <p>Your test has not begun. You lose none of its time.</p>
          )}
          <p>When everybody is back, this screen shows by itself what it showed before.</p>
        </div>
      </Panel>
    </CalmScreen>
  );
}
