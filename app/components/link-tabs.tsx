import { Link } from "./link.tsx";

type Tab = { readonly href: string; readonly label: string; readonly count?: number; readonly current: boolean };

/** Views of one list, each at its own address, with how much each holds. */
export function LinkTabs({ label, tabs }: { readonly label: string; readonly tabs: readonly Tab[] }) {
  return (
    <nav aria-label={label}>
      <ul className="flex flex-wrap gap-x-5 gap-y-1">
        {tabs.map((tab) => (
          <li key={tab.label}>
            <Link
              href={tab.href}
              aria-current={tab.current ? "true" : undefined}
              className="inline-block border-b-2 border-transparent py-1 aria-[current]:border-accent aria-[current]:font-bold aria-[current]:text-ink aria-[current]:no-underline"
            >
              {tab.label}
              {tab.count !== undefined && <span className="ms-1.5 tabular text-ink-soft">{tab.count}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
