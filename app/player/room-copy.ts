import { inOneMessage } from "../exam/attempt/batch.ts";
import type { Entry } from "../exam/attempt/entry.ts";
import type { Refusal } from "../exam/people/refusals.ts";
import type { PlaceTaken, TakePlace } from "../live/contract.ts";
import type { Copier, CopierWays } from "./copy/copier.ts";
import { about, type Timers } from "./timers.ts";
import type { Remembered } from "./vault.ts";

/** What a browser brings for the copies of a room; where it is left out, there are none. */
export type CopyParts = {
  openCopier(ways: CopierWays): Copier;
  takePlace(message: TakePlace): Promise<PlaceTaken>;
};

type Ways = Omit<CopierWays, "lock"> & {
  readonly parts: CopyParts | undefined;
  readonly timers: Timers;
  /** Of the work on the screen; null while there is none. */
  lease(): string | null;
  locked(): void;
};

export type RoomCopy = ReturnType<typeof roomCopy>;

/** Milliseconds. */
const askAgain = 2_000;
/** Somebody who types is always a moment ahead of the copy. */
const aMoment = 2_000;

/** A server that is reached again has a whole room to take in: what it says of that is no word about the place. */
const passing: readonly Refusal[] = ["saving-is-slow", "too-many-tries"];

/**
 * This computer and the copies of its room: it keeps one up to date elsewhere, is told when the learner goes on elsewhere, and
 * may itself be the one that went on from a copy.
 */
export function roomCopy({ parts, timers, lease: leaseHere, locked: wasLocked, ...ways }: Ways) {
  let copier: Copier | null = null;
  let turns = 0;
  let locked = false;
  let taking: TakePlace | null = null;
  let stopped = false;
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
        // A board may speak of a seat that the learner has left since.
        if (lease !== leaseHere()) return;
        locked = true;
        wasLocked();
      };
      copier = parts.openCopier({ ...ways, lock });
      copier.resume(turns);
    },
    follow: (lease: string | null) => copier?.follow(lease),
    touched: () => copier?.touched(),
    stop() {
      stopped = true;
      copier?.stop();
    },
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
    /** Asks until the server answers about the place; what it says of that is final. */
    takePlace(answered: (taken: PlaceTaken) => void) {
      const ask = async () => {
        if (parts === undefined || taking === null || stopped) return;
        const { entries: copied } = taking;
        const entries = inOneMessage(copied);
        const more = entries.length < copied.length;
        const taken = await parts.takePlace({ ...taking, entries, ...(more && { more }) }).catch(() => null);
        if (taken === null || (!taken.ok && passing.includes(taken.refusal))) {
          timers.after(about(askAgain, timers), () => void ask());
          return;
        }
        if (taken.ok && more) {
          taking = { ...taking, entries: copied.slice(entries.length) };
          return void ask();
        }
        if (taken.ok) taking = null;
        answered(taken);
      };
      void ask();
    },
  };
}
