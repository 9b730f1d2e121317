import type { Remembered } from "./vault.ts";

const keyOf = (attempt: string) => `examhall-machine ${attempt}`;

type Seat = Pick<Remembered, "machine" | "lease" | "seen">;

export type TabMemory = typeof tabMemory;

/** Without a place to keep things, the tab's own storage at least remembers which seat is whose after a reload. */
export const tabMemory = {
  read(attempt: string): Seat | null {
    try {
      const kept = sessionStorage.getItem(keyOf(attempt));
      return kept === null ? null : (JSON.parse(kept) as Seat);
    } catch {
      return null;
    }
  },
  write(attempt: string, { machine, lease, seen }: Seat) {
    try {
      sessionStorage.setItem(keyOf(attempt), JSON.stringify({ machine, lease, seen }));
    } catch {
      // Then a reload asks the invigilator to seat the learner again.
    }
  },
  forget(attempt: string) {
    try {
      sessionStorage.removeItem(keyOf(attempt));
    } catch {
      // As above.
    }
  },
};
