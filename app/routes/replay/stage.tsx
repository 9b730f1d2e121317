import { useEffect, useRef, useState } from "react";
import { Clock } from "../../components/clock.tsx";
import { DocumentIcon, LockIcon, PauseIcon, SendIcon, TickIcon } from "../../components/icons.tsx";
import type { LearnerForm } from "../../exam/item/learner-item.ts";
import type { Scene } from "../../exam/proof/replay.ts";
import { itemStates } from "../../player/item-state.ts";
import { ItemList } from "../../player/screens/item-list.tsx";
import { ItemStrip } from "../../player/screens/item-strip.tsx";
import { pausedWords } from "../../player/screens/paused.tsx";
import { Question } from "../../player/screens/question.tsx";
import { missingWords, summary } from "../../player/screens/review.tsx";
import { safeWords } from "../../player/screens/safe-line.tsx";
import type { ReplayFacts } from "../../store/views/replay.ts";

type Props = {
  readonly scene: Scene;
  readonly form: LearnerForm;
  readonly seed: string;
  readonly title: string;
  readonly who: ReplayFacts["who"];
  readonly onGo: (item: string) => void;
};

/** What the text size multiplies lengths by: 106.25 % is the normal one (tokens.css). */
const textScale: Readonly<Record<string, number>> = {
  large: 125 / 106.25,
  larger: 150 / 106.25,
  largest: 200 / 106.25,
};
/** Smaller than this nobody can read it: then it is scrolled sideways. */
const smallest = 0.6;
const usual = { width: 1366, height: 768 };

/** The learner's screen, in its colours, text size and proportions, to look at and not to touch. */
export function Stage(props: Props) {
  const { look } = props.scene;
  const [outer, width] = useWidth();
  const page = look?.screen ?? usual;
  const text = textScale[look?.text ?? "normal"] ?? 1;
  const zoom = (width === null ? 1 : Math.min(1, Math.max(smallest, width / page.width))) * text;
  const theme = look === null || look.theme === "system" ? "light" : look.theme;
  return (
    <section
      aria-label="The learner's screen"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls by itself must be reachable by keyboard.
      tabIndex={0}
      className="relative min-w-0 overflow-x-auto rounded-lg border-2 border-line-strong"
    >
      <div ref={outer}>
        <div
          data-theme={theme}
          data-text={look?.text}
          className="bg-page text-ink"
          style={{ zoom, width: page.width / text, height: page.height / text, fontSize: "1rem" }}
        >
          <div className="@container/player h-full">
            <div className="flex h-full flex-col overflow-y-auto">
              <Header {...props} />
              <Shown {...props} />
            </div>
          </div>
        </div>
      </div>
    </section>
  );
}

function Header({ scene, title, who }: Props) {
  const { safe, savedAt, waiting, connected, left, showing } = scene;
  const words = safeWords({
    safe,
    savedAt,
    waiting: waiting.length,
    trouble: !connected,
    keeping: "kept",
    inRoom: false,
  });
  const hasBegun = showing !== "waiting" && showing !== "ended" && showing !== "void";
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 border-b border-line bg-surface px-4 py-2 @[53rem]/player:px-6">
      <div className="min-w-0">
        <p className="truncate font-bold leading-tight">{title}</p>
        {who && (
          <p className="truncate text-sm text-ink-soft leading-tight">
            {who.name}, {who.candidateNumber}
          </p>
        )}
      </div>
      {hasBegun && (
        <>
          <p className={connected ? "text-sm text-ink-soft tabular" : "text-sm font-bold text-warn tabular"}>{words}</p>
          <Clock left={left} running={showing !== "stopped"} />
        </>
      )}
    </div>
  );
}

function Shown(props: Props) {
  switch (props.scene.showing) {
    case "waiting":
      return (
        <Curtain icon={<LockIcon />} title="Waiting for the start">
          The questions were on the computer at most locked: nothing of them could be seen.
        </Curtain>
      );
    case "stopped": {
      const [title, lead] = pausedWords[props.scene.stopped ?? "pause"];
      return (
        <Curtain icon={<PauseIcon />} title={title}>
          {lead}
        </Curtain>
      );
    }
    case "handing-in":
      return (
        <Curtain icon={<SendIcon />} title="Time is up">
          The test is being handed in. Nothing can be changed any more.
        </Curtain>
      );
    case "ended":
      return (
        <Curtain icon={<TickIcon />} title="The test has ended">
          The learner sees the receipt.
        </Curtain>
      );
    case "void":
      return (
        <Curtain icon={<LockIcon />} title="The test has been made void">
          It does not count.
        </Curtain>
      );
    case "review":
      return <Review {...props} />;
    case "question":
      return <Answering {...props} />;
  }
}

const nothing = {};
const never = () => {};

function Answering({ scene, form, seed, title, onGo }: Props) {
  const item = form.items.find(({ id }) => id === scene.item) ?? form.items[0];
  if (item === undefined) return null;
  return (
    <>
      <ItemStrip states={itemStates(form, scene.seen)} current={item.id} onGo={onGo} />
      <Question
        title={title}
        form={form}
        item={item}
        response={scene.seen.answers[item.id] ?? nothing}
        onAnswer={never}
        seed={seed}
        disabled
        still
      />
    </>
  );
}

function Review({ scene, form, onGo }: Props) {
  const states = itemStates(form, scene.seen);
  const missing = states.filter(({ answered }) => !answered).map(({ item }) => item.number);
  const flagged = states.filter((state) => state.flagged).map(({ item }) => item.number);
  return (
    <div className="grid gap-5 px-4 py-5 @[53rem]/player:px-8">
      <div className="grid gap-1">
        <h2 className="text-2xl">Check your answers</h2>
        <p className="text-lg text-ink-soft">
          {summary(states.length, missing, flagged)} {missingWords(missing)}
        </p>
      </div>
      <ItemList states={states} onGo={onGo} />
    </div>
  );
}

type CurtainProps = { readonly icon: React.ReactNode; readonly title: string; readonly children: string };

/** Nothing of the test was in view. */
function Curtain({ icon, title, children }: CurtainProps) {
  return (
    <div className="grid flex-1 place-content-center justify-items-center gap-3 p-6 text-center">
      <span className="text-3xl text-accent">{icon ?? <DocumentIcon />}</span>
      <h2 className="text-2xl">{title}</h2>
      <p className="text-lg text-ink-soft measure">{children}</p>
    </div>
  );
}

/** How wide an element is, in CSS pixels; null until it has been drawn. */
function useWidth() {
  const element = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState<number | null>(null);
  useEffect(() => {
    if (element.current === null) return;
    const watcher = new ResizeObserver(([entry]) => setWidth(entry?.contentRect.width ?? null));
    watcher.observe(element.current);
    return () => watcher.disconnect();
  }, []);
  return [element, width] as const;
}
