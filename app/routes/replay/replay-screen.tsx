import { useMemo } from "react";
import { Notice } from "../../components/notice.tsx";
import { film } from "../../exam/proof/film.ts";
import { sceneAt } from "../../exam/proof/replay.ts";
import type { Opened, ReplayFacts } from "../../store/views/replay.ts";
import { HappeningList } from "./happening-list.tsx";
import { MomentPanel } from "./moment-panel.tsx";
import { Scrubber } from "./scrubber.tsx";
import { Stage } from "./stage.tsx";
import { usePlayback } from "./use-playback.ts";

type Props = { readonly facts: ReplayFacts; readonly opened: Opened };

/** A test seen again: the learner's screen, under it the moment one looks at, and beside it all that happened. */
export function ReplayScreen({ facts, opened }: Props) {
  const { record, form, versions, why } = opened;
  const reel = useMemo(() => film(record), [record]);
  const playback = usePlayback(reel);
  const scene = useMemo(() => sceneAt(reel, playback.at), [reel, playback.at]);

  /** The next moment at which the learner was at this question; after the last one, the first. */
  const goTo = (item: string) => {
    const visits = reel.happenings.filter(
      (one) => one.kind === "entry" && one.done.entry.kind === "visit" && one.done.entry.item === item,
    );
    const next = visits.find(({ at }) => at > playback.at) ?? visits[0];
    if (next) playback.seek(next.at);
  };

  if (reel.happenings.length === 0) return <Notice>Nothing of this test was ever written down.</Notice>;
  return (
    <div className="@container/replay">
      <div className="grid gap-4 @[64rem]/replay:grid-cols-[minmax(0,1fr)_24rem]">
        <div className="grid min-w-0 content-start gap-4">
          <Stage scene={scene} form={form} seed={facts.attempt} title={facts.paper} who={facts.who} onGo={goTo} />
          <Scrubber reel={reel} scene={scene} form={form} playback={playback} />
          <MomentPanel scene={scene} form={form} versions={versions} desks={record.desks} />
          <p className="text-sm text-ink-soft">Opened because: {why}</p>
        </div>
        <HappeningList
          happenings={reel.happenings}
          from={reel.from}
          index={scene.index}
          form={form}
          onSeek={playback.seek}
        />
      </div>
    </div>
  );
}
