import { EmptyState } from "../../components/empty-state.tsx";
import type { Judged } from "../../exam/invigilation/seat-order.ts";
import type { Seat, SittingState } from "../../live/contract.ts";
import type { Looking } from "./board-tools.tsx";
import { SeatCards } from "./seat-cards.tsx";
import { SeatTable } from "./seat-table.tsx";
import type { SeatFocus } from "./use-seat-focus.ts";

export type SeatListProps = {
  readonly seats: readonly Judged<Seat>[];
  readonly sitting: SittingState;
  readonly selected: string | null;
  readonly onOpen: (attempt: string) => void;
  readonly focus: SeatFocus;
  /** All in the page at once; otherwise what is near the screen. */
  readonly whole: boolean;
};

type Props = Omit<SeatListProps, "whole"> & {
  readonly room: number;
  readonly layout: Looking["layout"];
  /** Asked for at the page's address, for printing or finding in the page. */
  readonly all: boolean;
};

/** More seats than this are not all in the page: browsers would be kept busy by what nobody sees. */
export const wholeUpTo = 120;

/** The seats that were asked for, as cards or as a list. */
export function SeatList({ room, layout, all, ...list }: Props) {
  if (room === 0)
    return <EmptyState title="Nobody is booked on this sitting">Entries are made by the exams officer.</EmptyState>;
  if (list.seats.length === 0)
    return <EmptyState title="No seat matches">Show all seats, or search for something else.</EmptyState>;
  const whole = all || list.seats.length <= wholeUpTo;
  return layout === "list" ? <SeatTable {...list} whole={whole} /> : <SeatCards {...list} room={room} whole={whole} />;
}
