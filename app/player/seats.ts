import { next, type Work } from "../exam/attempt/answers.ts";
import { isOver } from "../exam/attempt/attempt.ts";
import type { Entry } from "../exam/attempt/entry.ts";
import { type Refused, refused } from "../exam/people/refusals.ts";
import type { Announced, AttemptState, Attended } from "../live/contract.ts";
import type { Countdown } from "./countdown.ts";
import type { Seat } from "./deeds.ts";
import { type Outbox, outbox } from "./outbox.ts";
import type { RoomCopy } from "./room-copy.ts";
import { type Asked, type Seated, seatRequests } from "./seat-requests.ts";
import type { Snapshot } from "./snapshot.ts";
import type { Sync } from "./sync.ts";
import { leap, mayLack, takenUp } from "./taken-up.ts";
import type { Timers } from "./timers.ts";
import type { Behind, Remembered } from "./vault.ts";

export type Seats = ReturnType<typeof seats>;

type Ways = {
  readonly attempt: string;
  readonly timers: Timers;
  readonly clock: Pick<Countdown, "resume">;
  readonly room: Pick<RoomCopy, "isLocked" | "unlock">;
  snapshot(): Snapshot;
  show(change: Partial<Snapshot>): void;
  showOutbox(): void;
  keepSoon(): void;
  /** Null while there is no way to the server, or nobody wants one any more. */
  attend(asked: Asked): Promise<Attended> | null;
  /** The way to the server for what is done under a lease. */
  live(lease: string, box: Outbox): Sync;
  /** What a seat before this one still held. */
  leave(behind: Behind): void;
  announced(all: readonly Announced[]): void;
  heard(state: AttemptState, since: number): void;
  /** Goes on by what was kept, without a word of the server. */
  followKept(state: AttemptState): void;
  refused(refusal: Refused): void;
  /** This computer went on from the room's copy. */
  isByCopy(): boolean;
};

/**
 * The learner's seat at this computer: one after the other, as the server gives them, or the one that was kept. What was done
 * under a seat that ended is left behind as it is, never taken over into the next.
 */
export function seats({ attempt, timers, clock, room, snapshot, show, showOutbox, keepSoon, ...ways }: Ways) {
  let seat: Seat | null = null;
  let remembered: Remembered | null = null;
  /** The server has given this page its seat. */
  let confirmed = false;
  /** The learner has asked for the seat, as the same one or a new one, and the server has not answered that yet. */
  let askedFor: "before" | "new" | null = null;

  /** The learner was sent to another computer. */
  let elsewhere = false;
  /** It stays away by what was kept alone: the server has not said so yet, and may have given the seat to this computer since. */
  let isUnsaid = false;
  /** The last entry of this seat that the server had when it gave the seat to this page. */
  let hadThrough = 0;

  const take = (lease: string, box: Outbox): Seat => {
    seat = { lease, box, live: ways.live(lease, box) };
    return seat;
  };

  const requests = seatRequests({
    timers,
    attend: ways.attend,
    seated: (answer, since) => seated(answer, since),
    refused(refusal) {
      askedFor = null;
      ways.refused(refusal);
    },
    isWanted: (isKnown) => wantsSeat() && (snapshot().place !== "seated" || !isKnown),
    again: () => void attend(),
  });
  const wantsSeat = () => {
    const { place } = snapshot();
    return place === "opening" || place === "seated" || (place === "moved" && isUnsaid);
  };
  const attend = async () => {
    // The board has locked this page: it asks for nothing by itself.
    if (room.isLocked() && askedFor === null) return;
    const lease = askedFor === "new" ? null : (seat?.lease ?? remembered?.lease ?? null);
    await requests.ask({ lease, holdsWork: confirmed && seat !== null && lease === seat.lease });
  };

  const seated = (answer: Seated, since: number) => {
    const { work } = answer;
    if (answer.state.attempt !== attempt) return ways.refused(refused("not-your-attempt"));
    if (seat?.lease === answer.lease) sitOn(seat, answer);
    // The seat has changed since this was asked.
    else if (work === null) return void attend();
    else sitDown({ ...answer, work });
    if (!confirmed) hadThrough = answer.savedThrough;
    confirmed = true;
    elsewhere = false;
    isUnsaid = false;
    askedFor = null;
    room.unlock();
    ways.announced(answer.announcements);
    show({ place: "seated", words: null, trouble: false });
    ways.heard(answer.state, since);
    showOutbox();
    keepSoon();
    seat?.live.reconnected();
  };

  const sitOn = ({ box }: Seat, { savedThrough, work }: Seated) => {
    box.acknowledge(savedThrough);
    // The server may hold more than the room's copy did: what it holds, and then what was done here.
    if (ways.isByCopy() && !confirmed && work !== null) show({ work: box.waiting().reduce(next, work) });
  };

  const sitDown = ({ lease, ...answer }: Seated & { readonly work: Work }) => {
    if (seat !== null) {
      seat.live.stop();
      ways.leave({ lease: seat.lease, waiting: seat.box.waiting() });
    } else if (remembered?.lease && remembered.lease !== lease) {
      ways.leave({ lease: remembered.lease, waiting: remembered.waiting });
    }
    const mine = seat === null && remembered?.lease === lease ? remembered : null;
    const { seq, waiting, ...shown } = takenUp(mine, { ...answer, lease });
    take(lease, outbox({ seq, waiting }));
    show(shown);
  };

  /** Nothing is shown here; what is still here goes to the server as it is. */
  const stayAway = () => {
    if (!remembered?.lease) return;
    const { live } = take(remembered.lease, outbox({ seq: remembered.seq + leap, waiting: remembered.waiting }));
    isUnsaid = true;
    show({ place: "moved", work: remembered.work });
    showOutbox();
    live.become("emptying");
  };

  return {
    now: () => seat,
    remembered: () => remembered,
    remember(kept: Remembered | null) {
      remembered = kept;
      elsewhere = kept?.elsewhere ?? false;
    },
    isElsewhere: () => elsewhere,
    isConfirmed: () => confirmed,
    /** What waits here, whether or not anybody has been seated yet. */
    waiting: () => seat?.box.waiting() ?? remembered?.waiting ?? [],
    attend,
    wantsSeat,
    attendAnew: requests.anew,
    newWay: requests.newWay,
    /** Asks again because the learner wants it, until the server has answered. */
    askFor(as: "before" | "new") {
      askedFor = as;
    },
    /** Without the server's word, this computer goes on where it was: same seat, same work, the time as it was kept. */
    goOnFromMemory() {
      if (seat !== null || snapshot().place !== "opening" || remembered === null) return;
      const { state, lease, clock: mark, work, seq, waiting, handingIn } = remembered;
      if (state === null || lease === null || mark === null || isOver(state)) return;
      if (elsewhere) return askedFor === null ? stayAway() : undefined;
      clock.resume(mark);
      take(lease, outbox({ seq: seq + leap, waiting }));
      show({ place: "seated", state, work, submitting: handingIn, trouble: true, unsure: true });
      showOutbox();
      // The time that passed meanwhile is written down at once: setting the clock back from here on wins none of it.
      keepSoon();
      ways.followKept(state);
      void attend();
    },
    stayAway,
    /** What was done at this seat before the page was opened, and could not be read until now. */
    takeIn(found: readonly Entry[]) {
      if (seat === null) return;
      const { state, work } = snapshot();
      const news = seat.box.takeIn(found.filter((entry) => mayLack(entry, hadThrough, work)));
      if (state === null || !isOver(state)) show({ work: news.reduce(next, work) });
      showOutbox();
      seat.live.changed();
    },
    /** The learner goes on elsewhere; what is still here is sent as it is. */
    ended() {
      elsewhere = true;
      isUnsaid = false;
      if (seat !== null) seat.live.become("emptying");
      else if (remembered?.lease) {
        ways.leave({ lease: remembered.lease, waiting: remembered.waiting });
        remembered = { ...remembered, waiting: [] };
      }
      show({ place: "moved" });
      keepSoon();
    },
  };
}
