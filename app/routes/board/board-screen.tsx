import { useMemo, useState } from "react";
import { Button } from "../../components/button.tsx";
import { classNames } from "../../components/class-names.ts";
import { EmptyState } from "../../components/empty-state.tsx";
import { Notice } from "../../components/notice.tsx";
import { problemsOf } from "../../exam/invigilation/problems.ts";
import { chosen } from "../../exam/invigilation/seat-filter.ts";
import { inOrder, type Judged } from "../../exam/invigilation/seat-order.ts";
import { lengthWords } from "../../exam/invigilation/spoken-time.ts";
import type { Seat } from "../../live/contract.ts";
import { BoardHead } from "./board-head.tsx";
import { BoardTools, type Looking } from "./board-tools.tsx";
import { EvacuationBanner } from "./evacuation-banner.tsx";
import { RoomActions } from "./room-actions.tsx";
import { AsideNotice } from "./seat-aside.tsx";
import { SeatCard, type SeatProps } from "./seat-card.tsx";
import { SeatPanel } from "./seat-panel.tsx";
import { SeatTable } from "./seat-table.tsx";
import type { LiveBoard } from "./use-live-board.ts";
import { useProblemAnnouncer } from "./use-problem-announcer.ts";
import { useCopies } from "./use-room-copies.ts";
import { useStartLater } from "./use-start-later.ts";

type Props = {
  readonly live: LiveBoard;
  readonly mayAct: boolean;
  /** A seat named in the address, for whoever has no scripts. */
  readonly opened: string | null;
};

/** The invigilator's room: live, problems first, with everything that may be done to one learner or to all. */
export function BoardScreen({ live, mayAct, opened }: Props) {
  const { board, now, knownAt, stale } = live;
  const { sitting } = board;
  const [selected, setSelected] = useState(opened);
  const [looking, setLooking] = useState<Looking>({ filter: "all", search: "", order: "problems", layout: "cards" });
  const situation = { now: knownAt, startsAt: sitting.startsAt };
  const judged = useJudged(live);
  const later = useStartLater(board.seats);
  useProblemAnnouncer(judged, stale);

  const shown = inOrder(chosen(judged, looking), looking.order);
  const open = judged.find(({ seat }) => seat.attempt === selected);
  const close = () => {
    setSelected(null);
    requestAnimationFrame(() => document.getElementById(`seat-${selected}`)?.focus());
  };
  const seatProps = { sitting, now, situation, onOpen: setSelected };
  return (
    <div className="-mt-2 grid gap-3">
      <BoardHead live={live} />
      <Notices live={live} />
      {mayAct && <AsideNotice seats={board.seats} onOpen={setSelected} />}
      {mayAct && <RoomActions board={board} now={now} onStartLater={later.startLater} />}
      {later.waiting.length > 0 && <StartsLater waiting={later.waiting} onCancel={later.cancel} />}
      <BoardTools
        seats={judged}
        looking={looking}
        onLook={(change) => setLooking((before) => ({ ...before, ...change }))}
      />
      <div className={classNames("grid items-start gap-4", open && "lg:grid-cols-[minmax(0,1fr)_24rem]")}>
        <div className={classNames("min-w-0", stale && "grayscale")}>
          {looking.layout === "list" ? (
            <SeatTable seats={shown} selected={selected} {...seatProps} />
          ) : (
            <Cards seats={shown} room={board.seats.length} selected={selected} {...seatProps} />
          )}
        </div>
        {open && (
          <div className="-order-1 lg:sticky lg:top-3 lg:order-none lg:max-h-[calc(100dvh-1.5rem)] lg:overflow-auto">
            <SeatPanel
              key={open.seat.attempt}
              judged={open}
              {...{ sitting, now, situation, mayAct, stale }}
              onClose={close}
            />
          </div>
        )}
      </div>
    </div>
  );
}

/** Problems are judged by what was true when the server was last heard: silence here is not silence at the seats. */
function useJudged({ board, knownAt }: LiveBoard): readonly Judged<Seat>[] {
  const { seats, sitting } = board;
  return useMemo(
    () =>
      seats.map((seat) => ({
        seat,
        problems: sitting.phase === "ended" ? [] : problemsOf(seat, { now: knownAt, startsAt: sitting.startsAt }),
      })),
    [seats, sitting, knownAt],
  );
}

type CardsProps = Omit<SeatProps, "judged" | "open"> & {
  readonly seats: readonly Judged<Seat>[];
  readonly room: number;
  readonly selected: string | null;
};

function Cards({ seats, room, selected, ...card }: CardsProps) {
  if (seats.length === 0)
    return room === 0 ? (
      <EmptyState title="Nobody is booked on this sitting">Entries are made by the exams officer.</EmptyState>
    ) : (
      <EmptyState title="No seat matches">Show all seats, or search for something else.</EmptyState>
    );
  return (
    <ul
      aria-label="Seats"
      className={classNames(
        "grid gap-2",
        room > 28 && "grid-cols-[repeat(auto-fill,minmax(9.1rem,1fr))]",
        room <= 28 && room > 18 && "grid-cols-[repeat(auto-fill,minmax(10.5rem,1fr))]",
        room <= 18 && "grid-cols-[repeat(auto-fill,minmax(13rem,1fr))]",
      )}
    >
      {seats.map((judged) => (
        <SeatCard key={judged.seat.attempt} judged={judged} open={judged.seat.attempt === selected} {...card} />
      ))}
    </ul>
  );
}

/** Milliseconds; shorter waits are nothing anybody has to know of. */
const slowFrom = 2_000;

function Notices({ live: { stale, silent, refusal, board, knownAt, health } }: { readonly live: LiveBoard }) {
  const { copies } = useCopies();
  return (
    <>
      {refusal && (
        <Notice tone="bad" title="This board is no longer kept up to date">
          {refusal}
        </Notice>
      )}
      {stale && (
        <div className="sticky top-2 z-20 shadow-raised">
          <Notice tone="warn" title={`Nothing heard for ${lengthWords(silent)}`}>
            The board below shows the room as it was then. Learners go on working: their answers are kept on their
            computers and sent when the connection is back. Clocks here count on from what was last known.
            {copies.size > 0 && " Should a computer break down now, open its seat: the test goes on at a spare one."}
          </Notice>
        </div>
      )}
      {!stale && health.behind >= slowFrom && (
        <Notice tone="warn" title={`Saving is slow: ${lengthWords(health.behind)} behind`}>
          The server has more to save than it can just now. Learners go on working: what waits is kept on their
          computers and saved in turn. Nothing has to be done here.
        </Notice>
      )}
      <EvacuationBanner board={board} now={knownAt} />
      {board.sitting.phase === "planned" && knownAt > 0 && (
        <Notice title="The sitting is not open yet">
          Open it when the room is ready. Until then nobody can be admitted.
        </Notice>
      )}
      {board.sitting.phase === "ended" && <Notice title="The sitting has ended">Nothing changes here any more.</Notice>}
    </>
  );
}

function StartsLater({ waiting, onCancel }: { readonly waiting: readonly Seat[]; readonly onCancel: () => void }) {
  return (
    <Notice
      title={`${waiting.length} ${waiting.length === 1 ? "learner starts" : "learners start"} as soon as they are ready`}
      actions={
        <Button size="small" variant="quiet" onClick={onCancel}>
          Do not start them by themselves
        </Button>
      }
    >
      {waiting.map(({ seat, name }) => `${seat} ${name}`).join("; ")}. Keep this board open.
    </Notice>
  );
}
