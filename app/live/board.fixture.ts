import { nothingAside } from "../exam/invigilation/aside-seat.ts";
import { aSeat, nine } from "../exam/invigilation/seat.fixture.ts";
import { minutes, none } from "../exam/time/time.ts";
import type { Board, Seat } from "./contract.ts";

/** A learner's seat as boards have it; say only what matters. */
export const aBoardSeat = (seat: Partial<Seat> = {}): Seat => ({
  ...aSeat(seat),
  setAside: nothingAside,
  arrivedAt: null,
  allowance: minutes(75),
  granted: none,
  answered: 0,
  flagged: 0,
  items: 24,
  lostTime: none,
  arrangements: [],
  incidents: 0,
  moves: 0,
  receipt: null,
  ...seat,
});

/** An open room at nine. */
export const aBoard = (version: number, seats: readonly Seat[]): Board => ({
  version,
  at: nine,
  sitting: {
    id: "s",
    title: "Unit 1",
    centre: "Northgate",
    room: "B12",
    startsAt: nine,
    minutes: 75,
    phase: "open",
    evacuatedAt: null,
    invigilators: [],
    log: { latest: [], earlier: 0 },
  },
  seats,
});
