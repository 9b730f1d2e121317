import type { ReactNode } from "react";

type Props = {
  readonly header: ReactNode;
  readonly children: ReactNode;
  readonly footer: ReactNode;
};

/** Fills the screen where it is wide enough, so that scenario and question scroll by themselves; otherwise flows. */
export function WorkingFrame({ header, children, footer }: Props) {
  return (
    <div className="@container/player">
      <div className="flex min-h-dvh flex-col @[53rem]/player:h-dvh @[53rem]/player:min-h-[30rem]">
        <a
          href="#main"
          className="sr-only focus:not-sr-only focus:fixed focus:start-3 focus:top-3 focus:z-50 focus:rounded-md focus:bg-accent focus:px-4 focus:py-2 focus:text-accent-ink"
        >
          Skip to the question
        </a>
        {header}
        {children}
        <footer className="border-t border-line bg-surface">
          <div className="flex flex-wrap items-center justify-between gap-3 px-4 py-1.5 @[53rem]/player:px-6 @[53rem]/player:py-1">
            {footer}
          </div>
        </footer>
      </div>
    </div>
  );
}
