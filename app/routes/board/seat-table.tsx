import { DataTable } from "../../components/data-table.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { Badge, Status } from "../../components/status.tsx";
import { problemWords } from "../../exam/invigilation/problems.ts";
import { registerWords } from "../../exam/invigilation/register.ts";
import type { Judged } from "../../exam/invigilation/seat-order.ts";
import { seatState } from "../../exam/invigilation/seat-state.ts";
import type { Seat } from "../../live/contract.ts";
import { clockSeconds } from "./room-time.ts";
import { SeatLink, type SeatProps, TimeLeft } from "./seat-card.tsx";
import { connectionWords, moreTime, problemLook, stateLook } from "./seat-look.tsx";

type Props = Omit<SeatProps, "judged" | "open"> & {
  readonly seats: readonly Judged<Seat>[];
  readonly selected: string | null;
};

/** The room as a list, with everything that is known of each seat. */
export function SeatTable({ seats, selected, sitting, now, situation, onOpen }: Props) {
  return (
    <DataTable<Judged<Seat>>
      caption="Seats"
      captionHidden
      dense
      layout="cards"
      rows={seats}
      rowKey={({ seat }) => seat.attempt}
      rowTone={({ problems: [worst] }) => worst && problemLook[worst].tone}
      empty={<EmptyState title="No seat matches">Show all seats, or search for something else.</EmptyState>}
      columns={[
        {
          key: "seat",
          heading: "Seat",
          width: "4rem",
          cell: ({ seat }) => <span className="font-bold">{seat.seat}</span>,
        },
        {
          key: "name",
          heading: "Learner",
          rowHeading: true,
          cell: ({ seat }) => (
            <>
              <span className="relative">
                <SeatLink seat={seat} open={seat.attempt === selected} onOpen={onOpen} className="underline" />
              </span>{" "}
              <span className="font-normal text-ink-soft">{seat.candidateNumber}</span>
            </>
          ),
        },
        { key: "state", heading: "State", cell: (judged) => <State judged={judged} situation={situation} /> },
        {
          key: "left",
          heading: "Time left",
          numeric: true,
          cell: ({ seat }) => (seat.closed === null ? <TimeLeft seat={seat} now={now} /> : "–"),
        },
        {
          key: "answered",
          heading: "Answered",
          numeric: true,
          cell: ({ seat }) => `${seat.answered} of ${seat.items}`,
        },
        { key: "flagged", heading: "Flagged", numeric: true, narrow: "hide", cell: ({ seat }) => seat.flagged },
        {
          key: "saved",
          heading: "Saved through",
          numeric: true,
          cell: ({ seat }) => (seat.savedAt === null ? "–" : clockSeconds(seat.savedAt)),
        },
        { key: "connection", heading: "Connection", cell: ({ seat }) => connectionWords(seat, situation.now) },
        { key: "register", heading: "Register", narrow: "hide", cell: ({ seat }) => registerWords(seat.register) },
        {
          key: "more",
          heading: "Arrangements",
          narrow: "hide",
          cell: ({ seat }) => {
            const more = moreTime(seat, sitting);
            return (
              <span className="flex flex-wrap gap-1">
                {more > 0 && <Badge>+{more} min</Badge>}
                {seat.arrangements.length > 0 && <Badge>{seat.arrangements.length} arranged</Badge>}
                {seat.incidents > 0 && <Badge tone="info">{seat.incidents} written down</Badge>}
              </span>
            );
          },
        },
      ]}
    />
  );
}

function State({
  judged: { seat, problems },
  situation,
}: {
  readonly judged: Judged<Seat>;
  readonly situation: SeatProps["situation"];
}) {
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
            {problemWords(problem, seat, situation)}
          </Status>
        );
      })}
    </span>
  );
}
