import { useEffect, useState } from "react";
import { Button } from "../../components/button.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { FlagIcon, LeftIcon, RightIcon, RoomIcon } from "../../components/icons.tsx";
import type { LearnerForm } from "../../exam/item/learner-item.ts";
import { itemStates } from "../item-state.ts";
import type { Player } from "../player.ts";
import type { Room } from "../room.ts";
import type { Snapshot } from "../snapshot.ts";
import { Announcements } from "./announcements.tsx";
import { ItemList } from "./item-list.tsx";
import { ItemStrip } from "./item-strip.tsx";
import { Question } from "./question.tsx";
import { Review } from "./review.tsx";
import { SafeLine } from "./safe-line.tsx";
import { TestHeader } from "./test-header.tsx";
import { TimeLeft } from "./time-left.tsx";
import { whoOf } from "./who.ts";
import { WorkingFrame } from "./working-frame.tsx";

type Props = {
  readonly room: Room;
  readonly form: LearnerForm;
  readonly snapshot: Snapshot;
  readonly player: Player;
  readonly timeHidden: boolean;
  /** All questions to look through, instead of one. */
  readonly reviewing: boolean;
  readonly setReviewing: (reviewing: boolean) => void;
  readonly onHideTime: (hidden: boolean) => void;
};

const nothing = {};

/** The test itself: one question at a time, or all of them to look through. */
export function Running(props: Props) {
  const { room, form, snapshot, player, timeHidden, onHideTime, reviewing, setReviewing } = props;
  const { work } = snapshot;
  const [itemId, setItemId] = useState(() => work.at ?? form.items[0]?.id);
  const [listing, setListing] = useState(false);
  const states = itemStates(form, work);
  const index = Math.max(
    0,
    form.items.findIndex(({ id }) => id === itemId),
  );
  const item = form.items[index];
  const flagged = item !== undefined && work.flagged.includes(item.id);

  useEffect(() => {
    if (itemId !== undefined && !reviewing) player.visit(itemId);
  }, [player, itemId, reviewing]);

  const go = (id: string | undefined) => {
    if (id === undefined) return;
    setItemId(id);
    setReviewing(false);
    setListing(false);
  };
  const list = (open: boolean) => {
    player.panel("questions", open);
    setListing(open);
  };
  const review = () => {
    player.panel("review", true);
    player.leaving();
    setReviewing(true);
    setListing(false);
  };
  if (item === undefined) return null;

  const header = (
    <>
      <TestHeader
        title={room.title}
        who={whoOf(room)}
        safe={<SafeLine snapshot={snapshot} />}
        time={<TimeLeft left={player.left} running hidden={timeHidden} onHide={onHideTime} />}
      />
      <Announcements snapshot={snapshot} onDismiss={player.dismiss} onKnown={player.knowsWhatIsKept} />
      <ItemStrip states={states} current={reviewing ? null : item.id} onGo={go} />
    </>
  );
  if (reviewing)
    return (
      <Review
        states={states}
        header={header}
        title={room.title}
        back={item.number}
        onGo={go}
        onSubmit={player.submit}
      />
    );

  const isLast = index === form.items.length - 1;
  return (
    <WorkingFrame
      header={header}
      footer={
        <>
          <Button
            variant="quiet"
            icon={<LeftIcon />}
            disabled={index === 0}
            onClick={() => go(form.items[index - 1]?.id)}
          >
            Previous
          </Button>
          <div className="order-last flex basis-full flex-wrap justify-center gap-3 @[30rem]/player:order-none @[30rem]/player:basis-auto">
            <span className="@[53rem]/player:hidden">
              <Button variant="quiet" icon={<RoomIcon />} aria-haspopup="dialog" onClick={() => list(true)}>
                All questions
              </Button>
            </span>
            {!isLast && (
              <span className="hidden @[30rem]/player:inline">
                <Button variant="quiet" onClick={review}>
                  Check and submit
                </Button>
              </span>
            )}
          </div>
          {isLast ? (
            <Button onClick={review}>Check your answers</Button>
          ) : (
            <Button onClick={() => go(form.items[index + 1]?.id)}>
              Next <RightIcon />
            </Button>
          )}
        </>
      }
    >
      <Question
        title={room.title}
        form={form}
        item={item}
        response={work.answers[item.id] ?? nothing}
        onAnswer={player.answer}
        seed={room.attempt}
        actions={
          <Button
            size="small"
            variant="quiet"
            icon={<FlagIcon className={flagged ? "text-warn" : ""} />}
            onClick={() => player.flag(item.id, !flagged)}
          >
            {flagged ? "Flagged: take the flag off" : "Flag for review"}
          </Button>
        }
      />
      <Dialog open={listing} onClose={() => list(false)} title="All questions" width="wide">
        <ItemList states={states} current={item.id} onGo={go} />
        <div>
          <Button variant="quiet" onClick={review}>
            Check and submit
          </Button>
        </div>
      </Dialog>
    </WorkingFrame>
  );
}
