import { LinkButton } from "../../components/button.tsx";
import { LockIcon, TickIcon } from "../../components/icons.tsx";
import { Notice } from "../../components/notice.tsx";
import { Panel } from "../../components/panel.tsx";
import type { CloseReason } from "../../exam/attempt/attempt.ts";
import type { Closed } from "../../live/contract.ts";
import type { Room } from "../room.ts";
import type { Snapshot } from "../snapshot.ts";
import { timeOfDay } from "../time-of-day.ts";
import { CalmScreen } from "./calm-screen.tsx";
import { SignOutButton } from "./sign-out-button.tsx";
import { whoOf } from "./who.ts";

type Props = { readonly room: Room; readonly snapshot: Snapshot; readonly closed: Closed };

/** The end, with the receipt. */
export function Ended({ room, snapshot, closed }: Props) {
  const [title, lead] = words[closed.reason];
  return (
    <CalmScreen
      title={title}
      lead={snapshot.waiting === 0 && lead}
      who={whoOf(room)}
      icon={closed.reason === "terminated" ? <LockIcon /> : <TickIcon />}
    >
      {snapshot.waiting > 0 && (
        <Notice tone="warn" title="Something is still on its way">
          This computer still holds work that the server does not have. Stay here and tell the invigilator.
        </Notice>
      )}
      {closed.late && snapshot.waiting === 0 && (
        <Notice tone="info" title="Some of your work arrived after the end">
          It was kept, with the time when you wrote it. The invigilator says what they saw, and the awarding
          organisation decides whether it counts.
        </Notice>
      )}
      <Panel>
        <div className="grid gap-3">
          <p className="font-bold">Your receipt</p>
          <p className="text-4xl font-bold tracking-[0.06em] tabular select-all">
            {closed.receipt || "It follows in a moment"}
          </p>
          <p className="text-ink-soft">Ended at {timeOfDay(closed.at)}</p>
          <p className="measure">
            Write the code down. It proves what was received and when, should anybody ask. The centre has it too.
          </p>
        </div>
      </Panel>
      <p className="text-lg font-bold">You may leave when the invigilator says so.</p>
      <div className="flex flex-wrap gap-3">
        <SignOutButton />
        {/* Both in a new tab: where the server does not answer, the code of the receipt would be gone from the screen. */}
        {snapshot.waiting === 0 && closed.receipt && (
          <LinkButton href={`/receipt?code=${closed.receipt}`} variant="quiet" target="_blank">
            Print or save your receipt in a new tab
          </LinkButton>
        )}
        {snapshot.waiting === 0 && (
          <LinkButton href="/my-result" variant="plain" target="_blank">
            Where your result is, in a new tab
          </LinkButton>
        )}
      </div>
    </CalmScreen>
  );
}

const words: Record<CloseReason, readonly [title: string, lead: string]> = {
  submitted: ["Your test is submitted", "Everything you answered has been received."],
  "time-expired": ["Time is up. Your test is submitted", "Everything you answered in time has been received."],
  terminated: [
    "Your test has been ended by the invigilator",
    "Everything you answered until then has been received. Ask the invigilator what happens next.",
  ],
};

export function MadeVoid({ room }: { readonly room: Room }) {
  return (
    <CalmScreen
      title="Your test has been made void"
      lead="It does not count. The invigilator will tell you what happens next."
      who={whoOf(room)}
      icon={<LockIcon />}
    >
      <SignOutButton />
    </CalmScreen>
  );
}
