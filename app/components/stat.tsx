import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";
import { type Tone, toneText } from "./tone.ts";

type Props = { readonly label: ReactNode; readonly value: ReactNode; readonly note?: ReactNode; readonly tone?: Tone };

/** One figure that matters, with what it counts. */
export function Stat({ label, value, note, tone }: Props) {
  return (
    <div className="grid content-start gap-0.5">
      <p className="text-sm text-ink-soft">{label}</p>
      <p className={classNames("text-2xl font-bold tabular", tone && toneText[tone])}>{value}</p>
      {note && <p className="text-sm text-ink-soft">{note}</p>}
    </div>
  );
}
