import { noWork, type Work } from "../exam/attempt/answers.ts";
import type { Keeping } from "../exam/attempt/keeping.ts";
import type { LearnerForm } from "../exam/item/learner-item.ts";
import type { Instant } from "../exam/time/time.ts";
import type { Announced, AttemptState } from "../live/contract.ts";

/** opening: not seated yet. other-tab: another tab of this browser works. moved: the attempt is held elsewhere, or by nobody. */
export type Place = "opening" | "other-tab" | "refused" | "signed-out" | "moved" | "seated";

/** All the learner's screen shows, but for the time left, which changes by itself. */
export type Snapshot = {
  readonly place: Place;
  /** Whoever is signed in at this computer now is not the learner whose page this is: they are signed out. */
  readonly somebodyElse: boolean;
  /** Why not, in words, when refused. */
  readonly words: string | null;
  readonly state: AttemptState | null;
  readonly work: Work;
  /** How the learner liked the screen at the computer they come from; null for whoever was here before. */
  readonly carried: Work["look"] | null;
  readonly safe: { readonly safe: number; readonly of: number };
  readonly savedAt: Instant | null;
  /** Another computer of this room holds a copy of what the server does not hold yet. */
  readonly inRoom: boolean;
  /** Something waits that the server does not hold, or may not hold. */
  readonly waiting: number;
  readonly connected: boolean;
  /** The last tries have failed. */
  readonly trouble: boolean;
  readonly keeping: Keeping;
  /** The learner has read how this computer keeps things now. */
  readonly keepsKnown: boolean;
  readonly form: LearnerForm | null;
  readonly formHere: boolean;
  readonly formProblem: boolean;
  readonly submitting: boolean;
  /** The clock has run out and the server has not closed the test yet. */
  readonly timeUp: boolean;
  /** The time shown is what this computer makes of it until the server speaks: it may be too short, never too long. */
  readonly unsure: boolean;
  readonly announcements: readonly Announced[];
  /** To be said aloud; `turn` tells a repetition from the same. `seen`: it stands nowhere on the screen, so it is shown too. */
  readonly spoken: { readonly words: string; readonly turn: number; readonly seen: boolean } | null;
};

export const atFirst: Snapshot = {
  place: "opening",
  somebodyElse: false,
  words: null,
  state: null,
  work: noWork,
  carried: null,
  safe: { safe: 0, of: 0 },
  savedAt: null,
  inRoom: false,
  waiting: 0,
  connected: false,
  trouble: false,
  keeping: "kept",
  keepsKnown: false,
  form: null,
  formHere: false,
  formProblem: false,
  submitting: false,
  timeUp: false,
  unsure: false,
  announcements: [],
  spoken: null,
};
