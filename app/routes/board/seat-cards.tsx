import { type CSSProperties, useMemo, useRef } from "react";
import type { Judged } from "../../exam/invigilation/seat-order.ts";
import type { Seat } from "../../live/contract.ts";
import { SeatCard } from "./seat-card.tsx";
import type { SeatListProps } from "./seat-list.tsx";
import { useColumns } from "./use-columns.ts";
import { useKeysInOrder } from "./use-keys-in-order.ts";
import { type RowSize, useLongList } from "./use-long-list.ts";

type Props = SeatListProps & { /** How many seats the room has, shown or not. */ readonly room: number };

/** The narrowest a card may get, in rem: in a large room many have to be seen at once. */
const leastWidth = (room: number) => (room > 28 ? 9.1 : room > 18 ? 10.5 : 13);

/** The room as cards, in rows of as many as there is space for. */
export function SeatCards({ seats, room, whole, selected, sitting, onOpen, focus }: Props) {
  const list = useRef<HTMLUListElement>(null);
  const least = leastWidth(room);
  const { count: columns, width, roomy } = useColumns(list, least);
  const keyOf = useKeysInOrder(seats, focus.isOn);
  const rows = useMemo(() => rowsOf(seats, columns), [seats, columns]);
  const kept = seats.flatMap(({ seat: { attempt } }, at) =>
    attempt === focus.stop || attempt === selected ? [Math.floor(at / columns)] : [],
  );
  const { stretches, rest } = useLongList({ list, rows, kept, whole });
  return (
    <ul
      ref={list}
      aria-label="Seats"
      {...focus.withArrows(columns)}
      style={
        {
          "--least": `${least}rem`,
          paddingBlockEnd: rest > 0 ? rest : undefined,
          gridTemplateColumns: width === null ? undefined : `repeat(${columns}, ${width}px)`,
        } as CSSProperties
      }
      // Until the list has been measured, and on paper.
      className="grid grid-cols-[repeat(auto-fill,minmax(var(--least),1fr))] gap-2 print:grid-cols-[repeat(auto-fill,minmax(var(--least),1fr))]!"
    >
      {stretches.flatMap(({ first, last, gap }) =>
        seats.slice(first * columns, (last + 1) * columns).map((judged, inside) => (
          <SeatCard
            key={keyOf(judged.seat.attempt)}
            judged={judged}
            sitting={sitting}
            open={judged.seat.attempt === selected}
            stop={judged.seat.attempt === focus.stop}
            roomy={roomy}
            onOpen={onOpen}
            gap={inside < columns ? gap : 0}
            {...(!whole && {
              place: first * columns + inside + 1,
              of: seats.length,
              row: rows[first + Math.floor(inside / columns)],
            })}
          />
        )),
      )}
    </ul>
  );
}

function rowsOf(seats: readonly Judged<Seat>[], columns: number): readonly RowSize[] {
  return Array.from({ length: Math.ceil(seats.length / columns) }, (_, row) =>
    sizeFor(Math.max(...seats.slice(row * columns, (row + 1) * columns).map(({ problems }) => problems.length))),
  );
}

const sizeFor = (problems: number): RowSize => (problems > 1 ? "taller" : problems === 1 ? "tall" : "short");
