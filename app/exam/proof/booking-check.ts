import type { Phase } from "../attempt/attempt.ts";
import type { Found } from "./fault.ts";

/** What an attempt is of, and what the log says of that. */
export type Booked = {
  readonly phase: Phase;
  readonly sittingId: string;
  /** Of the booking; null where that is gone. */
  readonly learnerId: string | null;
  readonly bookedSittingId: string | null;
  readonly bookedPaper: string | null;
  /** Of the form. */
  readonly formPaper: string | null;
  readonly logged: {
    /** Who did something in the test, how the log names the sitting, and whether it says that the booking was cancelled. */
    readonly about: readonly {
      readonly learner: string | null;
      readonly sitting: string | null;
      readonly cancels: boolean;
    }[];
  };
};

/** Whose test it is, where it was sat and whether it was made void: the log is chained, and names who and where. */
export function bookingFaults(kept: Booked, found: (fault: Found) => void) {
  const differs = (words: string) => found({ position: null, what: "fold-differs", words });
  const { about } = kept.logged;
  if (kept.learnerId === null) differs("The booking that the attempt names, or its learner, is missing.");
  else if (about.some(({ learner }) => learner !== null && learner !== kept.learnerId))
    differs("The log says that another learner took this test than the one it is booked for now.");
  if (
    (kept.bookedSittingId !== null && kept.bookedSittingId !== kept.sittingId) ||
    about.some(({ sitting }) => sitting !== null && sitting !== kept.sittingId)
  )
    differs("The attempt is kept with another sitting than its booking or the log says.");
  if (kept.bookedPaper !== null && kept.bookedPaper !== kept.formPaper)
    differs("The attempt's form is not of the paper that was booked.");
  if (kept.phase === "voided" && !about.some(({ cancels }) => cancels))
    differs("The attempt is kept as void, and the log names nobody who made it so.");
}
