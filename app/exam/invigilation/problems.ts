import { isOver } from "../attempt/attempt.ts";
import type { Keeping } from "../attempt/keeping.ts";
import { after, between, type Instant, instant, minutes, seconds } from "../time/time.ts";
import { isAway } from "./register.ts";
import { lengthWords } from "./spoken-time.ts";
import { leftNow, silentFor, type WatchedSeat } from "./watched-seat.ts";

/** The most urgent first: what may cost a learner work comes before what the clock does to everybody alike. */
export const problems = [
  "no-computer",
  "connection-lost",
  "not-saved",
  "keeps-no-copy",
  "stranded-answers",
  "late-answers",
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
  "no-computer": (seat) => seat.phase === "running" && !seat.signedIn,
  "connection-lost": (seat) => seat.phase === "running" && seat.signedIn && seat.connection !== "connected",
  "not-saved": (seat, { now }) => {
    const heard = lastSafe(seat);
    const watched = seat.phase === "running" && seat.signedIn && seat.connection === "connected";
    return watched && heard !== null && now > after(heard, longestSilence);
  },
  "keeps-no-copy": (seat) => !isOver(seat) && seat.signedIn && seat.keeping !== "kept",
  "stranded-answers": (seat) => seat.setAside.unsaid.stranded > 0 && seat.phase !== "voided",
  "late-answers": (seat) => seat.setAside.unsaid.late > 0 && seat.phase !== "voided",
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
  "no-computer": "The clock runs at no computer",
  "connection-lost": "Connection lost",
  "not-saved": "Answers not saved",
  "keeps-no-copy": "The computer keeps no copy",
  "stranded-answers": "Answers left on the old computer",
  "late-answers": "Answers arrived after the end",
  "time-nearly-up": "Time nearly up",
  "not-arrived": "Not arrived",
  "not-ready": "Not ready",
};

/** What it is, how much or how long. */
export function problemWords(problem: Problem, seat: WatchedSeat, { now, startsAt }: Situation): string {
  switch (problem) {
    case "no-computer":
      return "The clock runs at no computer";
    case "connection-lost":
      return seat.lastSeenAt === null ? "Not connected" : `Connection lost ${lengthWords(silentFor(seat, now))}`;
    case "not-saved":
      return `Nothing saved for ${lengthWords(between(lastSafe(seat) ?? now, now))}`;
    case "keeps-no-copy":
      return keepingWords[seat.keeping];
    case "stranded-answers":
      return `${answersIn(seat.setAside.unsaid.stranded)} left on the old computer`;
    case "late-answers":
      return `${answersIn(seat.setAside.unsaid.late)} arrived after the end`;
    case "time-nearly-up":
      return "Time nearly up";
    case "not-arrived":
      return `Not arrived, ${lengthWords(between(startsAt, now))} late`;
    case "not-ready":
      return notReadyWords(seat);
  }
}

const answersIn = (count: number) => `${count} ${count === 1 ? "answer" : "answers"}`;

export const keepingWords: Record<Keeping, string> = {
  kept: "Keeps a copy again",
  cleared: "Storage was emptied; kept anew",
  refused: "Keeps no copy: storage refused",
  full: "Keeps no copy: storage full",
};

/** What the invigilator can do about it, where the words alone do not say. */
export function problemAdvice(problem: Problem, seat: WatchedSeat): string | null {
  switch (problem) {
    case "no-computer":
      return "They can go on at another computer with a code or their slip. If that takes long, pause the test.";
    case "keeps-no-copy":
      return keepingAdvice[seat.keeping];
    case "stranded-answers":
    case "late-answers":
      return "Kept, and not marked. Say below whether it should count: you were there. The awarding organisation decides.";
    default:
      return null;
  }
}

const keepOpen =
  "Answers go to the server as they are written, so the test can go on. Ask the learner to leave the page open and not to reload it.";

const keepingAdvice: Record<Keeping, string | null> = {
  kept: null,
  cleared:
    "Nothing is lost: the page has written its copy again. Find out what empties the storage (a clean-up program, somebody at the browser's settings); if it happens again, move the learner.",
  refused: `${keepOpen} A private window or a browser setting is the usual reason; if the network is poor, move the learner to another computer.`,
  full: `${keepOpen} Free some space on the computer's disk, and it keeps a copy again by itself; if the network is poor, move the learner.`,
};

const notReadyWords = ({ phase, signedIn }: WatchedSeat) => {
  if (phase === "ready") return "Connection lost before the start";
  return phase === "booked" && signedIn ? "Waits to be admitted" : "Not ready yet";
};
