import type { ReactNode } from "react";
import { RightIcon } from "./icons.tsx";
import { Link } from "./link.tsx";

type Crumb = { readonly href?: string; readonly label: ReactNode };

/** The way here; the last one is this page. */
export function Breadcrumbs({ items }: { readonly items: readonly Crumb[] }) {
  return (
    <nav aria-label="Where you are" className="mb-3 text-sm">
      <ol className="flex flex-wrap items-center gap-x-1.5 text-ink-soft">
        {items.map((item, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the place in the way is what a crumb is.
          <li key={at} className="flex items-center gap-1.5">
            {at > 0 && <RightIcon className="size-[0.8em]!" />}
            {item.href ? (
              <Link href={item.href}>{item.label}</Link>
            ) : (
              <span aria-current={at === items.length - 1 ? "page" : undefined}>{item.label}</span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
