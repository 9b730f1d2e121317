import { classNames } from "./class-names.ts";
import { clockFace, clockWords } from "./clock-words.ts";
import { ClockIcon, PauseIcon } from "./icons.tsx";

type Props = {
  /** Milliseconds. */
  readonly left: number;
  readonly label?: string;
  readonly size?: "normal" | "large";
  /** The reader asked not to see it. */
  readonly hidden?: boolean;
  readonly running?: boolean;
};

/** Time left, in figures to see and in words to hear. It is told the time and speaks only when read. */
export function Clock({ left, label = "left", size = "normal", hidden = false, running = true }: Props) {
  const Icon = running ? ClockIcon : PauseIcon;
  return (
    <p role="timer" className={classNames("inline-flex items-center gap-2 tabular", size === "large" && "text-2xl")}>
      <Icon className="text-ink-soft" />
      {hidden ? (
        <span className="text-ink-soft">Time hidden</span>
      ) : (
        <>
          <span aria-hidden>
            <span className="font-bold">{clockFace(left)}</span>
            <span className="text-sm text-ink-soft"> {running ? label : "paused"}</span>
          </span>
          <span className="sr-only">
            {clockWords(left)} {running ? label : `${label}, paused`}
          </span>
        </>
      )}
    </p>
  );
}
