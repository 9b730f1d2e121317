import { classNames } from "../../components/class-names.ts";
import { Kbd } from "../../components/kbd.tsx";
import type { ExaminerItem } from "../../exam/item/for-examiner.ts";
import { type Level, levelOf, type Point } from "../../exam/item/scheme.ts";
import type { Pictures } from "../../player/interactions/interaction-props.ts";
import { RichText } from "../../player/interactions/rich-text.tsx";
import type { Choice } from "./desk.ts";
import { inMarks } from "./response-panel.tsx";

export type MarkingProps = {
  readonly item: ExaminerItem;
  readonly pictures: Pictures;
  readonly choice: Choice;
  readonly onMarks: (marks: number) => void;
  readonly onPoint: (id: string) => void;
};

/** Points to tick, levels to place a mark in, or plain marks: whatever the scheme asks for. */
export function Marks(props: MarkingProps) {
  const { scheme, maxMark } = props.item;
  if (scheme?.kind === "points") return <Points {...props} points={scheme.points} />;
  if (scheme?.kind === "levels") return <Levels {...props} levels={scheme.levels} />;
  return (
    <fieldset>
      <legend className="mb-2 font-bold">Marks, of {maxMark}</legend>
      <MarkChips {...props} from={0} to={maxMark} />
    </fieldset>
  );
}

function Points({
  points,
  choice,
  onPoint,
  onMarks,
  item,
  pictures,
}: MarkingProps & { readonly points: readonly Point[] }) {
  return (
    <fieldset className="grid min-w-0 gap-1">
      <legend className="mb-2 flex w-full justify-between gap-4 font-bold">
        Points
        <Total choice={choice} max={item.maxMark} />
      </legend>
      {points.map((point, index) => (
        <PointRow
          key={point.id}
          point={point}
          figure={index + 1}
          isOn={choice.points.includes(point.id)}
          lacks={point.needs !== null && !choice.points.includes(point.needs)}
          onToggle={() => onPoint(point.id)}
          pictures={pictures}
        />
      ))}
      <Tick figure={0} isOn={choice.marks === 0 && choice.points.length === 0} onToggle={() => onMarks(0)}>
        Nothing that earns a mark
      </Tick>
    </fieldset>
  );
}

type PointRowProps = {
  readonly point: Point;
  readonly figure: number;
  readonly isOn: boolean;
  /** It extends a point that has not been given, so it earns nothing yet. */
  readonly lacks: boolean;
  readonly onToggle: () => void;
  readonly pictures: Pictures;
};

function PointRow({ point, figure, isOn, lacks, onToggle, pictures }: PointRowProps) {
  return (
    <Tick figure={figure} isOn={isOn} onToggle={onToggle} isExtension={point.needs !== null}>
      <span className="min-w-0 flex-1">
        <RichText body={point.content} pictures={pictures} />
        {isOn && lacks && <span className="block text-sm text-warn">Counts only with the point it extends</span>}
      </span>
      <span className="text-sm whitespace-nowrap text-ink-soft tabular">{inMarks(point.marks)}</span>
    </Tick>
  );
}

type TickProps = {
  readonly figure: number;
  readonly isOn: boolean;
  readonly isExtension?: boolean;
  readonly onToggle: () => void;
  readonly children: React.ReactNode;
};

function Tick({ figure, isOn, isExtension = false, onToggle, children }: TickProps) {
  return (
    <label
      className={classNames(
        "flex items-start gap-2.5 rounded-md border-[1.5px] px-3 py-2",
        isExtension && "ms-6",
        isOn ? "border-accent bg-accent-soft" : "border-line hover:border-line-strong",
      )}
    >
      <input
        type="checkbox"
        checked={isOn}
        onChange={onToggle}
        className="mt-[0.25em] size-[1.2em] shrink-0 scroll-mb-44"
      />
      {figure <= 9 && <Figure figure={figure} />}
      {children}
    </label>
  );
}

/** The key is shown to those who see it; others read it in the list of keys. */
const Figure = ({ figure }: { readonly figure: number }) => (
  <span aria-hidden className="mt-px">
    <Kbd>{figure}</Kbd>
  </span>
);

function Levels({ levels, ...marking }: MarkingProps & { readonly levels: readonly Level[] }) {
  const { choice, item, pictures } = marking;
  const chosen = choice.marks === null ? null : levelOf(levels, choice.marks);
  return (
    <fieldset className="grid min-w-0 gap-2">
      <legend className="mb-2 flex w-full justify-between gap-4 font-bold">
        Choose the level that fits best, then the mark in it
        <Total choice={choice} max={item.maxMark} />
      </legend>
      {levels
        .toSorted((a, b) => b.level - a.level)
        .map((level) => (
          <div
            key={level.level}
            className={classNames(
              "grid gap-2 rounded-md border-[1.5px] px-3 py-2.5",
              chosen?.level === level.level ? "border-accent bg-accent-soft" : "border-line",
            )}
          >
            <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
              <p className="font-bold">Level {level.level}</p>
              <MarkChips {...marking} from={level.min} to={level.max} />
            </div>
            <div className="text-[0.95em]">
              <RichText body={level.descriptor} pictures={pictures} />
            </div>
          </div>
        ))}
    </fieldset>
  );
}

type ChipsProps = MarkingProps & { readonly from: number; readonly to: number };

function MarkChips({ choice, onMarks, from, to }: ChipsProps) {
  return (
    <div className="flex flex-wrap gap-1.5">
      {Array.from({ length: to - from + 1 }, (_, n) => from + n).map((marks) => (
        <label
          key={marks}
          className={classNames(
            "relative grid min-h-10 min-w-11 place-items-center rounded-md border-[1.5px] px-2 font-bold tabular has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus",
            choice.marks === marks
              ? "border-accent bg-accent text-accent-ink"
              : "border-line-strong bg-surface hover:bg-sunken",
          )}
        >
          <input
            type="radio"
            name="marks"
            value={marks}
            checked={choice.marks === marks}
            onChange={() => onMarks(marks)}
            className="sr-only scroll-mb-44"
          />
          {marks}
          <span className="sr-only">{marks === 1 ? " mark" : " marks"}</span>
        </label>
      ))}
    </div>
  );
}

const Total = ({ choice: { marks }, max }: { readonly choice: Choice; readonly max: number }) => (
  <output className="tabular">{marks === null ? `– of ${max}` : `${marks} of ${max}`}</output>
);
