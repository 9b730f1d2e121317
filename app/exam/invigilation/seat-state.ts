import type { CloseReason } from "../attempt/attempt.ts";
import type { StopCause } from "../attempt/ledger.ts";
import { isAway, registerWords } from "./register.ts";
import type { WatchedSeat } from "./watched-seat.ts";

/** One word or two for how a seat stands; `look` is what a screen chooses colour and shape by. */
export type SeatState = {
  readonly words: string;
  readonly look: "away" | "waiting" | "here" | "ready" | "running" | "standing" | "done" | "ended";
};

export const stopWords: Record<StopCause, string> = {
  pause: "Paused",
  "rest-break": "Rest break",
  evacuation: "Evacuated",
  technical: "Technical stop",
  "moving-desk": "Moving desk",
};

export const closeWords: Record<CloseReason, string> = {
  submitted: "Handed in",
  "time-expired": "Time was up",
  terminated: "Ended early",
};

export function seatState(
  seat: Pick<WatchedSeat, "phase" | "register" | "signedIn" | "stopped" | "closed">,
): SeatState {
  switch (seat.phase) {
    case "booked":
      if (isAway(seat)) return { words: registerWords(seat.register), look: "away" };
      return seat.signedIn ? { words: "Signed in", look: "here" } : { words: "Not here yet", look: "waiting" };
    case "admitted":
      if (isAway(seat)) return { words: registerWords(seat.register), look: "away" };
      return { words: "Getting ready", look: "here" };
    case "ready":
      if (isAway(seat)) return { words: registerWords(seat.register), look: "away" };
      return { words: "Ready", look: "ready" };
    case "running":
      return { words: "Running", look: "running" };
    case "paused":
      return { words: stopWords[seat.stopped ?? "pause"], look: "standing" };
    case "closed":
      return seat.closed === null || seat.closed.reason === "submitted"
        ? { words: closeWords.submitted, look: "done" }
        : { words: closeWords[seat.closed.reason], look: seat.closed.reason === "terminated" ? "ended" : "done" };
    case "voided":
      return { words: "Void", look: "ended" };
  }
}
