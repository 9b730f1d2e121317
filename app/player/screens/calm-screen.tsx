import type { ReactNode } from "react";
import { Logo } from "../../components/logo.tsx";
import { useScreen } from "../use-screen.ts";
import { LookButton } from "./look-button.tsx";

type Props = {
  /** Names the page and is its heading. */
  readonly title: string;
  readonly lead?: ReactNode;
  /** Whose test this is. */
  readonly who?: ReactNode;
  readonly icon?: ReactNode;
  readonly banner?: ReactNode;
  readonly children?: ReactNode;
};

/** One thing to know, and at most a few things to do: every screen before, between and after the questions. */
export function CalmScreen({ title, lead, who, icon, banner, children }: Props) {
  const heading = useScreen<HTMLHeadingElement>(title);
  return (
    <div className="@container/player">
      <div className="flex min-h-dvh flex-col">
        <header className="border-b border-line bg-surface">
          <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 px-4 py-2.5 sm:px-6">
            <p className="flex items-center gap-2.5 font-bold">
              <Logo />
              Examhall
            </p>
            <div className="flex items-center gap-4">
              {who && <p className="text-sm text-ink-soft">{who}</p>}
              <LookButton />
            </div>
          </div>
        </header>
        {banner}
        <main id="main" className="mx-auto w-full max-w-[46rem] flex-1 px-4 pt-[min(8dvh,4rem)] pb-12 sm:px-6">
          <div className="grid gap-6">
            <div className="grid justify-items-start gap-3">
              {icon && <span className="text-3xl text-accent">{icon}</span>}
              <h1 ref={heading} tabIndex={-1} className="text-3xl tracking-[-0.015em] outline-none">
                {title}
              </h1>
              {lead && <div className="text-lg text-ink-soft measure">{lead}</div>}
            </div>
            {children}
          </div>
        </main>
      </div>
    </div>
  );
}
