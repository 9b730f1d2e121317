import type { Timers } from "./timers.ts";

export type TurnedClock = Timers & {
  /** Lets everything happen that falls due meanwhile, in order. */
  pass(milliseconds: number): Promise<void>;
  /** Puts the computer's own clock on, or back when negative; nothing else moves. */
  setWall(by: number): void;
};

/** A clock that a test turns by hand. @param chance unless given, what is done after about a second is done after one. */
export function turnedClock(chance = () => 0.5): TurnedClock {
  let now = 0;
  let wallAhead = Date.parse("2026-11-23T09:00:00Z");
  let waiting: readonly { readonly at: number; readonly callback: () => void }[] = [];
  const settle = () => new Promise<void>((done) => setImmediate(done));
  const nextBy = (end: number) => waiting.filter(({ at }) => at <= end).toSorted((a, b) => a.at - b.at)[0];
  return {
    now: () => now,
    wall: () => now + wallAhead,
    chance,
    setWall(by) {
      wallAhead += by;
    },
    after(milliseconds, callback) {
      const mine = { at: now + milliseconds, callback };
      waiting = [...waiting, mine];
      return () => {
        waiting = waiting.filter((one) => one !== mine);
      };
    },
    async pass(milliseconds) {
      const end = now + milliseconds;
      await settle();
      for (let due = nextBy(end); due !== undefined; due = nextBy(end)) {
        const { at, callback } = due;
        waiting = waiting.filter((one) => one !== due);
        now = Math.max(now, at);
        callback();
        await settle();
      }
      now = end;
    },
  };
}
