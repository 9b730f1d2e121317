import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";
import { Link } from "./link.tsx";

type Item = {
  readonly href: string;
  readonly label: ReactNode;
  readonly current?: boolean;
  /** How much waits there. */
  readonly count?: number;
};

/** The places of the app, in the page's header. */
export function Navigation({ label = "Main", items }: { readonly label?: string; readonly items: readonly Item[] }) {
  return (
    <nav aria-label={label} className="flex items-stretch">
      <ul className="flex flex-wrap items-stretch gap-x-1">
        {items.map((item) => (
          <li key={item.href} className="flex">
            <Link
              href={item.href}
              aria-current={item.current ? "page" : undefined}
              className={classNames(
                "flex items-center gap-1.5 border-b-4 px-2.5 py-2.5 pt-3 no-underline hover:text-accent-strong",
                item.current
                  ? "border-highlight font-bold text-ink"
                  : "border-transparent text-ink-soft hover:border-line-strong",
              )}
            >
              {item.label}
              {item.count !== undefined && (
                <span className="rounded-full bg-sunken px-1.5 text-xs font-bold tabular text-ink">{item.count}</span>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
