import { SendIcon } from "../../components/icons.tsx";
import { Panel } from "../../components/panel.tsx";
import type { Room } from "../room.ts";
import type { Snapshot } from "../snapshot.ts";
import { CalmScreen } from "./calm-screen.tsx";
import { SafeLine } from "./safe-line.tsx";
import { whoOf } from "./who.ts";

/** Between the last answer and the receipt. */
export function HandingIn({ room, snapshot }: { readonly room: Room; readonly snapshot: Snapshot }) {
  const title = snapshot.submitting ? "Your test is being submitted" : "Time is up; your test is being submitted";
  return (
    <CalmScreen
      title={title}
      lead="There is nothing more to do. Stay here until you see your receipt."
      who={whoOf(room)}
      icon={<SendIcon />}
    >
      <Panel>
        <SafeLine snapshot={snapshot} />
      </Panel>
    </CalmScreen>
  );
}
