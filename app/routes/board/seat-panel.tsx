import { useEffect, useRef } from "react";
import { clockFace } from "../../components/clock-words.ts";
import { CrossIcon } from "../../components/icons.tsx";
import { Status } from "../../components/status.tsx";
import { problemAdvice, problemWords, type Situation } from "../../exam/invigilation/problems.ts";
import { registerWords } from "../../exam/invigilation/register.ts";
import { seatState } from "../../exam/invigilation/seat-state.ts";
import { leftNow } from "../../exam/invigilation/watched-seat.ts";
import { type Instant, instant } from "../../exam/time/time.ts";
import type { Seat, SittingState } from "../../live/contract.ts";
import { clockInLondon } from "../london-time.ts";
import { MoveToSpare } from "./move-to-spare.tsx";
import { clockSeconds } from "./room-time.ts";
import { SeatActions } from "./seat-actions.tsx";
import { AnswersAside } from "./seat-aside.tsx";
import type { SeatProps } from "./seat-card.tsx";
import { arrangedTime, arrangementNames, connectionWords, problemLook, stateLook } from "./seat-look.tsx";
import { useCopies } from "./use-room-copies.ts";

type Props = Pick<SeatProps, "judged" | "sitting"> & {
  readonly now: Instant;
  /** What the seat is judged by: when what is shown was last known to be true. */
  readonly situation: Situation;
  readonly mayAct: boolean;
  /** The server is not heard. */
  readonly stale: boolean;
  readonly onClose: () => void;
};

/** Everything about one seat, and what can be done there, beside the room. */
export function SeatPanel({ judged, sitting, now, situation, mayAct, stale, onClose }: Props) {
  const { seat } = judged;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
    heading.current?.scrollIntoView({ block: "nearest" });
  }, []);

  return (
    <aside
      id="seat"
      aria-labelledby="seat-heading"
      onKeyDown={(event) => {
        if (event.key === "Escape" && !event.defaultPrevented) onClose();
      }}
      className="grid content-start gap-4 rounded-lg border border-line-strong bg-surface p-4 shadow-raised"
    >
      <header className="flex items-start justify-between gap-3">
        <div className="grid min-w-0 gap-0.5">
          <h2 id="seat-heading" ref={heading} tabIndex={-1} className="text-xl outline-none">
            <span className="tabular">{seat.seat}</span> {seat.name}
          </h2>
          <p className="text-ink-soft">Candidate {seat.candidateNumber}</p>
        </div>
        <button
          type="button"
          onClick={onClose}
          aria-label="Close this seat"
          className="grid size-9 shrink-0 place-items-center rounded-md text-ink-soft hover:bg-sunken hover:text-ink"
        >
          <CrossIcon />
        </button>
      </header>
      <Standing judged={judged} situation={situation} />
      <Facts {...{ seat, sitting, now, situation, mayAct }} />
      <AnswersAside seat={seat} />
      {mayAct && <MoveToSpare seat={seat} cutOff={stale || seat.connection === "lost"} />}
      {mayAct && <SeatActions key={seat.attempt} {...{ seat, sitting, now }} />}
    </aside>
  );
}

function Standing({ judged: { seat, problems }, situation }: Pick<Props, "judged" | "situation">) {
  const state = seatState(seat);
  const { tone, Icon } = stateLook[state.look];
  return (
    <ul className="grid gap-1">
      <li>
        <Status tone={tone} icon={<Icon className="self-center" />}>
          {state.words}
        </Status>
      </li>
      {problems.map((problem) => {
        const { tone: bad, Icon: Mark } = problemLook[problem];
        const advice = problemAdvice(problem, seat);
        return (
          <li key={problem}>
            <Status tone={bad} icon={<Mark className="self-center" />}>
              {problemWords(problem, seat, situation)}
            </Status>
            {advice !== null && <p className="mt-0.5 ps-6 text-sm measure">{advice}</p>}
          </li>
        );
      })}
    </ul>
  );
}

type FactsProps = Pick<Props, "sitting" | "now" | "situation" | "mayAct"> & { readonly seat: Seat };

function Facts({ seat, sitting, now, situation, mayAct }: FactsProps) {
  const copy = useCopies().copies.get(seat.attempt);
  const isRunning = seat.phase === "running" || seat.phase === "paused";
  const names = arrangementNames(seat);
  const items = [
    { term: "Time left", detail: seat.closed === null ? clockFace(leftNow(seat, now)) : "–" },
    seat.closed === null
      ? { term: "Ends at", detail: seat.deadline === null ? "Clock stands" : clockSeconds(seat.deadline) }
      : { term: "Ended at", detail: clockSeconds(seat.closed.at) },
    { term: "Answered", detail: `${seat.answered} of ${seat.items}` },
    { term: "Flagged", detail: seat.flagged },
    { term: "Saved through", detail: clockOrDash(seat.savedAt) },
    { term: "Connection", detail: connectionWords(seat, situation.now) },
    { term: "Time allowed", detail: allowanceWords(seat, sitting) },
    { term: "Register", detail: registerDetail(seat) },
    ...(mayAct && isRunning
      ? [{ term: "Copy on this computer", detail: copy === undefined ? "None" : clockSeconds(instant(copy.at)) }]
      : []),
  ];
  return (
    <div className="grid gap-3 text-sm">
      <dl className="grid grid-cols-2 gap-x-4 gap-y-2">
        {items.map(({ term, detail }) => (
          <div key={term}>
            <dt className="text-ink-soft">{term}</dt>
            <dd className="tabular">{detail}</dd>
          </div>
        ))}
      </dl>
      {names.length > 0 && (
        <p>
          <span className="text-ink-soft">Arrangements: </span>
          {names.join("; ")}
        </p>
      )}
      {seat.lostTime > 0 && (
        <p>
          Lost time to make up: <span className="font-bold">{Math.round(seat.lostTime / 60_000)} min</span>, under “Lost
          time”.
        </p>
      )}
      {seat.incidents > 0 && (
        <p>
          {seat.incidents} {seat.incidents === 1 ? "incident" : "incidents"} written down for this learner.
        </p>
      )}
      {seat.receipt && (
        <p>
          <span className="text-ink-soft">Receipt: </span>
          <span className="font-bold tabular">{seat.receipt}</span>
        </p>
      )}
    </div>
  );
}

const clockOrDash = (at: Instant | null) => (at === null ? "–" : clockSeconds(at));

const registerDetail = ({ register, arrivedAt }: Seat) =>
  arrivedAt === null ? registerWords(register) : `${registerWords(register)}, ${clockInLondon(arrivedAt)}`;

const inMinutes = (length: number) => Math.round(length / 60_000);

function allowanceWords(seat: Seat, sitting: SittingState) {
  const arranged = inMinutes(arrangedTime(seat, sitting));
  const granted = inMinutes(seat.granted);
  return [`${sitting.minutes} min`, arranged > 0 && `${arranged} arranged`, granted > 0 && `${granted} given`]
    .filter(Boolean)
    .join(" + ");
}
