import { noWork } from "../exam/attempt/answers.ts";
import { hasBegun, isOver } from "../exam/attempt/attempt.ts";
import { duration, type Instant, less, none, seconds } from "../exam/time/time.ts";
import type { AttemptState, Saved } from "../live/contract.ts";
import type { AbleToWork } from "./able-to-work.ts";
import type { Countdown } from "./countdown.ts";
import type { FormInHand } from "./form-in-hand.ts";
import type { LeftBehind } from "./left-behind.ts";
import type { Memory } from "./memory.ts";
import type { RoomCopy } from "./room-copy.ts";
import type { Seats } from "./seats.ts";
import type { Snapshot } from "./snapshot.ts";
import type { Told } from "./told.ts";

type Ways = {
  now(): number;
  readonly attempt: string;
  snapshot(): Snapshot;
  show(change: Partial<Snapshot>): void;
  showOutbox(): void;
  readonly clock: Pick<Countdown, "serverSaid" | "left" | "isSure">;
  readonly able: Pick<AbleToWork, "serverSaid" | "ranUnseen">;
  readonly news: Pick<Told, "ofChange">;
  readonly here: Pick<Seats, "now" | "remembered" | "isConfirmed" | "waiting" | "attend" | "attendAnew" | "ended">;
  readonly behind: Pick<LeftBehind, "all">;
  readonly form: Pick<FormInHand, "bring" | "unlock">;
  readonly room: Pick<RoomCopy, "follow">;
  readonly kept: Pick<Memory, "keepSoon" | "isWiped" | "wipe">;
  callReady(): void;
  tellOfStorage(): void;
  /** This computer went on from the room's copy. */
  isByCopy(): boolean;
};

/** Nothing is on its way for longer: what is older by more comes from a server whose clock was put right. */
const longestWay = seconds(15);

/** How long the clock has run since it stood, by the server, as this page last knew. */
const unseen = (before: AttemptState | null, state: AttemptState) => {
  if (before === null || before.phase === "running" || state.phase !== "running") return none;
  const given = state.allowance - before.allowance;
  // A server of an older version does not say what it took for work that it had not seen.
  const taken = (state.workedWhileStopped ?? none) - (before.workedWhileStopped ?? none);
  return less(duration(before.left + given - taken), state.left);
};

/** The server's word decides phase, time and lease; the page follows it, whichever way it came. */
export function following({
  now,
  attempt,
  snapshot,
  show,
  showOutbox,
  clock,
  able,
  here,
  form,
  room,
  kept,
  ...ways
}: Ways) {
  /** When what is known was heard, here; null where that was over another line, maybe of a process whose clock is ahead. */
  let heardAt: number | null = null;
  /** What was said before something that is known already; never the answer to what was asked only after that. */
  const isOvertaken = (at: Instant, known: Instant, since?: number) =>
    heardAt !== null && (since === undefined || since < heardAt) && at < known && known - at < longestWay;

  const follow = (state: AttemptState) => {
    followLease(state);
    followForm(state);
    followPhase(state);
  };

  const followLease = (state: AttemptState) => {
    const seat = here.now();
    if (seat === null || snapshot().place !== "seated" || state.lease === seat.lease || isOver(state)) return;
    if (hasBegun(state)) here.ended();
    else if (state.lease === null && state.phase === "booked") return;
    else void here.attend();
  };

  const followForm = (state: AttemptState) => {
    if (isOver(state) || state.phase === "booked") return;
    form.bring();
    if (state.key !== null) form.unlock(state.key);
    ways.callReady();
  };

  const followPhase = (state: AttemptState) => {
    const seat = here.now();
    if (seat === null) return;
    const mine = snapshot().place === "seated";
    if (isOver(state) || !mine) seat.live.become("emptying");
    else if (!hasBegun(state) || (ways.isByCopy() && !here.isConfirmed())) seat.live.become("off");
    else seat.live.become(snapshot().submitting ? "submitting" : "working");
    room.follow(mine && here.isConfirmed() && hasBegun(state) && !isOver(state) ? seat.lease : null);
    finishWhenEmpty();
  };

  /** Once the test is over and the server holds everything, this computer forgets it. */
  const finishWhenEmpty = () => {
    const { state } = snapshot();
    if (kept.isWiped() || state === null || !isOver(state)) return;
    if (ways.behind.all().length > 0 || here.waiting().length > 0) return;
    kept.wipe();
    show({ form: null, work: noWork });
  };

  const clockSaid = ({ phase, left, at }: Pick<AttemptState, "phase" | "left" | "at">, since?: number) => {
    clock.serverSaid({ left, running: phase === "running" }, since);
    able.serverSaid(at, since);
  };

  return {
    followPhase,
    finishWhenEmpty,
    newLine() {
      heardAt = null;
    },
    /** Goes on by what was kept, without a word of the server. */
    followKept(state: AttemptState) {
      followForm(state);
      followPhase(state);
    },
    /** @param since when the question went out that this answers; for news, leave it out. */
    heard(state: AttemptState, since?: number) {
      const before = snapshot().state;
      if (state.attempt !== attempt) return;
      // News may overtake the answer that gives the seat: whoever has just sat down has not followed it yet.
      if (before !== null && isOvertaken(state.at, before.at, since)) return follow(before);
      heardAt = now();
      clockSaid(state, since);
      const kept = here.remembered();
      able.ranUnseen(unseen(before ?? (kept?.lease === state.lease ? kept.state : null), state));
      show({ state, timeUp: state.phase === "running" && clock.left() === 0, unsure: !clock.isSure() });
      if (before !== null) ways.news.ofChange(before, state, isOver(state));
      follow(state);
      ways.tellOfStorage();
    },
    saved(answer: Extract<Saved, { ok: true }>, since: number) {
      const { state, place } = snapshot();
      // What is acknowledged need not be kept any more, also at a computer that was left and hears nothing else.
      showOutbox();
      kept.keepSoon();
      if (state === null) return;
      // What came after the end may not count. The record says so, also when the first answer to it was lost on the way; whatever
      // is known or being asked already may be from before this was stored.
      if (place === "seated" && (isOver(state) || isOver(answer))) here.attendAnew();
      if (isOvertaken(answer.at, state.at, since)) return;
      clockSaid(answer, since);
      show({ savedAt: answer.at, unsure: !clock.isSure() });
      const isSignedInAgain = place === "signed-out";
      if (answer.phase !== state.phase || answer.notCounted === "stranded" || isSignedInAgain) void here.attend();
    },
  };
}
