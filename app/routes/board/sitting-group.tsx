import { useId } from "react";
import { DocumentIcon, RoomIcon } from "../../components/icons.tsx";
import { Link } from "../../components/link.tsx";
import { Status } from "../../components/status.tsx";
import type { Tone } from "../../components/tone.ts";
import { after, type Instant, minutes } from "../../exam/time/time.ts";
import { clockInLondon } from "../london-time.ts";
import { longDay } from "./room-time.ts";

type Sitting = {
  readonly id: string;
  readonly title: string;
  readonly centre: string;
  readonly room: string;
  readonly startsAt: Instant;
  readonly minutes: number;
  readonly phase: "planned" | "open" | "ended";
  readonly booked: number;
  readonly closed: number;
  /** How its room did in the last readiness check, in words. */
  readonly readiness: string;
};

const phases: Record<Sitting["phase"], { readonly tone: Tone; readonly words: string }> = {
  planned: { tone: "neutral", words: "Planned" },
  open: { tone: "good", words: "Open now" },
  ended: { tone: "neutral", words: "Ended" },
};

type Props = {
  readonly title: string;
  readonly sittings: readonly Sitting[];
  readonly withDay?: boolean;
  readonly none?: string;
};

/** Sittings of one kind of day; each leads to its room. */
export function SittingGroup({ title, sittings, withDay, none }: Props) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="grid gap-3">
      <h2 id={id} className="text-xl">
        {title}
      </h2>
      {sittings.length === 0 && none && <p className="text-ink-soft">{none}</p>}
      <ul className="grid gap-2">
        {sittings.map((sitting) => (
          <Line key={sitting.id} sitting={sitting} withDay={withDay} />
        ))}
      </ul>
    </section>
  );
}

function Line({ sitting, withDay }: { readonly sitting: Sitting; readonly withDay?: boolean }) {
  const { tone, words } = phases[sitting.phase];
  const end = after(sitting.startsAt, minutes(sitting.minutes));
  return (
    <li className="relative grid items-center gap-x-6 gap-y-1 rounded-lg border border-line bg-surface px-5 py-3.5 shadow-raised hover:border-line-strong md:grid-cols-[14rem_1fr_auto]">
      <p className="grid">
        {withDay && <span className="text-sm text-ink-soft">{longDay(sitting.startsAt)}</span>}
        <span className="text-lg font-bold tabular">
          {clockInLondon(sitting.startsAt)}–{clockInLondon(end)}
        </span>
      </p>
      <div className="grid min-w-0 gap-0.5">
        <Link
          href={`/sittings/${sitting.id}`}
          className="text-lg font-bold text-ink no-underline after:absolute after:inset-0 hover:text-accent"
        >
          {sitting.title}
        </Link>
        <p className="text-ink-soft">
          <RoomIcon /> {sitting.room} · {sitting.centre}
        </p>
      </div>
      <div className="flex flex-wrap items-center gap-x-5 gap-y-1 md:justify-end">
        <span className="tabular text-ink-soft">
          {sitting.booked} booked{sitting.closed > 0 && `, ${sitting.closed} finished`}
        </span>
        <Status tone={tone}>{words}</Status>
        {sitting.phase === "planned" && (
          <Link href={`/sittings/${sitting.id}/readiness`} className="relative z-10">
            {sitting.readiness}
            <span className="sr-only"> ({sitting.room})</span>
          </Link>
        )}
        {sitting.phase !== "planned" && (
          <Link href={`/sittings/${sitting.id}/report`} className="relative z-10">
            <DocumentIcon /> Report
            <span className="sr-only">
              {" "}
              of {sitting.title}, {sitting.room}, {clockInLondon(sitting.startsAt)}
            </span>
          </Link>
        )}
      </div>
    </li>
  );
}
