import { after, type Duration, duration, type Instant, sum } from "../time/time.ts";

/** Why a clock stands still. */
export type StopCause = "pause" | "rest-break" | "evacuation" | "technical" | "moving-desk";

/** What stopped one learner's clock stays stopped when the room goes on: a rest break, a move to another machine. */
export const stopsOneLearner = (cause: StopCause) => cause === "rest-break" || cause === "moving-desk";

/** Why the clock stands now; null while it runs or has not begun. */
export function stoppedFor(ledger: Ledger): StopCause | null {
  const last = ledger.findLast(movesTheClock);
  return last?.kind === "stopped" ? last.cause : null;
}

/** Where an allowance of time came from. */
export type AllowanceSource = "paper" | "access-arrangement" | "granted" | "lost-time";

/** A stretch of lost time that has been made up. `lost` is how much of it ran on the learner's clock. */
export type MadeUp = {
  readonly id: string;
  readonly kind: string;
  readonly from: Instant;
  readonly to: Instant;
  readonly lost: Duration;
};

/** One line of an attempt's time ledger: what, when, who and why. */
export type Line =
  | {
      readonly kind: "allowance";
      readonly source: AllowanceSource;
      readonly amount: Duration;
      readonly at: Instant;
      readonly by: string;
      readonly why: string;
      /** Of the order to give it, so that the same order sent twice gives once. */
      readonly key?: string;
      /** What time it makes up, and by which rules; only with `lost-time`. */
      readonly lost?: { readonly rules: string; readonly stretches: readonly MadeUp[] };
    }
  /** What was worked on a screen that no message reached after the clock was stopped: it is time worked all the same. */
  | {
      readonly kind: "worked-on";
      readonly amount: Duration;
      readonly at: Instant;
      readonly by: string;
      readonly why: string;
    }
  | { readonly kind: "started"; readonly at: Instant; readonly by: string }
  | {
      readonly kind: "stopped";
      readonly at: Instant;
      readonly by: string;
      readonly cause: StopCause;
      readonly why: string;
    }
  | { readonly kind: "resumed"; readonly at: Instant; readonly by: string }
  | { readonly kind: "ended"; readonly at: Instant; readonly by: string };

export type Ledger = readonly Line[];

/** Lines of one kind. */
type LineOf<Kind extends Line["kind"]> = Extract<Line, { kind: Kind }>;
export const allowances = (ledger: Ledger): readonly LineOf<"allowance">[] =>
  ledger.filter((line) => line.kind === "allowance");

type ClockLine = Exclude<Line, { kind: "allowance" | "worked-on" }>;
export const movesTheClock = (line: Line): line is ClockLine => line.kind !== "allowance" && line.kind !== "worked-on";

/** All time the attempt may take. */
export const allowance = (ledger: Ledger): Duration =>
  sum(...ledger.map((line) => (line.kind === "allowance" ? line.amount : duration(0))));

/** When the clock last began to run and has not stopped since; null while it stands. */
export function runningSince(ledger: Ledger): Instant | null {
  const last = ledger.findLast(movesTheClock);
  return last?.kind === "started" || last?.kind === "resumed" ? last.at : null;
}

/** The stretches in which the clock ran, the last one up to now. */
export function runs(ledger: Ledger, now: Instant): readonly { readonly from: Instant; readonly to: Instant }[] {
  const lines = ledger.filter(movesTheClock);
  return lines.flatMap((line, index) =>
    line.kind === "started" || line.kind === "resumed" ? [{ from: line.at, to: lines[index + 1]?.at ?? now }] : [],
  );
}

/** Time spent answering. Pauses do not count, however they came about. */
export function worked(ledger: Ledger, now: Instant): Duration {
  let total = 0;
  let since: Instant | null = null;
  for (const line of ledger) {
    if (line.kind === "worked-on") total += line.amount;
    if (!movesTheClock(line)) continue;
    if (since !== null) total += Math.max(0, line.at - since);
    since = line.kind === "started" || line.kind === "resumed" ? line.at : null;
  }
  return duration(since === null ? total : total + Math.max(0, now - since));
}

/** Of the time spent answering, what was spent before a screen that had not heard of a pause. */
export const workedWhileStopped = (ledger: Ledger): Duration =>
  sum(...ledger.map((line) => (line.kind === "worked-on" ? line.amount : duration(0))));

/** Never negative. Before the start it is the whole allowance. */
export const timeLeft = (ledger: Ledger, now: Instant): Duration =>
  duration(Math.max(0, allowance(ledger) - worked(ledger, now)));

/** The instant at which time runs out if nothing changes; null while the clock stands. */
export function deadline(ledger: Ledger): Instant | null {
  const since = runningSince(ledger);
  return since === null ? null : after(since, duration(allowance(ledger) - worked(ledger, since)));
}
