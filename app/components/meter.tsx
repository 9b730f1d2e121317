import { type ReactNode, useId } from "react";
import { Bar } from "./bar.tsx";
import type { Tone } from "./tone.ts";

type Props = {
  readonly label: ReactNode;
  readonly labelHidden?: boolean;
  readonly value: number;
  readonly min?: number;
  readonly max?: number;
  /** The amount in words, such as "12 of 20 places"; always shown, because a bar alone is a guess. */
  readonly words?: string;
  readonly tone?: Tone;
};

/** An amount within known limits. */
export function Meter({ label, labelHidden, value, min = 0, max = 100, words, tone = "neutral" }: Props) {
  const id = useId();
  return (
    <div className="grid gap-1">
      <div className="flex justify-between gap-4 text-sm">
        <label htmlFor={id} className={labelHidden ? "sr-only" : "font-bold"}>
          {label}
        </label>
        <span className="tabular text-ink-soft">{words ?? `${value} of ${max}`}</span>
      </div>
      <meter id={id} value={value} min={min} max={max} className="sr-only" />
      <Bar share={(value - min) / (max - min || 1)} tone={tone} />
    </div>
  );
}
