import type { Hindrance, Unable } from "../exam/attempt/entry.ts";
import { before, type Duration, earlier, type Instant, instant } from "../exam/time/time.ts";
import type { Timers } from "./timers.ts";

/** The last moment at which this computer could be worked on, and the computer's own clock then. Kept for after a crash. */
export type Able = {
  readonly at: Instant;
  readonly wall: number;
  readonly lease: string;
  /** What has passed since was counted by another computer of the room, from what the server had said. */
  readonly counted?: boolean;
  /** Where the clock leapt since the server last spoke. */
  readonly jumps?: Jumps;
  /** Sleeps that are known and not told yet. */
  readonly sleeps?: readonly Stretch[];
};

type Stretch = { readonly from: Instant; readonly to: Instant };

/** When, as it was counted here, a computer's own clock grew ahead of the one that stands while it sleeps, and by how much. */
type Jumps = readonly { readonly at: Instant; readonly by: number }[];

/** Whether the learner could work just now: `standing` where no time runs that could be lost. */
export type Ability = "able" | "unable" | "standing";

type Ways = {
  readonly timers: Pick<Timers, "now" | "wall">;
  ability(): Ability;
  lease(): string | null;
  /** The page is out of sight: a browser then lets it rest, and the learner looks elsewhere. */
  isHidden(): boolean;
  report(unable: Unable): void;
};

/** Shorter than this is a page at work, in milliseconds. */
const shortest = 3_000;
/** What the clocks of browser and server can differ by when a network is slow, in milliseconds. */
const slowNetwork = 10_000;

const leaptBy = (jumps: Jumps) => jumps.reduce((sum, { by }) => sum + by, 0);

export type AbleToWork = ReturnType<typeof ableToWork>;

/**
 * Watches whether the test can be worked on at this computer while its clock runs, and reports every stretch in which it
 * could not once that is over. A missing network is no such stretch: the learner works on. Time is the server's, counted on
 * from when it last spoke; after a reload without a network it is the computer's own, and said to be.
 */
export function ableToWork({ timers, ability, lease, isHidden, report }: Ways) {
  let said: { readonly at: Instant; readonly now: number; readonly sure: boolean } | null = null;
  let last: Able | null = null;
  let lastTick = timers.now();
  let wasHidden = false;
  let wasUnable = false;
  /** What is known of the last moment is from before this page was opened. */
  let isRemembered = false;
  /** How far this computer's own clock is ahead of the one that stands while it sleeps. */
  let ahead = timers.wall() - timers.now();
  /** Since the server last spoke: a sleep, or a clock that was set. */
  let jumps: Jumps = [];
  /** When the last of them was noticed. */
  let leaptAt = Number.NEGATIVE_INFINITY;
  /** Sleeps the server has confirmed, told as soon as there is work again. */
  let sleeps: readonly Stretch[] = [];
  /** Those before which the clock stood: nobody's loss, unless it has been set going meanwhile. */
  let idle: readonly Stretch[] = [];

  const serverNow = () => said && instant(Math.round(said.at + timers.now() - said.now));
  const mark = (at: Instant) => {
    const mine = lease();
    if (mine !== null) last = { at, wall: timers.wall(), lease: mine };
    isRemembered = false;
  };
  const causeOf = (stoodStill: boolean): Hindrance => {
    if (isRemembered) return "reloaded";
    if (wasUnable) return "blocked";
    return stoodStill ? "frozen" : "asleep";
  };

  /** Whoever slept while the server's time went on slept where this computer's own clock leapt, unless that was set besides. */
  const settleSleeps = (now: Instant) => {
    const known = last;
    // What leapt while nothing could be done here is a part of that.
    const leapt = jumps.filter(({ at }) => !wasUnable || at < (known?.at ?? at));
    jumps = [];
    if (known === null || known.lease !== lease()) return;
    // Nothing could be done after those sleeps either, or the page was loaded anew: that is told for itself.
    const isMore = wasUnable || isRemembered;
    const seen = leaptBy(leapt);
    const lostFor = now - known.at;
    const isTooMuch = (isMore ? seen - lostFor : Math.abs(lostFor - seen)) > slowNetwork;
    const slept = isMore ? Math.min(seen, lostFor) : lostFor;
    if (leapt.length === 0 || leapt.some(({ by }) => by < 0) || isTooMuch || slept <= slowNetwork) return;
    let before = 0;
    const found = leapt.flatMap(({ at, by }, index) => {
      // What is counted here stood still in each sleep before.
      const from = instant(at + before);
      before = index === leapt.length - 1 ? slept : Math.min(before + by, slept);
      const to = instant(at + before);
      return to > from ? [{ from, to }] : [];
    });
    if (ability() === "standing") idle = found;
    else sleeps = [...sleeps, ...found];
    if (isMore) last = { ...known, at: instant(known.at + slept) };
    else mark(now);
  };
  const noticeJump = () => {
    const by = timers.wall() - timers.now() - ahead;
    ahead += by;
    if (Math.abs(by) <= shortest || last === null) return;
    // In a time in which nothing could be done the last moment of work is long past.
    jumps = [...jumps, { at: wasUnable ? (serverNow() ?? last.at) : last.at, by }];
    leaptAt = timers.now();
  };

  const look = (now: Instant, stoodFor: number) => {
    const can = ability();
    // Another lease is another turn: what lay between is not this computer's to tell.
    const isMine = last !== null && last.lease === lease();
    // A stretch that a pause ends is reported when work goes on: the server knows which part of it ran.
    if (!isMine) sleeps = [];
    else if (can !== "standing") sleeps = [...sleeps, ...idle];
    idle = [];
    if (!isMine || (can === "standing" && !isRemembered && !wasUnable)) mark(now);
    if (can === "unable") wasUnable = true;
    if (can !== "able" || last === null) return;
    for (const sleep of sleeps) report({ cause: "asleep", ...sleep, sure: true });
    sleeps = [];
    const cause = causeOf(stoodFor > shortest);
    const lostFor = now - last.at;
    const isLost = lostFor > (cause === "asleep" ? slowNetwork : shortest);
    const from = last.at;
    mark(now);
    // A page out of sight is let rest by the browser; nobody was kept from working by that.
    if (isLost && !(cause === "frozen" && (wasHidden || isHidden())))
      report({ cause, from, to: now, sure: said?.sure ?? false });
    wasUnable = false;
  };

  return {
    /** @param since when the question went out that this answers; for news, leave it out. */
    serverSaid(at: Instant, since?: number) {
      const now = since ?? timers.now();
      const grown = said === null ? 0 : at - said.at - (now - said.now);
      noticeJump();
      // What was asked, or told, before a computer woke may know nothing of its sleep: the next word does.
      const isAskedSince = since !== undefined && since > leaptAt;
      if (jumps.length > 0 && !isAskedSince && grown < leaptBy(jumps) - shortest) return;
      said = { at, now, sure: true };
      settleSleeps(serverNow() ?? at);
    },
    /** The clock had been set going so long before the page heard of it: until then there was nothing to be seen. */
    ranUnseen(length: Duration) {
      const [now, mine] = [serverNow(), lease()];
      if (now === null || mine === null || length <= shortest || (last !== null && last.lease !== mine)) return;
      const known = last ?? { at: now, wall: timers.wall(), lease: mine };
      const at = earlier(known.at, before(now, length));
      last = { ...known, at, wall: known.wall - (known.at - at) };
      wasUnable = true;
    },
    /** Goes on from what was kept before the page was closed; the server's word is better. */
    resume(kept: Able | null) {
      // Counted up to now: after another reload only the computer's own clock knows more.
      last = kept && { at: kept.at, wall: kept.wall, lease: kept.lease };
      isRemembered = kept !== null;
      jumps = kept?.jumps ?? [];
      sleeps = kept?.sleeps ?? [];
      if (kept === null || said !== null) return;
      said = {
        at: instant(kept.at + Math.max(0, timers.wall() - kept.wall)),
        now: timers.now(),
        sure: kept.counted === true,
      };
    },
    /** To be called several times a second. */
    tick() {
      const stoodFor = timers.now() - lastTick;
      lastTick = timers.now();
      noticeJump();
      const now = serverNow();
      if (now !== null) look(now, stoodFor);
      wasHidden = isHidden();
    },
    kept: (): Able | null =>
      last && { ...last, ...(jumps.length > 0 && { jumps }), ...(sleeps.length > 0 && { sleeps }) },
  };
}
