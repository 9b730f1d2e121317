import { classNames } from "../../components/class-names.ts";
import { FlagIcon, TickIcon } from "../../components/icons.tsx";
import { type ItemState, sectionsOf, stateWords } from "../item-state.ts";

type Props = {
  readonly states: readonly ItemState[];
  readonly current: string | null;
  readonly onGo: (item: string) => void;
};

/** Every question as a number, those of one scenario side by side. A tick and a flag say how each stands. */
export function ItemStrip({ states, current, onGo }: Props) {
  return (
    <nav aria-label="Questions" className="hidden border-b border-line bg-surface px-6 py-1 @[53rem]/player:block">
      <ol className="flex flex-wrap gap-x-3 gap-y-1">
        {sectionsOf(states).map((section) => (
          <li key={section.states[0]?.item.id}>
            <ol aria-label={section.title} className="flex gap-1">
              {section.states.map((state) => (
                <li key={state.item.id}>
                  <NumberButton state={state} current={state.item.id === current} onGo={onGo} />
                </li>
              ))}
            </ol>
          </li>
        ))}
      </ol>
    </nav>
  );
}

function NumberButton({
  state,
  current,
  onGo,
}: {
  readonly state: ItemState;
  readonly current: boolean;
  readonly onGo: (item: string) => void;
}) {
  const { item, answered, flagged } = state;
  return (
    <button
      type="button"
      aria-current={current ? "step" : undefined}
      aria-label={`Question ${item.number}, ${stateWords(state)}`}
      onClick={() => onGo(item.id)}
      className={classNames(
        "relative grid h-10 min-w-9 justify-items-center rounded-md border-[1.5px] px-1 pt-0.5 text-sm tabular leading-tight",
        current
          ? "border-accent bg-accent font-bold text-accent-ink"
          : answered
            ? "border-line-strong bg-accent-soft text-ink hover:border-ink"
            : "border-line-strong bg-surface text-ink hover:border-ink",
      )}
    >
      {item.number}
      <span className="flex h-[1.1em] items-center text-xs">
        {answered ? (
          <TickIcon />
        ) : (
          <span aria-hidden className="mb-0.5 h-px w-3 border-b border-dotted border-current" />
        )}
        {flagged && <FlagIcon className={current ? "" : "text-warn"} />}
      </span>
    </button>
  );
}
