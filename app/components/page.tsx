import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";
import { Link } from "./link.tsx";
import { Logo } from "./logo.tsx";

const widths = { text: "max-w-[46rem]", wide: "max-w-page", full: "" };

type Props = {
  readonly title?: ReactNode;
  readonly lead?: ReactNode;
  readonly actions?: ReactNode;
  readonly navigation?: ReactNode;
  readonly person?: ReactNode;
  readonly breadcrumbs?: ReactNode;
  /** Across the whole page, above everything: this is a demonstration, the service is being mended. */
  readonly banner?: ReactNode;
  readonly width?: keyof typeof widths;
  /** No header: for a sign-in page or a screen that makes its own. */
  readonly bare?: boolean;
  readonly children: ReactNode;
};

/** The frame of every screen: skip link, header, and the one main region. */
export function Page({
  title,
  lead,
  actions,
  navigation,
  person,
  breadcrumbs,
  banner,
  width = "wide",
  bare,
  children,
}: Props) {
  const inner = classNames("mx-auto w-full px-4 sm:px-6", widths[width]);
  return (
    <div className="flex min-h-dvh flex-col">
      <a
        href="#main"
        className="sr-only focus:not-sr-only focus:fixed focus:start-3 focus:top-3 focus:z-50 focus:rounded-md focus:bg-accent focus:px-4 focus:py-2 focus:text-accent-ink"
      >
        Skip to the main part
      </a>
      {banner && <aside aria-label="About this service">{banner}</aside>}
      {!bare && (
        <header className="border-b border-line bg-surface print:hidden">
          <div className={classNames("flex flex-wrap items-stretch gap-x-8 gap-y-0", inner)}>
            <Link
              href="/"
              className="flex items-center gap-2.5 py-3 text-lg font-bold text-ink no-underline hover:text-accent"
            >
              <Logo />
              Examhall
            </Link>
            {navigation}
            {person && <div className="ms-auto flex items-center">{person}</div>}
          </div>
        </header>
      )}
      <main id="main" tabIndex={-1} className={classNames("flex-1 pt-6 pb-16 outline-none", inner)}>
        {breadcrumbs}
        {title && <PageHeading title={title} lead={lead} actions={actions} />}
        {children}
      </main>
    </div>
  );
}

/** The one first-level heading, with what can be done on the page beside it. */
export function PageHeading({
  title,
  lead,
  actions,
}: {
  readonly title: ReactNode;
  readonly lead?: ReactNode;
  readonly actions?: ReactNode;
}) {
  return (
    <div className="mb-6 flex flex-wrap items-end justify-between gap-x-8 gap-y-3">
      <div className="grid gap-1.5 min-w-0">
        <h1 className="text-[min(var(--text-3xl),11vw)] leading-[1.12] tracking-[-0.015em]">{title}</h1>
        {lead && <p className="text-lg text-ink-soft measure">{lead}</p>}
      </div>
      {actions && <div className="flex flex-wrap gap-2">{actions}</div>}
    </div>
  );
}
