import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";
import { CrossIcon, DotIcon, InfoIcon, TickIcon, WarnIcon } from "./icons.tsx";
import { type Tone, toneBox, toneText } from "./tone.ts";

/** Each tone has its own shape, because colour alone says nothing to many people. */
export const toneIcon = {
  neutral: DotIcon,
  info: InfoIcon,
  good: TickIcon,
  warn: WarnIcon,
  bad: CrossIcon,
} satisfies Record<Tone, unknown>;

/** How something stands: a shape, a colour and words. */
export function Status({
  tone,
  icon,
  wrap = false,
  children,
}: {
  readonly tone: Tone;
  readonly icon?: ReactNode;
  /** A whole sentence, which a narrow screen breaks. */
  readonly wrap?: boolean;
  readonly children: ReactNode;
}) {
  const Icon = toneIcon[tone];
  return (
    <span
      className={classNames(
        "inline-flex items-baseline gap-1.5 font-bold",
        wrap ? undefined : "whitespace-nowrap",
        toneText[tone],
      )}
    >
      {icon ?? <Icon className="shrink-0 self-center" />}
      {wrap ? <span>{children}</span> : children}
    </span>
  );
}

/** A small boxed word or figure beside a name. */
export function Badge({ tone = "neutral", children }: { readonly tone?: Tone; readonly children: ReactNode }) {
  return (
    <span
      className={classNames(
        "inline-flex items-center gap-1 rounded-sm border px-1.5 text-xs font-bold leading-5 tabular whitespace-nowrap",
        toneBox[tone],
      )}
    >
      {children}
    </span>
  );
}
