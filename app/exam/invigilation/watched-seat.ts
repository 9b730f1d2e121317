import type { CloseReason, Phase } from "../attempt/attempt.ts";
import type { Keeping } from "../attempt/keeping.ts";
import type { StopCause } from "../attempt/ledger.ts";
import { between, type Duration, type Instant, none } from "../time/time.ts";
import type { SeatAside } from "./aside-seat.ts";

/** What the rules of the room need to know of a seat; whoever shows a board has all of it. */
export type WatchedSeat = {
  readonly attempt: string;
  readonly seat: string;
  readonly name: string;
  readonly candidateNumber: string;
  readonly phase: Phase;
  readonly register: string;
  readonly signedIn: boolean;
  /** As of when it was said; true for as long as the clock stands. */
  readonly left: Duration;
  /** Only while the clock runs. */
  readonly deadline: Instant | null;
  readonly stopped: StopCause | null;
  readonly connection: "connected" | "lost" | "none";
  readonly savedAt: Instant | null;
  readonly lastSeenAt: Instant | null;
  readonly setAside: Pick<SeatAside, "unsaid">;
  readonly keeping: Keeping;
  readonly closed: { readonly at: Instant; readonly reason: CloseReason } | null;
};

/** Counts down to the deadline while the clock runs, and stands while it stands. */
export const leftNow = (seat: Pick<WatchedSeat, "left" | "deadline">, now: Instant): Duration =>
  seat.deadline === null ? seat.left : between(now, seat.deadline);

/** Silent for so long; nothing when the machine was never heard. */
export const silentFor = (seat: Pick<WatchedSeat, "lastSeenAt">, now: Instant): Duration =>
  seat.lastSeenAt === null ? none : between(seat.lastSeenAt, now);
