import type { Instant } from "../time/time.ts";
import type { Progress } from "./answers.ts";
import type { Keeping } from "./keeping.ts";
import type { Ledger } from "./ledger.ts";

export type Phase = "booked" | "admitted" | "ready" | "running" | "paused" | "closed" | "voided";
export type CloseReason = "submitted" | "time-expired" | "terminated";

/** One candidate's go at one form. Journal and ledger are the truth; the rest are folds kept beside them. */
export type Attempt = {
  readonly id: string;
  readonly bookingId: string;
  readonly sittingId: string;
  readonly formId: string;
  readonly centreId: string;
  /** Its room is out: no question is to be seen, whatever the phase. */
  readonly evacuated: boolean;
  readonly phase: Phase;
  readonly ledger: Ledger;
  readonly startedAt: Instant | null;
  readonly closed: { readonly at: Instant; readonly reason: CloseReason } | null;
  /** The lease that may write; null when no machine holds the attempt. */
  readonly lease: string | null;
  /** What the machine that holds it has last said of its storage. */
  readonly keeping: Keeping;
  readonly head: string;
  readonly position: number;
  readonly progress: Progress;
};

export type Move =
  | "admit"
  | "send-back"
  | "make-ready"
  | "start"
  | "pause"
  | "resume"
  | "grant"
  | "release"
  | "submit"
  | "expire"
  | "terminate"
  | "void";

const legal: Record<Phase, readonly Move[]> = {
  booked: ["admit", "grant", "void"],
  admitted: ["make-ready", "start", "send-back", "grant", "release", "void"],
  ready: ["start", "send-back", "grant", "release", "void"],
  running: ["pause", "grant", "release", "submit", "expire", "terminate", "void"],
  paused: ["resume", "grant", "release", "terminate", "void"],
  closed: ["void"],
  voided: [],
};

export const may = (attempt: Pick<Attempt, "phase">, move: Move) => legal[attempt.phase].includes(move);

/** Nothing more can be written that counts. */
export const isOver = ({ phase }: Pick<Attempt, "phase">) => phase === "closed" || phase === "voided";
/** The learner has seen the questions. */
export const hasBegun = ({ phase }: Pick<Attempt, "phase">) =>
  phase === "running" || phase === "paused" || isOver({ phase });
