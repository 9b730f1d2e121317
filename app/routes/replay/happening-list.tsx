import { memo, useEffect, useMemo, useRef, useState } from "react";
import { Panel } from "../../components/panel.tsx";
import { Select } from "../../components/select.tsx";
import { Badge } from "../../components/status.tsx";
import type { LearnerForm } from "../../exam/item/learner-item.ts";
import type { Done, Happening } from "../../exam/proof/film.ts";
import type { Instant } from "../../exam/time/time.ts";
import { timeOfDay } from "../../player/time-of-day.ts";
import { inLondon } from "../london-time.ts";
import { happeningWords } from "./happening-words.ts";

type Props = {
  readonly happenings: readonly Happening[];
  /** What came before has its day with it. */
  readonly from: Instant;
  /** Of the last one that has happened. */
  readonly index: number;
  readonly form: LearnerForm;
  readonly onSeek: (at: number) => void;
};

const kinds = {
  all: { label: "Everything", shows: () => true },
  answers: { label: "Answers and flags", shows: isWork },
  room: { label: "Clock, computer, connection", shows: (one: Happening) => one.kind !== "entry" },
  uncounted: {
    label: "What did not count",
    shows: (one: Happening) => one.kind === "entry" && one.done.standing !== "counted",
  },
} as const;
type Kind = keyof typeof kinds;
const options = (Object.keys(kinds) as Kind[]).map((value) => ({ value, label: kinds[value].label }));

function isWork(one: Happening) {
  return one.kind === "entry" && (one.done.entry.kind === "answer" || one.done.entry.kind === "flag");
}

/** Everything that happened, with its time; each leads to its moment. */
export function HappeningList({ happenings, from, index, form, onSeek }: Props) {
  const [kind, setKind] = useState<Kind>("all");
  const rows = useMemo(
    () =>
      happenings
        .map((happening, place) => ({ happening, place }))
        .filter(({ happening }) => kinds[kind].shows(happening)),
    [happenings, kind],
  );
  const current = rows.findLast(({ place }) => place <= index)?.place ?? -1;
  const list = useFollowing(current);
  return (
    <Panel
      title="What happened"
      flush
      actions={
        <Select
          label={<span className="sr-only">Show</span>}
          value={kind}
          options={options}
          onChange={(event) => setKind(event.currentTarget.value as Kind)}
        />
      }
    >
      <ol ref={list} className="relative max-h-[44rem] overflow-y-auto" aria-label="What happened, in order">
        {rows.map(({ happening, place }) => (
          <Row key={place} {...{ happening, form, onSeek, from }} current={place === current} />
        ))}
        {rows.length === 0 && <li className="px-5 py-4 text-ink-soft">Nothing of this kind.</li>}
      </ol>
    </Panel>
  );
}

/** Keeps the current row in view, inside the list alone: the page itself does not move. */
function useFollowing(current: number) {
  const list = useRef<HTMLOListElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: it follows the current row.
  useEffect(() => {
    const row = list.current?.querySelector<HTMLElement>("[aria-current]");
    if (!list.current || !row) return;
    const { scrollTop, clientHeight } = list.current;
    const { offsetTop, offsetHeight } = row.parentElement ?? row;
    if (offsetTop < scrollTop || offsetTop + offsetHeight > scrollTop + clientHeight)
      list.current.scrollTop = offsetTop - clientHeight / 2;
  }, [current]);
  return list;
}

type RowProps = Pick<Props, "form" | "onSeek" | "from"> & { readonly happening: Happening; readonly current: boolean };

const Row = memo(function Row({ happening, form, from, onSeek, current }: RowProps) {
  const { what, detail } = happeningWords(happening, form);
  return (
    <li className="border-b border-line last:border-b-0 [content-visibility:auto] [contain-intrinsic-size:auto_3.5rem]">
      <button
        type="button"
        aria-current={current ? "step" : undefined}
        onClick={() => onSeek(happening.at)}
        className="grid w-full grid-cols-[4.5rem_minmax(0,1fr)] gap-x-3 px-5 py-1.5 text-start hover:bg-sunken aria-[current]:bg-accent-soft"
      >
        <span className="tabular text-sm text-ink-soft">
          {happening.at < from ? inLondon(happening.at) : timeOfDay(happening.at)}
        </span>
        <span className="grid min-w-0">
          <span className="font-bold">{what}</span>
          {detail && <span className="text-sm break-words">{detail}</span>}
          {happening.kind === "entry" && <Stored done={happening.done} />}
        </span>
      </button>
    </li>
  );
});

/** A save on its way this long is worth saying, in milliseconds. */
const usualWay = 3_000;

function Stored({ done: { receivedAt, madeAt, standing } }: { readonly done: Done }) {
  const lag = receivedAt - madeAt;
  return (
    <span className="flex flex-wrap items-center gap-x-2 text-sm text-ink-soft tabular">
      received {timeOfDay(receivedAt)}
      {lag > usualWay && `, ${Math.round(lag / 1_000)} s later`}
      {standing !== "counted" && <Badge tone="warn">{standing.replaceAll("-", " ")}</Badge>}
    </span>
  );
}
