import type { ReactNode } from "react";
import { Button } from "../../components/button.tsx";
import { classNames } from "../../components/class-names.ts";
import { toneIcon } from "../../components/status.tsx";
import { toneBox } from "../../components/tone.ts";
import type { Keeping } from "../../exam/attempt/keeping.ts";
import type { Snapshot } from "../snapshot.ts";
import { shortTimeOfDay } from "../time-of-day.ts";
import { useFocusBack } from "../use-focus-back.ts";

type Props = {
  readonly snapshot: Snapshot;
  readonly onDismiss: (id: string) => void;
  readonly onKnown: () => void;
};

/** What the learner must know and did not ask for, one at a time. OK only puts it away: nothing is sent. */
export function Announcements({ snapshot, onDismiss, onKnown }: Props) {
  const [first, ...rest] = snapshot.announcements;
  const storage = snapshot.keepsKnown ? null : storageWords[snapshot.keeping];
  return (
    <>
      {storage && (
        <Bar tone="warn" title={storage.title} ok="OK" onOk={onKnown}>
          {storage.text}
        </Bar>
      )}
      {snapshot.unsure && snapshot.trouble && snapshot.state?.phase === "running" && (
        <Bar tone="info" title="The time shown may be too short">
          This computer has been asleep, was started again, or its clock was changed. The right time comes back with the
          connection.
        </Bar>
      )}
      {first && (
        <Bar
          tone="info"
          title={`${first.id.startsWith("granted") ? "Your time" : "From the invigilator"}, ${shortTimeOfDay(first.at)}`}
          ok={rest.length > 0 ? `OK, next (${rest.length} more)` : "OK"}
          onOk={() => onDismiss(first.id)}
        >
          {first.text}
        </Bar>
      )}
    </>
  );
}

const keepOpen = "They go to the server as you work. Keep this page open, do not reload it, and tell the invigilator.";

const storageWords: Record<Keeping, { readonly title: string; readonly text: string } | null> = {
  kept: null,
  cleared: {
    title: "This computer's storage was emptied",
    text: "Your answers have been kept on it again, and nothing is lost. Tell the invigilator.",
  },
  refused: { title: "This browser cannot keep a copy of your answers", text: keepOpen },
  full: { title: "This computer is full and cannot keep a copy of your answers", text: keepOpen },
};

type BarProps = {
  readonly tone: "info" | "warn";
  readonly title: string;
  readonly ok?: string;
  readonly onOk?: () => void;
  readonly children: ReactNode;
};

function Bar({ tone, title, ok, onOk, children }: BarProps) {
  const Icon = toneIcon[tone];
  const focusBack = useFocusBack<HTMLElement>();
  return (
    <section
      {...focusBack}
      aria-label={title}
      className={classNames("flex items-center gap-3 border-s-4 px-4 py-2 @[53rem]/player:px-6", toneBox[tone])}
    >
      <Icon className="self-start mt-[0.25em]" />
      <div className="flex min-w-0 flex-1 flex-wrap items-baseline gap-x-3">
        <p className="font-bold">{title}</p>
        <p className="text-ink whitespace-pre-line">{children}</p>
      </div>
      {onOk && (
        <Button size="small" variant="quiet" onClick={onOk}>
          {ok}
        </Button>
      )}
    </section>
  );
}
