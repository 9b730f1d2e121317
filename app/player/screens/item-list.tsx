import { FlagIcon, MinusIcon, TickIcon } from "../../components/icons.tsx";
import { type ItemState, sectionsOf } from "../item-state.ts";

type Props = {
  readonly states: readonly ItemState[];
  readonly current?: string | null;
  readonly onGo: (item: string) => void;
};

/** Every question with how it stands, in words. */
export function ItemList({ states, current, onGo }: Props) {
  return (
    <div className="grid gap-4">
      {sectionsOf(states).map((section) => (
        <section key={section.states[0]?.item.id} className="grid gap-1.5">
          <h2 className="text-base">{section.title}</h2>
          <ol className="grid grid-cols-[repeat(auto-fill,minmax(min(100%,17rem),1fr))] gap-1.5">
            {section.states.map(({ item, answered, flagged }) => (
              <li key={item.id}>
                <button
                  type="button"
                  aria-current={item.id === current ? "step" : undefined}
                  onClick={() => onGo(item.id)}
                  className="flex min-h-11 w-full flex-wrap items-center gap-x-3 rounded-md border-[1.5px] border-line bg-surface px-3 py-1 text-start hover:border-ink aria-[current]:border-accent"
                >
                  <span className="min-w-[6.2em] font-bold text-accent tabular">Question {item.number}</span>
                  {answered ? (
                    <span className="flex items-center gap-1 text-sm">
                      <TickIcon className="text-good" /> Answered
                    </span>
                  ) : (
                    <span className="flex items-center gap-1 text-sm font-bold">
                      <MinusIcon className="text-warn" /> Not answered
                    </span>
                  )}
                  {flagged && (
                    <span className="flex items-center gap-1 text-sm">
                      <FlagIcon className="text-warn" /> Flagged
                    </span>
                  )}
                </button>
              </li>
            ))}
          </ol>
        </section>
      ))}
    </div>
  );
}
