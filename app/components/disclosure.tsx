import type { ReactNode } from "react";
import { RightIcon } from "./icons.tsx";

type Props = { readonly summary: ReactNode; readonly open?: boolean; readonly children: ReactNode };

/** More, for those who want it. */
export function Disclosure({ summary, open, children }: Props) {
  return (
    <details open={open}>
      <summary className="inline-flex list-none items-center gap-1.5 rounded-sm py-1 font-bold text-accent hover:text-accent-strong">
        <RightIcon className="transition-transform [details[open]>summary>&]:rotate-90 motion-reduce:transition-none" />
        {summary}
      </summary>
      <div className="mt-1 border-s-2 border-line ps-4">{children}</div>
    </details>
  );
}
