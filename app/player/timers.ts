/** The browser's clocks and timers, passed in so that a test can turn the hands. */
export type Timers = {
  /** Milliseconds from any beginning; nobody can set it, but it may stand while the computer sleeps. */
  now(): number;
  /** Milliseconds since 1970 by the computer's own clock, which sleeps through nothing and which anybody can set. */
  wall(): number;
  /** Calls back once, after so many milliseconds; gives the way to call it off. */
  after(milliseconds: number, callback: () => void): () => void;
  /** A number from 0 up to 1, by chance. */
  chance(): number;
};

/** Half of this up to half as much again, by chance: so a hall that lost the server in one instant does not ask for it in one. */
export const about = (milliseconds: number, { chance }: Pick<Timers, "chance">) => milliseconds * (0.5 + chance());

export const browserTimers: Timers = {
  now: () => performance.now(),
  wall: () => Date.now(),
  after(milliseconds, callback) {
    const timer = setTimeout(callback, milliseconds);
    return () => clearTimeout(timer);
  },
  chance: Math.random,
};
