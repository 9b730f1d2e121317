import { type ReactNode, useId } from "react";
import { classNames } from "./class-names.ts";
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

const fills: Record<Tone, string> = {
  neutral: "text-accent",
  info: "text-info",
  good: "text-good",
  warn: "text-warn",
  bad: "text-bad",
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
      <meter
        id={id}
        value={value}
        min={min}
        max={max}
        className={classNames(
          "block h-2.5 w-full appearance-none overflow-hidden rounded-full border border-line-strong bg-sunken [&::-moz-meter-bar]:bg-current [&::-webkit-meter-bar]:h-full [&::-webkit-meter-bar]:rounded-none [&::-webkit-meter-bar]:border-0 [&::-webkit-meter-bar]:bg-sunken [&::-webkit-meter-inner-element]:h-full [&::-webkit-meter-optimum-value]:bg-current",
          fills[tone],
        )}
      >
        {words ?? `${value} of ${max}`}
      </meter>
    </div>
  );
}
