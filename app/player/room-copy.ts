import type { Entry } from "../exam/attempt/entry.ts";
import type { PlaceTaken, TakePlace } from "../live/contract.ts";
import type { Copier, CopierWays } from "./copy/copier.ts";
import type { Timers } from "./timers.ts";
import type { Remembered } from "./vault.ts";

/** What a browser brings for the copies of a room; where it is left out, there are none. */
export type CopyParts = {
  openCopier(ways: CopierWays): Copier;
  takePlace(message: TakePlace): Promise<PlaceTaken>;
};

type Ways = Omit<CopierWays, "lock"> & {
  readonly parts: CopyParts | undefined;
  readonly timers: Timers;
  locked(lease: string): void;
};

export type RoomCopy = ReturnType<typeof roomCopy>;

/** Milliseconds. */
const askAgain = 2_000;
/** Somebody who types is always a moment ahead of the copy. */
const aMoment = 2_000;

/**
 * This computer and the copies of its room: it keeps one up to date elsewhere, is told when the learner goes on elsewhere, and
 * may itself be the one that went on from a copy.
 */
export function roomCopy({ parts, timers, locked: wasLocked, ...ways }: Ways) {
  let copier: Copier | null = null;
  let turns = 0;
  let locked = false;
  let taking: TakePlace | null = null;
  let coveredAt = Number.NEGATIVE_INFINITY;

  return {
    kept: (): Pick<Remembered, "copies" | "locked" | "taking"> => ({ copies: copier?.turn() ?? turns, locked, taking }),
    remember(before: Pick<Remembered, "copies" | "locked" | "taking">) {
      turns = before.copies;
      locked = before.locked;
      taking = before.taking;
    },
    /** The server can be reached, so lines to the room's boards can be arranged. */
    begin() {
      if (copier !== null || parts === undefined) return;
      const lock = (lease: string) => {
        locked = true;
        wasLocked(lease);
      };
      copier = parts.openCopier({ ...ways, lock });
      copier.resume(turns);
    },
    follow: (lease: string | null) => copier?.follow(lease),
    touched: () => copier?.touched(),
    stop: () => copier?.stop(),
    /** Whether all of this is in the room's copy, or was a moment ago. */
    holds(waiting: readonly Entry[]): boolean {
      const through = copier?.heldThrough() ?? 0;
      if (through === 0) return false;
      if (through >= (waiting.at(-1)?.seq ?? 0)) coveredAt = timers.now();
      return timers.now() - coveredAt < aMoment;
    },
    isLocked: () => locked,
    unlock() {
      locked = false;
    },
    isTaking: () => taking !== null,
    /** What was copied from the other computer and may not be with the server yet. */
    entries: (): readonly Entry[] => taking?.entries ?? [],
    /** Asks until the server answers; what it says is final. */
    takePlace(answered: (taken: PlaceTaken) => void) {
      const ask = async () => {
        if (parts === undefined || taking === null) return;
        try {
          const taken = await parts.takePlace(taking);
          if (taken.ok) taking = null;
          answered(taken);
        } catch {
          timers.after(askAgain, () => void ask());
        }
      };
      void ask();
    },
  };
}
