import type { ComponentType } from "react";
import {
  ClockIcon,
  CrossIcon,
  DotIcon,
  LockIcon,
  MinusIcon,
  OfflineIcon,
  PauseIcon,
  PersonIcon,
  PlayIcon,
  TickIcon,
  WarnIcon,
} from "../../components/icons.tsx";
import type { Tone } from "../../components/tone.ts";
import { may } from "../../exam/attempt/attempt.ts";
import type { Problem } from "../../exam/invigilation/problems.ts";
import type { SeatState } from "../../exam/invigilation/seat-state.ts";
import { lengthWords } from "../../exam/invigilation/spoken-time.ts";
import { silentFor } from "../../exam/invigilation/watched-seat.ts";
import { arrangements } from "../../exam/rulebook/access-arrangements.ts";
import { type Duration, duration, type Instant, less, minutes } from "../../exam/time/time.ts";
import type { Seat, SittingState } from "../../live/contract.ts";

type Look = { readonly tone: Tone; readonly Icon: ComponentType<{ className?: string }> };

/** A shape and a colour for every state, because neither is enough alone. */
export const stateLook: Record<SeatState["look"], Look> = {
  away: { tone: "neutral", Icon: MinusIcon },
  waiting: { tone: "neutral", Icon: DotIcon },
  here: { tone: "info", Icon: PersonIcon },
  ready: { tone: "info", Icon: TickIcon },
  running: { tone: "good", Icon: PlayIcon },
  standing: { tone: "warn", Icon: PauseIcon },
  done: { tone: "neutral", Icon: LockIcon },
  ended: { tone: "neutral", Icon: CrossIcon },
};

export const problemLook: Record<Problem, Look> = {
  "no-computer": { tone: "bad", Icon: WarnIcon },
  "connection-lost": { tone: "bad", Icon: OfflineIcon },
  "not-saved": { tone: "bad", Icon: WarnIcon },
  "keeps-no-copy": { tone: "warn", Icon: WarnIcon },
  "stranded-answers": { tone: "bad", Icon: WarnIcon },
  "late-answers": { tone: "warn", Icon: WarnIcon },
  "time-nearly-up": { tone: "warn", Icon: ClockIcon },
  "not-arrived": { tone: "warn", Icon: PersonIcon },
  "not-ready": { tone: "warn", Icon: WarnIcon },
};

/** Time beyond the paper's own that was arranged before the test. */
export const arrangedTime = (seat: Seat, sitting: SittingState): Duration =>
  less(duration(seat.allowance - seat.granted), minutes(sitting.minutes));

/** Whole minutes this seat has beyond the paper's, arranged and given together. */
export const moreTime = (seat: Seat, sitting: SittingState) =>
  Math.round(less(seat.allowance, minutes(sitting.minutes)) / 60_000);

/** The year's names for a seat's access arrangements. */
export const arrangementNames = ({ arrangements: codes }: Pick<Seat, "arrangements">) =>
  codes.map((code) => arrangements.findLast((arrangement) => arrangement.code === code)?.name ?? code);

export function connectionWords(seat: Seat, now: Instant): string {
  // A computer that was left may still be heard: it is not where this test is.
  if (!seat.signedIn && may(seat, "release")) return "At no computer";
  if (seat.connection === "connected") return "Connected";
  if (seat.lastSeenAt === null) return "Not connected";
  return `${seat.connection === "lost" ? "Lost" : "Left"} ${lengthWords(silentFor(seat, now))} ago`;
}
