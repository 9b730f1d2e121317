import { memo } from "react";
import { classNames } from "../../components/class-names.ts";
import { clockFace, clockWords } from "../../components/clock-words.ts";
import { FlagIcon, PencilIcon } from "../../components/icons.tsx";
import { toneText } from "../../components/tone.ts";
import { type Problem, problemWords } from "../../exam/invigilation/problems.ts";
import type { Judged } from "../../exam/invigilation/seat-order.ts";
import { seatState } from "../../exam/invigilation/seat-state.ts";
import { leftNow } from "../../exam/invigilation/watched-seat.ts";
import type { Instant } from "../../exam/time/time.ts";
import type { Seat, SittingState } from "../../live/contract.ts";
import { clockInLondon } from "../london-time.ts";
import { moreTime, problemLook, stateLook } from "./seat-look.tsx";
import type { RowSize } from "./use-long-list.ts";
import { useTime } from "./use-room.ts";

export type SeatProps = {
  readonly judged: Judged<Seat>;
  readonly sitting: SittingState;
  readonly open: boolean;
  /** Tab stops here; from here the arrow keys lead to every other seat. */
  readonly stop: boolean;
  readonly onOpen: (attempt: string) => void;
};

type CardProps = SeatProps & {
  /** There is room for what can be left out. */
  readonly roomy: boolean;
  /** Of a list that is not all in the page: the how manieth seat this is, and of how many. */
  readonly place?: number | undefined;
  readonly of?: number | undefined;
  /** Cards of a row are as high as the highest. */
  readonly row?: RowSize | undefined;
  /** Pixels above, for rows that are not in the page. */
  readonly gap: number;
};

const edges = { bad: "border-bad bg-bad-soft", warn: "border-warn bg-warn-soft" } as Partial<Record<string, string>>;

/** One learner at a glance: who, how they stand, how long they have, and what is wrong. */
export const SeatCard = memo(function SeatCard({
  judged,
  sitting,
  open,
  stop,
  roomy,
  onOpen,
  place,
  of,
  row,
  gap,
}: CardProps) {
  const { seat, problems } = judged;
  const [worst] = problems;
  const edge = worst === undefined ? undefined : edges[problemLook[worst].tone];
  return (
    <li
      aria-posinset={place}
      aria-setsize={of}
      data-row={row}
      style={gap > 0 ? { marginBlockStart: gap } : undefined}
      className={classNames(
        "relative grid grid-cols-[minmax(0,1fr)] content-between gap-y-0.5 rounded-md border-[1.5px] px-2.5 py-1.5 min-w-0",
        // Painted apart: when whoever comes to the top moves all others on, a browser has half the work.
        "contain-paint",
        // The whole card is the link: so the ring is around the card, and not across what stands below the name.
        "has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus",
        edge ?? "border-line bg-surface",
        open && "outline-3 outline-offset-1 outline-accent",
      )}
    >
      <div className="grid grid-cols-[minmax(0,1fr)]">
        <Heading seat={seat} />
        <SeatLink {...{ seat, open, stop, onOpen }} className="truncate text-sm font-bold focus-visible:outline-none" />
        <Trouble judged={judged} startsAt={sitting.startsAt} />
      </div>
      <Figures {...{ seat, sitting, roomy }} />
    </li>
  );
});

function Heading({ seat }: { readonly seat: Seat }) {
  const state = seatState(seat);
  const { tone, Icon } = stateLook[state.look];
  return (
    <p className="flex min-w-0 items-center gap-1.5 whitespace-nowrap">
      <span className="text-lg leading-tight font-bold tabular">{seat.seat}</span>
      {seat.incidents > 0 && (
        <span className="inline-flex items-center text-xs font-bold text-info tabular">
          <PencilIcon label="Incidents" />
          {seat.incidents}
        </span>
      )}
      <span className={classNames("ms-auto inline-flex min-w-0 items-center gap-1 text-xs font-bold", toneText[tone])}>
        <Icon className="shrink-0" />
        <span className="truncate">{state.words}</span>
      </span>
    </p>
  );
}

type LinkProps = Pick<SeatProps, "open" | "stop" | "onOpen"> & { readonly seat: Seat; readonly className?: string };

/** Opens the seat beside the room; without scripts it is a page of its own. */
export function SeatLink({ seat, open, stop, onOpen, className }: LinkProps) {
  return (
    <a
      id={`seat-${seat.attempt}`}
      href={`?seat=${seat.attempt}#seat`}
      aria-label={`Seat ${seat.seat}: ${seat.name}`}
      tabIndex={stop ? undefined : -1}
      aria-current={open ? "true" : undefined}
      onClick={(event) => {
        event.preventDefault();
        onOpen(seat.attempt);
      }}
      className={classNames("text-ink no-underline after:absolute after:inset-0 hover:text-accent", className)}
    >
      {seat.name}
    </a>
  );
}

/** Counts down by itself. */
export function TimeLeft({ seat, className }: { readonly seat: Seat; readonly className?: string }) {
  const face = useTime(({ now }) => clockFace(leftNow(seat, now)));
  const words = useTime(({ now }) => clockWords(leftNow(seat, now)));
  return (
    <span className={classNames("tabular", seat.phase === "running" ? "font-bold" : "text-ink-soft", className)}>
      <span aria-hidden>{face}</span>
      <span className="sr-only">{words} left</span>
    </span>
  );
}

type TroubleProps = { readonly judged: Judged<Seat>; readonly startsAt: Instant };

/** So many problems of a seat are named on its card; more are counted. */
const mostNamed = 2;

function Trouble({ judged: { seat, problems }, startsAt }: TroubleProps) {
  const others = problems.length - mostNamed;
  return problems.slice(0, mostNamed).map((problem, place) => {
    const { tone, Icon } = problemLook[problem];
    return (
      <p
        key={problem}
        className={classNames("mt-0.5 flex items-start gap-1 text-xs leading-tight font-bold", toneText[tone])}
      >
        <Icon className="mt-px" />
        <span>
          <ProblemWords {...{ problem, seat, startsAt }} />
          {others > 0 && place === mostNamed - 1 && <span className="whitespace-nowrap">, and {others} more</span>}
        </span>
      </p>
    );
  });
}

type ProblemProps = { readonly problem: Problem; readonly seat: Seat; readonly startsAt: Instant };

/** What is wrong, and for how long it has been. */
export function ProblemWords({ problem, seat, startsAt }: ProblemProps) {
  return useTime(({ knownAt }) => problemWords(problem, seat, { now: knownAt, startsAt }));
}

type FiguresProps = Pick<CardProps, "sitting" | "roomy"> & { readonly seat: Seat };

/** Time left and answers; of a test that is over, when it ended. */
function Figures({ seat, sitting, roomy }: FiguresProps) {
  const more = moreTime(seat, sitting);
  const share = seat.items === 0 ? 0 : (seat.answered / seat.items) * 100;
  return (
    <div className="flex items-center gap-2">
      {seat.closed === null ? (
        // Painted apart: a large room has a hundred of them in sight, and each moves on every second.
        <TimeLeft seat={seat} className="leading-snug contain-layout" />
      ) : (
        <span className="text-xs text-ink-soft tabular">{clockInLondon(seat.closed.at)}</span>
      )}
      {more > 0 && (
        <span className="-ms-1 text-xs font-bold text-info tabular">
          <span aria-hidden>+{more}</span>
          <span className="sr-only">{more} minutes more than the paper gives</span>
        </span>
      )}
      {/* Painted and not laid out: in a large room some of them grow in every moment. */}
      <span
        aria-hidden
        style={{ backgroundSize: `${share}% 100%` }}
        className={classNames(
          "h-1.5 min-w-0 flex-1 rounded-full bg-sunken bg-linear-to-r bg-no-repeat [print-color-adjust:exact]",
          seat.closed === null ? "from-accent to-accent" : "from-line-strong to-line-strong",
        )}
      />
      {roomy && seat.flagged > 0 && (
        <span className="inline-flex items-center gap-0.5 text-xs whitespace-nowrap text-ink-soft tabular">
          <FlagIcon label="Flagged" />
          {seat.flagged}
        </span>
      )}
      <span className="text-xs whitespace-nowrap text-ink-soft tabular">
        {seat.answered}/{seat.items}
        <span className="sr-only"> answered</span>
      </span>
    </div>
  );
}
