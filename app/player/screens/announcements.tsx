import { useState } from "react";
import { Button } from "../../components/button.tsx";
import { Notice } from "../../components/notice.tsx";
import type { Snapshot } from "../snapshot.ts";
import { shortTimeOfDay } from "../time-of-day.ts";

type Props = { readonly snapshot: Snapshot; readonly onDismiss: (id: string) => void };

/** What the learner must know and did not ask for, one at a time. OK only puts it away: nothing is sent. */
export function Announcements({ snapshot, onDismiss }: Props) {
  const [known, setKnown] = useState(false);
  const [first, ...rest] = snapshot.announcements;
  const cannotKeep = snapshot.keeps === "in-memory" && !known;
  if (!cannotKeep && first === undefined) return null;
  return (
    <div className="grid gap-2 px-4 pt-3 sm:px-6">
      {cannotKeep && (
        <Notice
          tone="warn"
          title="This browser cannot keep a copy of your answers"
          actions={
            <Button size="small" variant="quiet" onClick={() => setKnown(true)}>
              OK
            </Button>
          }
        >
          They go to the server as you work. Do not close or reload this page while something is not saved, and tell the
          invigilator.
        </Notice>
      )}
      {first && (
        <Notice
          title={`${first.id.startsWith("granted") ? "Your time" : "From the invigilator"}, ${shortTimeOfDay(first.at)}`}
          actions={
            <Button size="small" variant="quiet" onClick={() => onDismiss(first.id)}>
              {rest.length > 0 ? `OK, next (${rest.length} more)` : "OK"}
            </Button>
          }
        >
          <p className="whitespace-pre-line">{first.text}</p>
        </Notice>
      )}
    </div>
  );
}
