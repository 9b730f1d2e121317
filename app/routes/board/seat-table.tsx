import { useMemo, useRef } from "react";
import { type Column, DataTable } from "../../components/data-table.tsx";
import { Badge, Status } from "../../components/status.tsx";
import { registerWords } from "../../exam/invigilation/register.ts";
import type { Judged } from "../../exam/invigilation/seat-order.ts";
import { seatState } from "../../exam/invigilation/seat-state.ts";
import type { Instant } from "../../exam/time/time.ts";
import type { Seat, SittingState } from "../../live/contract.ts";
import { clockSeconds } from "./room-time.ts";
import { ProblemWords, SeatLink, type SeatProps, TimeLeft } from "./seat-card.tsx";
import type { SeatListProps } from "./seat-list.tsx";
import { connectionWords, moreTime, problemLook, stateLook } from "./seat-look.tsx";
import { useKeysInOrder } from "./use-keys-in-order.ts";
import { type RowSize, useLongList } from "./use-long-list.ts";
import { useTime } from "./use-room.ts";

/** The room as a list, with everything that is known of each seat. */
export function SeatTable({ seats, whole, selected, sitting, onOpen, focus }: SeatListProps) {
  const body = useRef<HTMLTableSectionElement>(null);
  const keys = useKeysInOrder(seats, focus.isOn);
  const keyOf = ({ seat }: Judged<Seat>) => keys(seat.attempt);
  const rows = useMemo(() => seats.map(sizeOf), [seats]);
  const kept = seats.flatMap(({ seat: { attempt } }, at) =>
    attempt === focus.stop || attempt === selected ? [at] : [],
  );
  const { stretches, rest } = useLongList({ list: body, rows, kept, whole });
  const { stop } = focus;
  const columns = useMemo(() => columnsFor({ selected, stop, onOpen, sitting }), [selected, stop, onOpen, sitting]);
  return (
    <div {...focus.withArrows(1)}>
      <DataTable<Judged<Seat>>
        caption="Seats"
        captionHidden
        dense
        layout="cards"
        rows={seats}
        rowKey={keyOf}
        rowTone={toneOf}
        columns={columns}
        part={whole ? undefined : { body, stretches, rest, mark: sizeOf }}
      />
    </div>
  );
}

const toneOf = ({ problems: [worst] }: Judged<Seat>) => worst && problemLook[worst].tone;
const sizeOf = ({ problems }: Judged<Seat>): RowSize => (problems.length > 0 ? "tall" : "short");

type Listing = Pick<SeatProps, "onOpen"> & {
  readonly selected: string | null;
  readonly stop: string | null;
  readonly sitting: SittingState;
};

const columnsFor = ({ selected, stop, onOpen, sitting }: Listing): readonly Column<Judged<Seat>>[] => [
  { key: "seat", heading: "Seat", width: "4rem", cell: ({ seat }) => <span className="font-bold">{seat.seat}</span> },
  {
    key: "name",
    heading: "Learner",
    rowHeading: true,
    cell: ({ seat }) => (
      <>
        <span className="relative">
          <SeatLink
            seat={seat}
            open={seat.attempt === selected}
            stop={seat.attempt === stop}
            onOpen={onOpen}
            className="underline"
          />
        </span>{" "}
        <span className="font-normal text-ink-soft">{seat.candidateNumber}</span>
      </>
    ),
  },
  { key: "state", heading: "State", cell: (judged) => <State judged={judged} startsAt={sitting.startsAt} /> },
  {
    key: "left",
    heading: "Time left",
    numeric: true,
    cell: ({ seat }) => (seat.closed === null ? <TimeLeft seat={seat} /> : "–"),
  },
  { key: "answered", heading: "Answered", numeric: true, cell: ({ seat }) => `${seat.answered} of ${seat.items}` },
  { key: "flagged", heading: "Flagged", numeric: true, narrow: "hide", cell: ({ seat }) => seat.flagged },
  {
    key: "saved",
    heading: "Saved through",
    numeric: true,
    cell: ({ seat }) => (seat.savedAt === null ? "–" : clockSeconds(seat.savedAt)),
  },
  { key: "connection", heading: "Connection", cell: ({ seat }) => <Connection seat={seat} /> },
  { key: "register", heading: "Register", narrow: "hide", cell: ({ seat }) => registerWords(seat.register) },
  {
    key: "more",
    heading: "Arrangements",
    narrow: "hide",
    cell: ({ seat }) => <Arranged seat={seat} sitting={sitting} />,
  },
];

function Connection({ seat }: { readonly seat: Seat }) {
  return useTime(({ knownAt }) => connectionWords(seat, knownAt));
}

function Arranged({ seat, sitting }: { readonly seat: Seat; readonly sitting: SittingState }) {
  const more = moreTime(seat, sitting);
  return (
    <span className="flex flex-wrap gap-1">
      {more > 0 && <Badge>+{more} min</Badge>}
      {seat.arrangements.length > 0 && <Badge>{seat.arrangements.length} arranged</Badge>}
      {seat.incidents > 0 && <Badge tone="info">{seat.incidents} written down</Badge>}
    </span>
  );
}

type StateProps = { readonly judged: Judged<Seat>; readonly startsAt: Instant };

function State({ judged: { seat, problems }, startsAt }: StateProps) {
  const state = seatState(seat);
  const { tone, Icon } = stateLook[state.look];
  return (
    <span className="inline-flex flex-wrap gap-x-3">
      <Status tone={tone} icon={<Icon className="self-center" />}>
        {state.words}
      </Status>
      {problems.map((problem) => {
        const { tone: bad, Icon: Mark } = problemLook[problem];
        return (
          <Status key={problem} tone={bad} icon={<Mark className="self-center" />}>
            <ProblemWords {...{ problem, seat, startsAt }} />
          </Status>
        );
      })}
    </span>
  );
}
