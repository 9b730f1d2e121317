import type { Timers } from "./timers.ts";
import type { Remembered, Vault } from "./vault.ts";

type Ways = {
  readonly timers: Timers;
  readonly vault: Pick<Vault, "write" | "wipe">;
  /** All that is worth keeping, as it is now. */
  now(): Remembered;
  /** Nothing waits any more that the server does not have. */
  isEmpty(): boolean;
};

/** Milliseconds. */
const within = 20;
/** However little happens: a reload without a network counts on from the last time kept. */
const atLeastEvery = 5_000;
const wipeAgain = 5_000;

export type Memory = ReturnType<typeof memory>;

/** Keeps the attempt on this computer: soon after everything that is done, and now and then in between. */
export function memory({ timers, vault, now, isEmpty }: Ways) {
  let planned = false;
  let keptAt = Number.NEGATIVE_INFINITY;
  let isWiped = false;

  const keep = async () => {
    if (isWiped) return;
    keptAt = timers.now();
    await vault.write(now());
  };
  const keepSoon = () => {
    if (planned) return;
    planned = true;
    timers.after(within, () => {
      planned = false;
      void keep();
    });
  };
  /** The next person at this computer finds nothing: asked for until the storage has let go. What it gives up late is sent first. */
  const wipe = async () => {
    isWiped = true;
    if (!isEmpty() || !(await vault.wipe())) timers.after(wipeAgain, () => void wipe());
  };
  return {
    keep,
    keepSoon,
    /** To be called again and again while the page is open. */
    keepNowAndThen() {
      if (timers.now() - keptAt >= atLeastEvery) keepSoon();
    },
    isWiped: () => isWiped,
    wipe: () => void wipe(),
  };
}
