/** The browser's clocks and timers, passed in so that a test can turn the hands. */
export type Timers = {
  /** Milliseconds from any beginning; nobody can set it, but it may stand while the computer sleeps. */
  now(): number;
  /** Milliseconds since 1970 by the computer's own clock, which sleeps through nothing and which anybody can set. */
  wall(): number;
  /** Calls back once, after so many milliseconds; gives the way to call it off. */
  after(milliseconds: number, callback: () => void): () => void;
};

export const browserTimers: Timers = {
  now: () => performance.now(),
  wall: () => Date.now(),
  after(milliseconds, callback) {
    const timer = setTimeout(callback, milliseconds);
    return () => clearTimeout(timer);
  },
};
