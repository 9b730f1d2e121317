import { type Duration, duration, minutes, none } from "../exam/time/time.ts";

/** When the time left is said aloud. */
const spoken = [minutes(10), minutes(5), minutes(1)];

/** A change of the clock smaller than this is the network's doing and not an invigilator's. */
const jitter = 30_000;

export type Countdown = ReturnType<typeof countdown>;

/**
 * Counts down from what the server last said was left, by a clock the learner cannot set.
 *
 * The server read its clock at some moment after the question was sent and before the answer came. Counting from the
 * sending can only show too little, by at most the way there; counting from the arrival could show time that is not there.
 *
 * @param monotonic milliseconds from any beginning, such as `performance.now`.
 */
export function countdown(monotonic: () => number) {
  let saidLeft: Duration = none;
  let saidAt = monotonic();
  let running = false;
  let unsaid: readonly Duration[] = [];
  let shown: Duration | null = null;

  const left = () => duration(Math.max(0, running ? saidLeft - (monotonic() - saidAt) : saidLeft));

  return {
    /** @param since when the question went out that this answers; for news that was not asked for, leave it out. */
    serverSaid(said: { readonly left: Duration; readonly running: boolean }, since = monotonic()) {
      const before = shown;
      saidLeft = said.left;
      saidAt = since;
      running = said.running;
      shown = left();
      if (before === null || shown > before + jitter) unsaid = spoken.filter((at) => at < left());
    },
    left,
    isRunning: () => running,
    /** The mark just passed, once each; more time granted arms those below it again. */
    due(): Duration | null {
      shown = left();
      const passed = running ? unsaid.filter((at) => at >= left()) : [];
      unsaid = unsaid.filter((at) => !passed.includes(at));
      return passed.at(-1) ?? null;
    },
  };
}
