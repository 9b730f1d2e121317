import { Bar } from "@visx/shape";
import { classNames } from "../../components/class-names.ts";
import type { Boundaries } from "../../exam/awarding/boundaries.ts";
import type { Distribution } from "../../exam/awarding/distribution.ts";
import { type Grade, gradeNames, grades } from "../../exam/awarding/grade.ts";
import { chartFrame } from "./chart-frame.ts";

type Props = {
  readonly distribution: Distribution;
  readonly boundaries: Boundaries | null;
  /** The boundaries in force, when they are others: drawn beside them, broken. */
  readonly inForce: Boundaries | null;
};

/** One drawing for each width, so that its letters stay legible; only one of them is ever shown. */
const sizes = [
  { width: 260, height: 230, shown: "@md:hidden" },
  { width: 560, height: 290, shown: "hidden @md:block @3xl:hidden" },
  { width: 860, height: 330, shown: "hidden @3xl:block" },
] as const;

/** How many candidates have each mark, with the boundaries as lines between marks. */
export function MarkChart(props: Props) {
  return (
    <div className="@container">
      {sizes.map(({ width, height, shown }) => (
        <Drawing key={width} {...props} width={width} height={height} className={shown} />
      ))}
    </div>
  );
}

function Drawing({
  distribution,
  boundaries,
  inForce,
  width,
  height,
  className,
}: Props & { readonly width: number; readonly height: number; readonly className: string }) {
  const max = distribution.marks.length - 1;
  const most = Math.max(0, ...distribution.marks.map(({ candidates }) => candidates));
  const frame = chartFrame({ width, height, max, most });
  const { left, right, top, bottom, x, y } = frame;
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={inWords(distribution, boundaries)}
      className={classNames("h-auto w-full text-[13px]", className)}
    >
      {boundaries &&
        bandsOf(boundaries, max).map((band) => (
          <Band key={band.grade} {...band} distribution={distribution} frame={frame} />
        ))}
      {frame.counts.map((count) => (
        <g key={count}>
          <line x1={left} x2={right} y1={y(count)} y2={y(count)} className="stroke-line" />
          <text x={left - 6} y={y(count)} dy="0.35em" textAnchor="end" className="fill-ink-soft tabular">
            {count}
          </text>
        </g>
      ))}
      {distribution.marks.map(({ mark, candidates }) =>
        candidates === 0 ? null : (
          <Bar
            key={mark}
            x={x(mark) - frame.bar / 2}
            y={y(candidates)}
            width={frame.bar}
            height={bottom - y(candidates)}
            className="fill-accent"
          >
            <title>{`${mark} marks: ${candidates} ${candidates === 1 ? "candidate" : "candidates"}`}</title>
          </Bar>
        ),
      )}
      <line x1={left} x2={right} y1={bottom} y2={bottom} className="stroke-ink" />
      {frame.marks.filter(isFree(boundaries, frame)).map((mark) => (
        <Tick key={mark} mark={mark} frame={frame} className="fill-ink-soft" />
      ))}
      {boundaries &&
        lines.map((grade) => (
          <Tick key={grade} mark={boundaries[grade]} frame={frame} className="fill-ink font-bold" />
        ))}
      <text x={(left + right) / 2} y={height - 5} textAnchor="middle" className="fill-ink-soft">
        Marks
      </text>
      {inForce &&
        lines.map((grade) => (
          <line
            key={grade}
            x1={x(inForce[grade] - 0.5)}
            x2={x(inForce[grade] - 0.5)}
            y1={top}
            y2={bottom}
            strokeDasharray="3 4"
            strokeWidth={2}
            className="stroke-ink-soft"
          />
        ))}
      {boundaries && lines.map((grade) => <Boundary key={grade} at={boundaries[grade]} frame={frame} />)}
    </svg>
  );
}

const lines = ["P", "M", "D"] as const;
type Frame = ReturnType<typeof chartFrame>;
type BandOf = { readonly grade: Grade; readonly from: number; readonly to: number };

const bandsOf = ({ P, M, D }: Boundaries, max: number): readonly BandOf[] => [
  { grade: "U", from: 0, to: P - 1 },
  { grade: "P", from: P, to: M - 1 },
  { grade: "M", from: M, to: D - 1 },
  { grade: "D", from: D, to: max },
];

/** Every other band is tinted, and each is named with its count, so that nothing hangs on colour. */
function Band({
  grade,
  from,
  to,
  distribution,
  frame,
}: BandOf & { readonly distribution: Distribution; readonly frame: Frame }) {
  const { x, top, bottom } = frame;
  const [start, end] = [x(from - 0.5), x(to + 0.5)];
  const name = end - start > 8 * gradeNames[grade].length + 8 ? gradeNames[grade] : grade;
  return (
    <g>
      <rect
        x={start}
        y={0}
        width={Math.max(0, end - start)}
        height={bottom}
        className={grades.indexOf(grade) % 2 === 1 ? "fill-sunken" : "fill-none"}
      />
      <text x={(start + end) / 2} y={16} textAnchor="middle" className="fill-ink font-bold">
        {end - start > 14 && name}
      </text>
      <text x={(start + end) / 2} y={34} textAnchor="middle" className="fill-ink tabular">
        {end - start > 14 && within(distribution, from, to)}
      </text>
      <line x1={start} x2={end} y1={top} y2={top} className="stroke-line" />
    </g>
  );
}

function Boundary({ at, frame: { x, bottom } }: { readonly at: number; readonly frame: Frame }) {
  const place = x(at - 0.5);
  return <line x1={place} x2={place} y1={2} y2={bottom} strokeWidth={2.5} className="stroke-ink" />;
}

function Tick({
  mark,
  frame: { x, bottom },
  className,
}: {
  readonly mark: number;
  readonly frame: Frame;
  readonly className: string;
}) {
  return (
    <g>
      <line x1={x(mark)} x2={x(mark)} y1={bottom} y2={bottom + 5} className="stroke-ink" />
      <text x={x(mark)} y={bottom + 19} textAnchor="middle" className={classNames("tabular", className)}>
        {mark}
      </text>
    </g>
  );
}

/** The figures of the boundaries stand on the axis; an ordinary one gives way where both would touch. */
const isFree =
  (boundaries: Boundaries | null, { x }: Frame) =>
  (mark: number) =>
    boundaries === null || lines.every((grade) => Math.abs(x(mark) - x(boundaries[grade])) > 20);

const within = ({ marks }: Distribution, from: number, to: number) =>
  marks.reduce((total, { mark, candidates }) => (mark >= from && mark <= to ? total + candidates : total), 0);

/** The drawing in a sentence or two, for whoever does not see it. */
function inWords(distribution: Distribution, boundaries: Boundaries | null): string {
  const given = distribution.marks.filter(({ candidates }) => candidates > 0);
  const [lowest, highest] = [given[0], given.at(-1)];
  if (lowest === undefined || highest === undefined) return "Mark distribution: no candidate is wholly marked yet.";
  const spread = `Mark distribution of ${distribution.candidates} candidates, from ${lowest.mark} to ${highest.mark} marks.`;
  if (boundaries === null) return spread;
  const bands = bandsOf(boundaries, distribution.marks.length - 1);
  return `${spread} ${bands.map(({ grade, from, to }) => `${gradeNames[grade]}, ${from} to ${to} marks: ${within(distribution, from, to)}`).join("; ")}.`;
}
