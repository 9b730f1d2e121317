import { useCallback, useMemo, useState } from "react";
import { Button } from "../../components/button.tsx";
import { classNames } from "../../components/class-names.ts";
import { Kbd } from "../../components/kbd.tsx";
import { Notice } from "../../components/notice.tsx";
import { chosen } from "../../exam/invigilation/seat-filter.ts";
import { inOrder, type Judged } from "../../exam/invigilation/seat-order.ts";
import type { Seat, SittingState } from "../../live/contract.ts";
import { BoardHead } from "./board-head.tsx";
import { BoardNotices } from "./board-notices.tsx";
import { BoardTools, type Looking } from "./board-tools.tsx";
import { DraftsContext, draftStore, useHasDrafts } from "./drafts.ts";
import { namesInBrief } from "./names-in-brief.ts";
import { RoomActions } from "./room-actions.tsx";
import { RoomLog } from "./room-log.tsx";
import { AsideNotice } from "./seat-aside.tsx";
import { SeatList } from "./seat-list.tsx";
import { SeatPanel } from "./seat-panel.tsx";
import { StayOnBoard } from "./stay-on-board.tsx";
import { useProblemAnnouncer } from "./use-problem-announcer.ts";
import { useKnownAt, useNow, useShown } from "./use-room.ts";
import { useSeatFocus } from "./use-seat-focus.ts";
import { useStartLater } from "./use-start-later.ts";

type Props = {
  readonly mayAct: boolean;
  /** A seat named in the address, for whoever has no scripts. */
  readonly opened: string | null;
  /** Every seat is wanted in the page. */
  readonly all: boolean;
};

/** The invigilator's room: live, problems first, with everything that may be done to one learner or to all. */
export function BoardScreen(props: Props) {
  const [drafts] = useState(draftStore);
  return (
    <DraftsContext.Provider value={drafts}>
      <Screen {...props} />
    </DraftsContext.Provider>
  );
}

function Screen({ mayAct, opened, all }: Props) {
  const shown = useShown();
  const { sitting, seats, judged, stale } = shown;
  const [selected, setSelected] = useState(opened);
  const [looking, setLooking] = useState<Looking>({ filter: "all", search: "", order: "problems", layout: "cards" });
  const look = useCallback((change: Partial<Looking>) => setLooking((before) => ({ ...before, ...change })), []);
  const later = useStartLater(shown);
  useProblemAnnouncer(judged, stale);

  const listed = useMemo(() => inOrder(chosen(judged, looking), looking.order), [judged, looking]);
  const focus = useSeatFocus(listed);
  const open = judged.find(({ seat }) => seat.attempt === selected);
  const close = () => {
    if (selected !== null) focus.goTo(selected);
    setSelected(null);
  };
  return (
    <div className="-mt-2 grid grid-cols-[minmax(0,1fr)] gap-3">
      <BoardHead shown={shown} />
      <BoardNotices shown={shown} />
      <StayOnBoard cutOff={stale} hasDrafts={useHasDrafts()} />
      {mayAct && <AsideNotice seats={seats} onOpen={setSelected} />}
      {mayAct && <RoomActions board={shown} onStartLater={later.startLater} />}
      {later.waiting.length > 0 && <StartsLater {...later} onCancel={later.cancel} />}
      <RoomLog sitting={sitting} />
      <BoardTools seats={judged} listed={listed.length} looking={looking} onLook={look} />
      <div
        className={classNames(
          "grid grid-cols-[minmax(0,1fr)] items-start gap-4",
          open && "lg:grid-cols-[minmax(0,1fr)_24rem]",
        )}
      >
        <div className={classNames("min-w-0", stale && "grayscale")}>
          <SeatList
            seats={listed}
            room={seats.length}
            layout={looking.layout}
            onOpen={setSelected}
            {...{ sitting, selected, focus, all }}
          />
          {focus.byKeys && <KeysHint />}
        </div>
        {open && (
          <div className="-order-1 lg:sticky lg:top-3 lg:order-none lg:max-h-[calc(100dvh-1.5rem)] lg:overflow-auto">
            <OpenSeat key={open.seat.attempt} judged={open} {...{ sitting, mayAct, stale }} onClose={close} />
          </div>
        )}
      </div>
    </div>
  );
}

/** For whoever comes to the seats by keyboard, for as long as they are there. */
const KeysHint = () => (
  <p className="pointer-events-none sticky bottom-3 z-10 h-0 text-center text-sm print:hidden">
    <span className="inline-block -translate-y-full rounded-md border border-line-strong bg-raised px-3 py-1.5 shadow-raised">
      <Kbd>←</Kbd> <Kbd>→</Kbd> <Kbd>↑</Kbd> <Kbd>↓</Kbd> lead from seat to seat, <Kbd>Enter</Kbd> opens one
    </span>
  </p>
);

type OpenProps = {
  readonly judged: Judged<Seat>;
  readonly sitting: SittingState;
  readonly mayAct: boolean;
  readonly stale: boolean;
  readonly onClose: () => void;
};

/** The one seat in which everything goes with the clock. */
function OpenSeat(props: OpenProps) {
  const now = useNow();
  const knownAt = useKnownAt();
  return <SeatPanel {...props} now={now} situation={{ now: knownAt, startsAt: props.sitting.startsAt }} />;
}

type StartsLaterProps = {
  readonly waiting: readonly Seat[];
  readonly refusal: string | null;
  readonly onCancel: () => void;
};

function StartsLater({ waiting, refusal, onCancel }: StartsLaterProps) {
  return (
    <Notice
      title={`${waiting.length} ${waiting.length === 1 ? "learner starts" : "learners start"} as soon as they are ready`}
      actions={
        <Button size="small" variant="quiet" onClick={onCancel}>
          Do not start them by themselves
        </Button>
      }
    >
      {namesInBrief(waiting)}. Keep this board open.
      {refusal !== null && ` Not started just now: ${refusal} It is tried again by itself.`}
    </Notice>
  );
}
