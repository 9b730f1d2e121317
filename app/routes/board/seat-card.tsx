import { classNames } from "../../components/class-names.ts";
import { clockFace, clockWords } from "../../components/clock-words.ts";
import { FlagIcon, WarnIcon } from "../../components/icons.tsx";
import { Badge } from "../../components/status.tsx";
import { toneText } from "../../components/tone.ts";
import { problemWords, type Situation } from "../../exam/invigilation/problems.ts";
import type { Judged } from "../../exam/invigilation/seat-order.ts";
import { seatState } from "../../exam/invigilation/seat-state.ts";
import { leftNow } from "../../exam/invigilation/watched-seat.ts";
import type { Instant } from "../../exam/time/time.ts";
import type { Seat, SittingState } from "../../live/contract.ts";
import { moreTimeWords, problemLook, stateLook } from "./seat-look.tsx";

export type SeatProps = {
  readonly judged: Judged<Seat>;
  readonly sitting: SittingState;
  readonly now: Instant;
  /** What the seat is judged by: when what is shown was last known to be true. */
  readonly situation: Situation;
  readonly open: boolean;
  readonly onOpen: (attempt: string) => void;
};

const edges = { bad: "border-bad bg-bad-soft", warn: "border-warn bg-warn-soft" } as Partial<Record<string, string>>;

/** One learner at a glance: who, how they stand, how long they have, and what is wrong. */
export function SeatCard({ judged, sitting, now, situation, open, onOpen }: SeatProps) {
  const { seat, problems } = judged;
  const [worst] = problems;
  const edge = worst === undefined ? undefined : edges[problemLook[worst].tone];
  return (
    <li
      className={classNames(
        "relative grid grid-rows-[auto_auto_1fr_auto] gap-y-0.5 rounded-md border-[1.5px] px-2.5 pt-1.5 pb-2 min-w-0",
        edge ?? "border-line bg-surface",
        open && "outline-3 outline-offset-1 outline-accent",
      )}
    >
      <Heading seat={seat} />
      <SeatLink seat={seat} open={open} onOpen={onOpen} className="truncate text-sm font-bold" />
      {worst === undefined ? (
        <Figures {...{ seat, sitting, now }} />
      ) : (
        <Trouble {...{ seat, problems, situation, now }} />
      )}
      <Answered seat={seat} />
    </li>
  );
}

function Heading({ seat }: { readonly seat: Seat }) {
  const state = seatState(seat);
  const { tone, Icon } = stateLook[state.look];
  return (
    <p className="flex items-baseline justify-between gap-2 whitespace-nowrap">
      <span className="text-lg leading-tight font-bold tabular">{seat.seat}</span>
      <span className={classNames("inline-flex min-w-0 items-center gap-1 text-xs font-bold", toneText[tone])}>
        <Icon className="shrink-0" />
        <span className="truncate">{state.words}</span>
      </span>
    </p>
  );
}

type LinkProps = Pick<SeatProps, "open" | "onOpen"> & { readonly seat: Seat; readonly className?: string };

/** Opens the seat beside the room; without scripts it is a page of its own. */
export function SeatLink({ seat, open, onOpen, className }: LinkProps) {
  return (
    <a
      id={`seat-${seat.attempt}`}
      href={`?seat=${seat.attempt}#seat`}
      aria-current={open ? "true" : undefined}
      onClick={(event) => {
        event.preventDefault();
        onOpen(seat.attempt);
      }}
      className={classNames("text-ink no-underline after:absolute after:inset-0 hover:text-accent", className)}
    >
      <span className="sr-only">Seat {seat.seat}: </span>
      {seat.name}
    </a>
  );
}

function Figures({
  seat,
  sitting,
  now,
}: {
  readonly seat: Seat;
  readonly sitting: SittingState;
  readonly now: Instant;
}) {
  const more = moreTimeWords(seat, sitting);
  const ended = seat.phase === "closed" || seat.phase === "voided";
  return (
    <p className="flex flex-wrap items-center justify-between gap-x-2 self-center">
      {ended ? (
        <span className="text-sm text-ink-soft">{seat.receipt ?? "Closed"}</span>
      ) : (
        <TimeLeft seat={seat} now={now} />
      )}
      <span className="flex gap-1">
        {more && <Badge>{more}</Badge>}
        {seat.incidents > 0 && (
          <Badge tone="info">
            <WarnIcon label="Incidents" /> {seat.incidents}
          </Badge>
        )}
      </span>
    </p>
  );
}

export function TimeLeft({
  seat,
  now,
  className,
}: {
  readonly seat: Seat;
  readonly now: Instant;
  readonly className?: string;
}) {
  const left = leftNow(seat, now);
  return (
    <span className={classNames("tabular", seat.phase === "running" ? "font-bold" : "text-ink-soft", className)}>
      <span aria-hidden>{clockFace(left)}</span>
      <span className="sr-only">{clockWords(left)} left</span>
    </span>
  );
}

type TroubleProps = Omit<Judged<Seat>, "seat"> & {
  readonly seat: Seat;
  readonly situation: Situation;
  readonly now: Instant;
};

function Trouble({ seat, problems, situation, now }: TroubleProps) {
  const [worst, ...others] = problems;
  if (worst === undefined) return null;
  const { tone, Icon } = problemLook[worst];
  return (
    <p className="grid grid-cols-[1fr_auto] items-start gap-x-2 self-center text-sm">
      <span className={classNames("inline-flex items-start gap-1 leading-tight font-bold", toneText[tone])}>
        <Icon className="mt-px" />
        <span>
          {problemWords(worst, seat, situation)}
          {others.length > 0 && <span className="whitespace-nowrap"> +{others.length}</span>}
        </span>
      </span>
      {seat.deadline !== null && <TimeLeft seat={seat} now={now} />}
    </p>
  );
}

function Answered({ seat }: { readonly seat: Seat }) {
  const share = seat.items === 0 ? 0 : (seat.answered / seat.items) * 100;
  return (
    <div className="grid grid-cols-[1fr_auto] items-center gap-x-2 text-xs text-ink-soft">
      <svg aria-hidden viewBox="0 0 100 4" preserveAspectRatio="none" className="h-1.5 w-full rounded-full bg-sunken">
        <rect width={share} height="4" className="fill-accent" />
      </svg>
      <span className="inline-flex items-center gap-1 tabular whitespace-nowrap">
        {seat.flagged > 0 && (
          <>
            <FlagIcon label="Flagged" />
            {seat.flagged}
            <span aria-hidden>·</span>
          </>
        )}
        {seat.answered}/{seat.items}
        <span className="sr-only"> answered</span>
      </span>
    </div>
  );
}
