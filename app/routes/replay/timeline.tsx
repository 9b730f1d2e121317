import { memo } from "react";
import type { Film, Happening } from "../../exam/proof/film.ts";

/** Drawn over this many units, whatever the width. */
const whole = 1_000;

/** Where in the test something happened; the list beside it says the same in words. */
export const Timeline = memo(function Timeline({ reel }: { readonly reel: Film }) {
  const { from, to, happenings } = reel;
  const length = Math.max(1, to - from);
  const place = (at: number) => ((at - from) / length) * whole;
  const marks = (which: (one: Happening) => boolean) =>
    happenings
      .filter(which)
      .map(({ at }) => `M${place(at).toFixed(2)} 0V24`)
      .join("");
  const answers = marks((one) => one.kind === "entry" && one.done.entry.kind === "answer");
  const uncounted = marks((one) => one.kind === "entry" && one.done.standing !== "counted");
  const events = marks(
    (one) => one.kind === "told" || one.kind === "desk" || (one.kind === "line" && one.line.kind === "allowance"),
  );
  return (
    <div className="grid gap-1">
      <svg
        aria-hidden
        viewBox={`0 0 ${whole} 24`}
        preserveAspectRatio="none"
        className="block h-6 w-full rounded-sm bg-sunken"
      >
        {stretches(happenings, to, stopsAt, goesOnAt).map(([start, end]) => (
          <rect
            key={`s${start}`}
            x={place(start)}
            width={place(end) - place(start)}
            height="24"
            className="fill-line-strong opacity-60"
          />
        ))}
        {stretches(
          happenings,
          to,
          (one) => one.kind === "lost",
          (one) => one.kind === "back",
        ).map(([start, end]) => (
          <rect
            key={`l${start}`}
            x={place(start)}
            y="16"
            width={place(end) - place(start)}
            height="8"
            className="fill-warn"
          />
        ))}
        <path d={answers} vectorEffect="non-scaling-stroke" className="stroke-accent opacity-60" strokeWidth="1" />
        <path d={events} vectorEffect="non-scaling-stroke" className="stroke-good" strokeWidth="3" />
        <path d={uncounted} vectorEffect="non-scaling-stroke" className="stroke-bad" strokeWidth="2" />
      </svg>
      <p className="flex flex-wrap gap-x-4 text-xs text-ink-soft">
        <Key className="bg-accent">answers</Key>
        <Key className="bg-line-strong">clock stopped</Key>
        <Key className="bg-warn">server out of reach</Key>
        <Key className="bg-good">moved, told, or given time</Key>
        <Key className="bg-bad">not counted</Key>
      </p>
    </div>
  );
});

function Key({ className, children }: { readonly className: string; readonly children: string }) {
  return (
    <span className="flex items-center gap-1.5">
      <span aria-hidden className={`inline-block size-2.5 rounded-sm ${className}`} />
      {children}
    </span>
  );
}

const stopsAt = (one: Happening) => one.kind === "line" && one.line.kind === "stopped";
const goesOnAt = (one: Happening) => one.kind === "line" && (one.line.kind === "resumed" || one.line.kind === "ended");

function stretches(
  happenings: readonly Happening[],
  to: number,
  begins: (one: Happening) => boolean,
  ends: (one: Happening) => boolean,
): readonly (readonly [start: number, end: number])[] {
  const found: [number, number][] = [];
  for (const [index, one] of happenings.entries())
    if (begins(one)) found.push([one.at, happenings.slice(index).find(ends)?.at ?? to]);
  return found;
}
