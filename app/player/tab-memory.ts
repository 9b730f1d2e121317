import type { Remembered } from "./vault.ts";

const key = "examhall-machine";

type Seat = Pick<Remembered, "machine" | "lease" | "seen">;

/** Without a place to keep things, the tab's own storage at least remembers which seat is whose after a reload. */
export const tabMemory = {
  read(): Seat | null {
    try {
      const kept = sessionStorage.getItem(key);
      return kept === null ? null : (JSON.parse(kept) as Seat);
    } catch {
      return null;
    }
  },
  write({ machine, lease, seen }: Seat) {
    try {
      sessionStorage.setItem(key, JSON.stringify({ machine, lease, seen }));
    } catch {
      // Then a reload asks the invigilator to seat the learner again.
    }
  },
  forget() {
    try {
      sessionStorage.removeItem(key);
    } catch {
      // As above.
    }
  },
};
