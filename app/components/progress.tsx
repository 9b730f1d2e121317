import { type ReactNode, useId } from "react";
import { Bar } from "./bar.tsx";

type Props = {
  readonly label: ReactNode;
  readonly labelHidden?: boolean;
  readonly value: number;
  readonly max: number;
  /** What stands beside the bar; otherwise "34 of 34". */
  readonly words?: ReactNode;
};

/** How far a job has come. */
export function Progress({ label, labelHidden, value, max, words }: Props) {
  const id = useId();
  return (
    <div className="grid gap-1">
      <div className="flex justify-between gap-4 text-sm">
        <label htmlFor={id} className={labelHidden ? "sr-only" : "font-bold"}>
          {label}
        </label>
        <span className="tabular text-ink-soft">{words ?? `${value} of ${max}`}</span>
      </div>
      <progress id={id} value={value} max={max} className="sr-only" />
      <Bar share={value / (max || 1)} />
    </div>
  );
}
