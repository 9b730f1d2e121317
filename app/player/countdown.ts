import { type Duration, duration, minutes, none } from "../exam/time/time.ts";
import type { Timers } from "./timers.ts";

/** When the time left is said aloud. */
const spoken = [minutes(10), minutes(5), minutes(1)];

/** A change of the clock smaller than this is the network's doing and not an invigilator's. */
const jitter = 30_000;

/** The two clocks of a computer always differ by a little between two looks, in milliseconds. */
const drift = 2_000;
/** So long the server may be asked before a leap of the computer's clock is believed, in milliseconds. */
const askFirst = 3_000;

/** What must be kept to go on counting after a reload without the server. `wall` is the computer's clock at that moment. */
export type Mark = { readonly left: Duration; readonly running: boolean; readonly wall: number };

export type Countdown = ReturnType<typeof countdown>;

/**
 * Counts down from what the server last said was left, by a clock the learner cannot set.
 *
 * The server read its clock at some moment after the question was sent and before the answer came. Counting from the
 * sending can only show too little, by at most the way there; counting from the arrival could show time that is not there.
 *
 * The monotonic clock may stand while a computer sleeps, and begins anew with every page. So the computer's own clock is
 * looked at too: where it leaps forward, that time is believed to have passed, unless the server answers first. Setting that
 * clock can therefore take time off the screen, never add any: put back while the page is open it changes nothing, and while
 * the page is closed it hides at most the time in which there was no question to be seen. The server's next word puts
 * everything right.
 */
export function countdown({ now, wall }: Pick<Timers, "now" | "wall">) {
  let said = { left: none, running: false, at: now() };
  let looked = { now: now(), wall: wall() };
  /** Time that seems to have passed while the monotonic clock stood, since when that is known. */
  let leap: { readonly at: number; readonly by: number } | null = null;
  let unsaid: readonly Duration[] = [];
  let shown: Duration | null = null;
  let sure = true;

  const left = () => duration(Math.max(0, said.running ? said.left - (now() - said.at) : said.left));
  const look = () => {
    const by = wall() - looked.wall - (now() - looked.now);
    looked = { now: now(), wall: wall() };
    if (by > drift && said.running) leap = { at: leap?.at ?? now(), by: (leap?.by ?? 0) + by };
  };
  const believeLeap = () => {
    if (leap === null || now() - leap.at < askFirst) return;
    said = { left: duration(Math.max(0, left() - leap.by)), running: said.running, at: now() };
    leap = null;
    sure = false;
  };

  return {
    /** @param since when the question went out that this answers; for news that was not asked for, leave it out. */
    serverSaid({ left: saidLeft, running }: { readonly left: Duration; readonly running: boolean }, since = now()) {
      const before = shown;
      look();
      // What was asked before a leap knows nothing of it.
      if (leap !== null && (since > leap.at || !running)) leap = null;
      said = { left: saidLeft, running, at: since };
      sure = leap === null;
      shown = left();
      if (before === null || shown > before + jitter) unsaid = spoken.filter((at) => at < left());
    },
    /** Goes on from what was kept before the page was closed. */
    resume({ left: kept, running, wall: then }: Mark) {
      const passed = running ? Math.max(0, wall() - then) : 0;
      said = { left: duration(Math.max(0, kept - passed)), running, at: now() };
      sure = false;
      shown = left();
      unsaid = spoken.filter((at) => at < left());
    },
    /** A leap that is not believed yet is left for the reload to find. */
    mark(): Mark {
      look();
      return { left: left(), running: said.running, wall: wall() - (leap?.by ?? 0) };
    },
    left,
    isRunning: () => said.running,
    /** The server has spoken since this computer slept, was restarted, or had its clock set. */
    isSure: () => sure,
    /** The computer has slept, or its clock was put on: time to ask the server. */
    hasLeapt: () => leap !== null,
    /** To be called several times a second. The mark just passed, once each; more time granted arms those below it again. */
    due(): Duration | null {
      look();
      believeLeap();
      shown = left();
      const passed = said.running ? unsaid.filter((at) => at >= left()) : [];
      unsaid = unsaid.filter((at) => !passed.includes(at));
      // Whoever slept past the end is not told of a minute that is gone.
      return shown === 0 ? null : (passed.at(-1) ?? null);
    },
  };
}
