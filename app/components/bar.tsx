import { classNames } from "./class-names.ts";
import type { Tone } from "./tone.ts";

const fills: Record<Tone, string> = {
  neutral: "bg-accent",
  info: "bg-info",
  good: "bg-good",
  warn: "bg-warn",
  bad: "bg-bad",
};

/** The drawing of a share; what it stands for is said by the element and the words beside it. */
export function Bar({ share, tone = "neutral" }: { readonly share: number; readonly tone?: Tone }) {
  const within = Math.min(1, Math.max(0, share));
  return (
    <div aria-hidden className="h-2.5 overflow-hidden rounded-full border border-line-strong bg-sunken">
      <div className={classNames("h-full", fills[tone])} style={{ width: `${within * 100}%` }} />
    </div>
  );
}
