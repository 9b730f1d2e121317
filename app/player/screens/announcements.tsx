import type { ReactNode } from "react";
import { Button } from "../../components/button.tsx";
import { classNames } from "../../components/class-names.ts";
import { toneIcon } from "../../components/status.tsx";
import { toneBox } from "../../components/tone.ts";
import type { Snapshot } from "../snapshot.ts";
import { shortTimeOfDay } from "../time-of-day.ts";

type Props = {
  readonly snapshot: Snapshot;
  readonly onDismiss: (id: string) => void;
  readonly onKnown: () => void;
};

/** What the learner must know and did not ask for, one at a time. OK only puts it away: nothing is sent. */
export function Announcements({ snapshot, onDismiss, onKnown }: Props) {
  const [first, ...rest] = snapshot.announcements;
  const cannotKeep = snapshot.keeps === "in-memory" && !snapshot.keepsKnown;
  return (
    <>
      {cannotKeep && (
        <Bar tone="warn" title="This browser cannot keep a copy of your answers" ok="OK" onOk={onKnown}>
          They go to the server as you work. Do not close or reload this page while something is not saved, and tell the
          invigilator.
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

type BarProps = {
  readonly tone: "info" | "warn";
  readonly title: string;
  readonly ok: string;
  readonly onOk: () => void;
  readonly children: ReactNode;
};

function Bar({ tone, title, ok, onOk, children }: BarProps) {
  const Icon = toneIcon[tone];
  return (
    <section
      aria-label={title}
      className={classNames("flex items-center gap-3 border-s-4 px-4 py-2 @[53rem]/player:px-6", toneBox[tone])}
    >
      <Icon className="self-start mt-[0.25em]" />
      <div className="flex min-w-0 flex-1 flex-wrap items-baseline gap-x-3">
        <p className="font-bold">{title}</p>
        <p className="text-ink whitespace-pre-line">{children}</p>
      </div>
      <Button size="small" variant="quiet" onClick={onOk}>
        {ok}
      </Button>
    </section>
  );
}
