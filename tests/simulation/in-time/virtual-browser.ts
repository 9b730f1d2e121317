import type { TurnedClock } from "../../../app/player/turned-clock.ts";

/**
 * While it works, the browser's own timers, clock and ciphers that the vault reaches for are those of a turned clock: nothing
 * waits for the real time, and what is sealed is sealed at once.
 */
export async function inVirtualTime<Value>(clock: TurnedClock, work: () => Promise<Value>): Promise<Value> {
  const before = {
    setTimeout: globalThis.setTimeout,
    clearTimeout: globalThis.clearTimeout,
    now: performance.now,
    crypto: Object.getOwnPropertyDescriptor(globalThis, "crypto"),
  };
  const calls = new Map<number, () => void>();
  let last = 0;
  Object.assign(globalThis, {
    setTimeout(callback: () => void, milliseconds = 0) {
      last += 1;
      const mine = last;
      const callOff = clock.after(milliseconds, () => {
        calls.delete(mine);
        callback();
      });
      calls.set(mine, callOff);
      return mine;
    },
    clearTimeout(which: number) {
      calls.get(which)?.();
      calls.delete(which);
    },
  });
  performance.now = () => clock.now();
  const asItIs = async (_: unknown, __: unknown, data: Uint8Array) => data;
  const subtle = { encrypt: asItIs, decrypt: asItIs };
  Object.defineProperty(globalThis, "crypto", {
    configurable: true,
    value: { subtle, getRandomValues: <Bytes>(bytes: Bytes) => bytes },
  });
  try {
    return await work();
  } finally {
    Object.assign(globalThis, { setTimeout: before.setTimeout, clearTimeout: before.clearTimeout });
    performance.now = before.now;
    if (before.crypto) Object.defineProperty(globalThis, "crypto", before.crypto);
  }
}
