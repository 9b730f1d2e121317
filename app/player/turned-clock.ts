import type { Timers } from "./timers.ts";

/** A clock that a test turns by hand. `pass` lets everything happen that falls due meanwhile, in order. */
export function turnedClock(): Timers & { pass(milliseconds: number): Promise<void> } {
  let now = 0;
  let waiting: readonly { readonly at: number; readonly callback: () => void }[] = [];
  const settle = () => new Promise<void>((done) => setImmediate(done));
  const nextBy = (end: number) => waiting.filter(({ at }) => at <= end).toSorted((a, b) => a.at - b.at)[0];
  return {
    now: () => now,
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
