import type { KeyboardEvent } from "react";
import { Button } from "../../components/button.tsx";
import { clockWords } from "../../components/clock-words.ts";
import { LeftIcon, PauseIcon, PlayIcon, RightIcon } from "../../components/icons.tsx";
import { Segmented } from "../../components/segmented.tsx";
import type { LearnerForm } from "../../exam/item/learner-item.ts";
import type { Film } from "../../exam/proof/film.ts";
import type { Scene } from "../../exam/proof/replay.ts";
import { timeOfDay } from "../../player/time-of-day.ts";
import { questionName } from "./happening-words.ts";
import { Timeline } from "./timeline.tsx";
import { type Playback, speeds } from "./use-playback.ts";

type Props = {
  readonly reel: Film;
  readonly scene: Scene;
  readonly form: LearnerForm;
  readonly playback: Playback;
};

/** One step of the slider, in milliseconds. */
const second = 1_000;
const speedOptions = speeds.map((value) => ({ value, label: `${value}×` }));

/** The moment one looks at: to drag, to step from one event to the next, to let run. */
export function Scrubber({ reel, scene, form, playback }: Props) {
  const { from, to, happenings } = reel;
  const { at, seek, playing } = playback;
  const stepBack = () => seek(happenings.findLast((one) => one.at < at)?.at ?? from);
  const stepOn = () => seek(happenings.find((one) => one.at > at)?.at ?? to);
  const onKeyDown = (event: KeyboardEvent) => {
    // Within the last second the slider stands at its end already and would not move.
    if (event.key === "Home" || event.key === "End") {
      event.preventDefault();
      seek(event.key === "Home" ? from : to);
      return;
    }
    if (!event.shiftKey || !["ArrowLeft", "ArrowRight"].includes(event.key)) return;
    event.preventDefault();
    if (event.key === "ArrowLeft") stepBack();
    else stepOn();
  };
  return (
    <section
      aria-label="Moment of the test"
      className="bottom-0 z-10 grid gap-2 rounded-lg border border-line bg-surface px-4 py-3 shadow-raised [@media(min-height:40rem)_and_(min-width:64rem)]:sticky"
    >
      <div>
        <Timeline reel={reel} />
        <input
          type="range"
          aria-label="Moment"
          aria-valuetext={valueText(scene, form)}
          aria-describedby="scrubber-keys"
          min={0}
          // A second begun counts whole, so that the last step is the end itself.
          max={Math.ceil((to - from) / second)}
          value={Math.ceil((at - from) / second)}
          onChange={(event) => seek(from + Number(event.currentTarget.value) * second)}
          onKeyDown={onKeyDown}
          className="mx-0 mt-2 mb-1 block h-6 w-full"
        />
      </div>
      <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
        <div className="flex flex-wrap gap-2">
          <Button size="small" variant="quiet" icon={<LeftIcon />} onClick={stepBack}>
            Previous event
          </Button>
          <Button
            size="small"
            icon={playing ? <PauseIcon /> : <PlayIcon />}
            onClick={playing ? playback.stop : playback.play}
          >
            {playing ? "Stop" : "Play"}
          </Button>
          <Button size="small" variant="quiet" onClick={stepOn}>
            Next event <RightIcon />
          </Button>
        </div>
        <Segmented
          legend="Speed"
          legendHidden
          value={playback.speed}
          onChange={playback.setSpeed}
          options={speedOptions}
        />
        <p className="text-lg font-bold tabular">{timeOfDay(at)}</p>
        <p id="scrubber-keys" className="text-sm text-ink-soft">
          On the slider: arrow keys move by a second, with Shift from event to event.
        </p>
      </div>
    </section>
  );
}

/** `10:41:07, 34 minutes left, question 5` */
const valueText = ({ at, left, item, showing }: Scene, form: LearnerForm) =>
  [
    timeOfDay(at),
    `${clockWords(left)} left`,
    showing === "question" && item !== null
      ? questionName(item, form)
      : showing === "question"
        ? "no question yet"
        : showing,
  ].join(", ");
