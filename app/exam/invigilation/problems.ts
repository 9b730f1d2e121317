import { after, between, type Instant, instant, minutes, seconds } from "../time/time.ts";
import { isAway } from "./register.ts";
import { lengthWords } from "./spoken-time.ts";
import { leftNow, silentFor, type WatchedSeat } from "./watched-seat.ts";

/** The most urgent first: what may cost a learner work comes before what the clock does to everybody alike. */
export const problems = [
  "connection-lost",
  "not-saved",
  "stranded-answers",
  "time-nearly-up",
  "not-arrived",
  "not-ready",
] as const;
export type Problem = (typeof problems)[number];

/** Time is nearly up from here on. */
export const nearlyUp = minutes(5);
/** A machine that works is heard far more often than this. */
export const longestSilence = seconds(15);

/** What a room is judged by: when this is, and when the test was to start. */
export type Situation = { readonly now: Instant; readonly startsAt: Instant };

/** Everything that wants an invigilator's eye at this seat, the most urgent first. */
export function problemsOf(seat: WatchedSeat, situation: Situation): readonly Problem[] {
  return problems.filter((problem) => holds[problem](seat, situation));
}

const holds: Record<Problem, (seat: WatchedSeat, situation: Situation) => boolean> = {
  "connection-lost": (seat) => seat.phase === "running" && seat.connection !== "connected",
  "not-saved": (seat, { now }) => {
    const heard = lastSafe(seat);
    const watched = seat.phase === "running" && seat.connection === "connected";
    return watched && heard !== null && now > after(heard, longestSilence);
  },
  "stranded-answers": (seat) => seat.stranded > 0 && seat.phase !== "voided",
  "time-nearly-up": (seat, { now }) => seat.phase === "running" && leftNow(seat, now) <= nearlyUp,
  "not-arrived": (seat, { now, startsAt }) =>
    seat.phase === "booked" && !seat.signedIn && !isAway(seat) && now >= startsAt,
  "not-ready": (seat, { now, startsAt }) => !isAway(seat) && (isLate(seat, now >= startsAt) || isUnreachable(seat)),
};

/** A message that carried no answer still proves that none waits. */
export const lastSafe = ({ savedAt, lastSeenAt }: Pick<WatchedSeat, "savedAt" | "lastSeenAt">): Instant | null =>
  savedAt === null && lastSeenAt === null ? null : instant(Math.max(savedAt ?? 0, lastSeenAt ?? 0));

const isLate = ({ phase, signedIn }: WatchedSeat, started: boolean) =>
  started && (phase === "admitted" || (phase === "booked" && signedIn));

const isUnreachable = ({ phase, connection }: WatchedSeat) => phase === "ready" && connection !== "connected";

/** What it is, without figures that change: for saying aloud once, and for counting. */
export const problemNames: Record<Problem, string> = {
  "connection-lost": "Connection lost",
  "not-saved": "Answers not saved",
  "stranded-answers": "Answers left on the old computer",
  "time-nearly-up": "Time nearly up",
  "not-arrived": "Not arrived",
  "not-ready": "Not ready",
};

/** What it is, how much or how long. */
export function problemWords(problem: Problem, seat: WatchedSeat, { now, startsAt }: Situation): string {
  switch (problem) {
    case "connection-lost":
      return seat.lastSeenAt === null ? "Not connected" : `Connection lost ${lengthWords(silentFor(seat, now))}`;
    case "not-saved":
      return `Nothing saved for ${lengthWords(between(lastSafe(seat) ?? now, now))}`;
    case "stranded-answers":
      return `${seat.stranded} ${seat.stranded === 1 ? "answer" : "answers"} left on the old computer`;
    case "time-nearly-up":
      return "Time nearly up";
    case "not-arrived":
      return `Not arrived, ${lengthWords(between(startsAt, now))} late`;
    case "not-ready":
      return notReadyWords(seat);
  }
}

const notReadyWords = ({ phase, signedIn }: WatchedSeat) => {
  if (phase === "ready") return "Connection lost before the start";
  return phase === "booked" && signedIn ? "Waits to be admitted" : "Not ready yet";
};
