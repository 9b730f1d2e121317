import { useEffect, useMemo, useRef } from "react";
import { useAnnounce } from "../../components/announcer.tsx";
import { classNames } from "../../components/class-names.ts";
import { SearchIcon } from "../../components/icons.tsx";
import { Segmented } from "../../components/segmented.tsx";
import { countSeats, filterWords, type SeatFilter, seatFilters } from "../../exam/invigilation/seat-filter.ts";
import type { Judged, SeatOrder } from "../../exam/invigilation/seat-order.ts";
import type { Seat } from "../../live/contract.ts";

/** How somebody looks at the room. */
export type Looking = {
  readonly filter: SeatFilter;
  readonly search: string;
  readonly order: SeatOrder;
  readonly layout: "cards" | "list";
};

type Props = {
  readonly seats: readonly Judged<Seat>[];
  /** How many of them the filter and the search leave. */
  readonly listed: number;
  readonly looking: Looking;
  readonly onLook: (change: Partial<Looking>) => void;
};

/** The counts of the room; each shows its seats. Then search, order and layout. */
export function BoardTools({ seats, listed, looking, onLook }: Props) {
  const counts = useMemo(() => countSeats(seats), [seats]);
  useFoundAnnouncer(looking.search, listed);
  return (
    <div className="flex flex-wrap items-center gap-x-5 gap-y-2">
      <fieldset className="flex flex-wrap gap-1.5">
        <legend className="sr-only">Show</legend>
        {seatFilters.map((filter) => (
          <Count
            key={filter}
            filter={filter}
            count={counts[filter]}
            chosen={looking.filter === filter}
            onChoose={() => onLook({ filter })}
          />
        ))}
      </fieldset>
      <label className="relative flex min-w-40 flex-1 items-center sm:max-w-64">
        <span className="sr-only">Find a seat, name or number</span>
        <SearchIcon className="absolute start-2.5 text-ink-soft" />
        <input
          type="search"
          value={looking.search}
          onChange={(event) => onLook({ search: event.currentTarget.value })}
          placeholder="Seat, name or number"
          className="control min-h-10! py-1! ps-9!"
        />
      </label>
      <div className="flex flex-wrap gap-2 text-sm">
        <Segmented
          legend="Order"
          legendHidden
          value={looking.order}
          onChange={(order) => onLook({ order })}
          options={[
            { value: "problems", label: "Problems first" },
            { value: "seat", label: "By seat" },
          ]}
        />
        <Segmented
          legend="Layout"
          legendHidden
          value={looking.layout}
          onChange={(layout) => onLook({ layout })}
          options={[
            { value: "cards", label: "Cards" },
            { value: "list", label: "List" },
          ]}
        />
      </div>
    </div>
  );
}

/** Milliseconds without another letter. */
const typingEnds = 700;

/** Whoever cannot see how the list shrinks hears what a search has found. */
function useFoundAnnouncer(search: string, found: number) {
  const announce = useAnnounce();
  const count = useRef(found);
  count.current = found;
  useEffect(() => {
    if (search.trim() === "") return;
    const timer = setTimeout(
      () => announce(`${count.current} ${count.current === 1 ? "seat" : "seats"} found.`),
      typingEnds,
    );
    return () => clearTimeout(timer);
  }, [search, announce]);
}

type CountProps = {
  readonly filter: SeatFilter;
  readonly count: number;
  readonly chosen: boolean;
  readonly onChoose: () => void;
};

function Count({ filter, count, chosen, onChoose }: CountProps) {
  const trouble = filter === "problems" && count > 0;
  return (
    <button
      type="button"
      aria-pressed={chosen}
      onClick={onChoose}
      className={classNames(
        "inline-flex min-h-10 items-baseline gap-1.5 rounded-md border-[1.5px] px-3 py-1.5 text-sm",
        chosen && "border-accent bg-accent text-accent-ink",
        !chosen && (trouble ? "border-bad bg-bad-soft text-bad" : "border-line-strong bg-surface hover:bg-sunken"),
      )}
    >
      <span className="text-lg leading-none font-bold tabular">{count}</span>
      {filterWords[filter]}
    </button>
  );
}
