import { type Problem, problems } from "./problems.ts";
import type { WatchedSeat } from "./watched-seat.ts";

/** A seat with what is wrong there. */
export type Judged<Seat extends WatchedSeat> = { readonly seat: Seat; readonly problems: readonly Problem[] };

export type SeatOrder = "problems" | "seat";

/** A2 before A10. */
const labels = new Intl.Collator("en-GB", { numeric: true });

/** As the room stands: by seat. */
export const inSeatOrder = <Seat extends Pick<WatchedSeat, "seat" | "candidateNumber">>(seats: readonly Seat[]) =>
  seats.toSorted((a, b) => labels.compare(a.seat, b.seat) || labels.compare(a.candidateNumber, b.candidateNumber));

const urgency = ({ problems: found }: Judged<WatchedSeat>) =>
  found[0] === undefined ? problems.length : problems.indexOf(found[0]);

/** Seats that stand by seat: as they are, or with the most urgent problems first and then by seat. */
export const inOrder = <Seat extends WatchedSeat>(seats: readonly Judged<Seat>[], order: SeatOrder) =>
  order === "seat" ? seats : seats.toSorted((a, b) => urgency(a) - urgency(b));
