import { LinkButton } from "../../components/button.tsx";
import { Panel } from "../../components/panel.tsx";
import type { Waiting } from "../../store/views/waiting.ts";

/** One card a thing that waits, the most urgent first. */
export function WaitingList({ waiting }: { readonly waiting: readonly Waiting[] }) {
  return (
    <ul className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
      {waiting.map(({ href, title, count, detail, action }) => (
        <li key={`${href} ${title}`} className="grid">
          <Panel title={title} className="grid grid-rows-[auto_1fr] [&>div]:flex [&>div]:flex-col">
            {count !== null && <p className="text-2xl font-bold tabular">{count}</p>}
            <p className="mb-4 text-ink-soft">{detail}</p>
            <div className="mt-auto">
              <LinkButton href={href} variant="quiet">
                {action}
              </LinkButton>
            </div>
          </Panel>
        </li>
      ))}
    </ul>
  );
}
