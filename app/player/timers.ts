/** The browser's monotonic clock and its timers, passed in so that a test can turn the hands. */
export type Timers = {
  /** Milliseconds from any beginning; nobody can set it. */
  now(): number;
  /** Calls back once, after so many milliseconds; gives the way to call it off. */
  after(milliseconds: number, callback: () => void): () => void;
};

export const browserTimers: Timers = {
  now: () => performance.now(),
  after(milliseconds, callback) {
    const timer = setTimeout(callback, milliseconds);
    return () => clearTimeout(timer);
  },
};
