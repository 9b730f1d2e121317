import { type KeyboardEvent, type ReactNode, useLayoutEffect, useRef } from "react";
import { useAnnounce } from "../../../components/announcer.tsx";
import { Button } from "../../../components/button.tsx";
import { classNames } from "../../../components/class-names.ts";
import { CrossIcon, DownIcon, PlusIcon, UpIcon } from "../../../components/icons.tsx";

type Props<One> = {
  /** What the list is, as in "Choices". */
  readonly label: string;
  /** What one of them is called, as in "choice". */
  readonly one: string;
  readonly entries: readonly One[];
  readonly keyOf: (entry: One, at: number) => string;
  /** A short name of an entry, to be heard. */
  readonly nameOf: (entry: One, at: number) => string;
  readonly children: (entry: One, at: number) => ReactNode;
  readonly onMove?: (entry: One, to: number) => void;
  readonly onRemove?: ((entry: One, at: number) => void) | undefined;
  readonly onAdd?: () => void;
  readonly fewest?: number;
  readonly numbered?: boolean;
};

/**
 * A list that is put in order by Alt and the arrow keys anywhere in an entry, or by buttons. Every move is said, and the focus
 * goes with what moved.
 */
export function Reorderable<One>(props: Props<One>) {
  const { label, one, entries, keyOf, nameOf, onMove, onRemove, onAdd, fewest = 0 } = props;
  const announce = useAnnounce();
  const { list, follow } = useFollowingFocus();

  const move = (at: number, step: -1 | 1) => {
    const entry = entries[at];
    if (entry === undefined || onMove === undefined) return;
    const to = at + step;
    if (to < 0 || to >= entries.length)
      return announce(step < 0 ? "It is the first already" : "It is the last already");
    follow();
    onMove(entry, to);
    announce(`${nameOf(entry, at)}: now ${to + 1} of ${entries.length}`);
  };
  const byKey = (at: number) => (event: KeyboardEvent) => {
    if (!event.altKey || (event.key !== "ArrowUp" && event.key !== "ArrowDown")) return;
    event.preventDefault();
    move(at, event.key === "ArrowUp" ? -1 : 1);
  };
  const remove = (entry: One, at: number) => {
    announce(`${nameOf(entry, at)} removed`);
    onRemove?.(entry, at);
  };
  return (
    <div className="grid gap-2">
      <ol ref={list} aria-label={label} className="grid list-none grid-cols-[minmax(0,1fr)] gap-1.5">
        {entries.map((entry, at) => {
          const name = nameOf(entry, at);
          return (
            <li
              key={keyOf(entry, at)}
              data-entry={keyOf(entry, at)}
              onKeyDown={byKey(at)}
              className="@container flex items-start gap-2 rounded-md border border-line bg-raised px-2.5 py-2"
            >
              {props.numbered && <span className="min-w-[2ch] pt-2 font-bold tabular text-ink-soft">{at + 1}</span>}
              <div className="min-w-0 flex-1">{props.children(entry, at)}</div>
              <span className="flex shrink-0 gap-0.5 @max-md:flex-col">
                {onMove &&
                  ([-1, 1] as const).map((step) => (
                    <Button
                      key={step}
                      size="small"
                      variant="plain"
                      data-does={`move ${step}`}
                      aria-label={`Move ${step < 0 ? "up" : "down"}: ${name}`}
                      title={`Move ${step < 0 ? "up (Alt+↑)" : "down (Alt+↓)"}`}
                      aria-disabled={step < 0 ? at === 0 : at === entries.length - 1}
                      onClick={() => move(at, step)}
                      className="size-9 px-0! text-ink-soft! aria-disabled:border-transparent! aria-disabled:bg-transparent! aria-disabled:opacity-40"
                    >
                      {step < 0 ? <UpIcon /> : <DownIcon />}
                    </Button>
                  ))}
                {onRemove && (
                  <Button
                    size="small"
                    variant="plain"
                    aria-label={`Remove ${name}`}
                    title="Remove"
                    aria-disabled={entries.length <= fewest}
                    onClick={() => entries.length > fewest && remove(entry, at)}
                    className={classNames(
                      "size-9 px-0! text-ink-soft!",
                      "aria-disabled:border-transparent! aria-disabled:bg-transparent! aria-disabled:opacity-40",
                    )}
                  >
                    <CrossIcon />
                  </Button>
                )}
              </span>
            </li>
          );
        })}
      </ol>
      {onAdd && (
        <p>
          <Button size="small" variant="quiet" icon={<PlusIcon />} onClick={onAdd}>
            Add {/^[aeiou]/.test(one) ? "an" : "a"} {one}
          </Button>
        </p>
      )}
    </div>
  );
}

/** A browser lets go of the focus when an element changes its place, so it is put back where it was within the entry. */
function useFollowingFocus() {
  const list = useRef<HTMLOListElement>(null);
  const held = useRef<HTMLElement | null>(null);
  useLayoutEffect(() => {
    const element = held.current;
    held.current = null;
    if (element?.isConnected && document.activeElement !== element) element.focus();
  });
  return {
    list,
    follow: () => {
      const active = document.activeElement;
      held.current = active instanceof HTMLElement && list.current?.contains(active) ? active : null;
    },
  };
}
