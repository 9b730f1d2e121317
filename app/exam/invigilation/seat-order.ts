import { type Problem, problems } from "./problems.ts";
import type { WatchedSeat } from "./watched-seat.ts";

/** A seat with what is wrong there. */
export type Judged<Seat extends WatchedSeat> = { readonly seat: Seat; readonly problems: readonly Problem[] };

export type SeatOrder = "problems" | "seat";

/** A2 before A10. */
const labels = new Intl.Collator("en-GB", { numeric: true });

const bySeat = (a: Judged<WatchedSeat>, b: Judged<WatchedSeat>) =>
  labels.compare(a.seat.seat, b.seat.seat) || labels.compare(a.seat.candidateNumber, b.seat.candidateNumber);

const urgency = ({ problems: found }: Judged<WatchedSeat>) =>
  found[0] === undefined ? problems.length : problems.indexOf(found[0]);

/** By seat, or with the most urgent problems first and then by seat. */
export const inOrder = <Seat extends WatchedSeat>(seats: readonly Judged<Seat>[], order: SeatOrder) =>
  seats.toSorted((a, b) => (order === "problems" ? urgency(a) - urgency(b) : 0) || bySeat(a, b));
