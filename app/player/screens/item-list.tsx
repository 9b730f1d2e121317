import { FlagIcon, MinusIcon, TickIcon } from "../../components/icons.tsx";
import { type ItemState, sectionsOf } from "../item-state.ts";

type Props = {
  readonly states: readonly ItemState[];
  readonly current?: string | null;
  readonly onGo: (item: string) => void;
};

/** Every question with how it stands, in words; those of one scenario in a line. */
export function ItemList({ states, current, onGo }: Props) {
  return (
    <div className="@container/list grid gap-3">
      {sectionsOf(states).map((section) => (
        <section
          key={section.states[0]?.item.id}
          className="grid items-baseline gap-x-5 gap-y-1.5 @[52rem]/list:grid-cols-[11rem_1fr]"
        >
          <h2 className="text-base">{section.title}</h2>
          <ol className="grid grid-cols-[repeat(auto-fill,minmax(min(100%,12.5rem),1fr))] gap-1.5">
            {section.states.map((state) => (
              <li key={state.item.id}>
                <GoTo state={state} current={state.item.id === current} onGo={onGo} />
              </li>
            ))}
          </ol>
        </section>
      ))}
    </div>
  );
}

type GoToProps = { readonly state: ItemState; readonly current: boolean; readonly onGo: (item: string) => void };

function GoTo({ state: { item, answered, flagged }, current, onGo }: GoToProps) {
  return (
    <button
      type="button"
      aria-current={current ? "step" : undefined}
      onClick={() => onGo(item.id)}
      className="flex min-h-10 w-full flex-wrap items-center gap-x-2.5 rounded-md border-[1.5px] border-line-strong bg-surface px-3 py-1 text-start text-sm hover:border-ink aria-[current]:border-accent aria-[current]:bg-accent-soft"
    >
      <span className="min-w-[1.6em] text-base font-bold text-accent tabular">
        <span className="sr-only">Question </span>
        {item.number}
      </span>
      {answered ? (
        <span className="flex items-center gap-1">
          <TickIcon className="text-good" /> Answered
        </span>
      ) : (
        <span className="flex items-center gap-1 font-bold">
          <MinusIcon className="text-warn" /> Not answered
        </span>
      )}
      {flagged && (
        <span className="flex items-center gap-1">
          <FlagIcon className="text-warn" /> Flagged
        </span>
      )}
    </button>
  );
}
