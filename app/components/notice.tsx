import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";
import { toneIcon } from "./status.tsx";
import { type Tone, toneBox } from "./tone.ts";

type Props = {
  readonly tone?: Tone;
  readonly title?: ReactNode;
  readonly actions?: ReactNode;
  /** Read out when it appears; for what happens while somebody works. */
  readonly live?: boolean;
  readonly children?: ReactNode;
};

/** A message that stays on the page until what it says is no longer so. */
export function Notice({ tone = "info", title, actions, live, children }: Props) {
  const Icon = toneIcon[tone];
  return (
    <div
      role={live ? "status" : undefined}
      className={classNames("flex gap-3 rounded-md border-s-4 px-4 py-3", toneBox[tone])}
    >
      <Icon className="mt-[0.25em]" />
      <div className="grid min-w-0 flex-1 gap-1">
        {title && <p className="font-bold">{title}</p>}
        {children && <div className="text-ink measure">{children}</div>}
        {actions && <div className="mt-1.5 flex flex-wrap gap-2">{actions}</div>}
      </div>
    </div>
  );
}
