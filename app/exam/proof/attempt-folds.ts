import type { Progress } from "../attempt/answers.ts";
import type { CloseReason, Phase } from "../attempt/attempt.ts";
import { canonical } from "../attempt/journal.ts";
import { deadline, type Ledger, movesTheClock } from "../attempt/ledger.ts";
import type { Instant } from "../time/time.ts";
import type { Found } from "./fault.ts";

/** What the database keeps beside journal and ledger, to read it quickly: each follows from them. */
export type KeptAttempt = {
  readonly id: string;
  readonly phase: Phase;
  readonly startedAt: Instant | null;
  readonly deadline: Instant | null;
  readonly closedAt: Instant | null;
  readonly closeReason: CloseReason | null;
  readonly head: string;
  readonly position: number;
  readonly progress: Progress;
};

type Truth = { readonly lines: Ledger; readonly progress: Progress };

export function foldFaults(kept: KeptAttempt, { lines, progress }: Truth, found: (fault: Found) => void) {
  const differs = (words: string) => found({ position: null, what: "fold-differs", words });
  const started = lines.find(({ kind }) => kind === "started")?.at ?? null;
  const until = kept.phase === "running" ? deadline(lines) : null;

  if (!phasesAfter(lines).includes(kept.phase))
    differs(`The attempt is kept as ${kept.phase}, which does not follow from its ledger.`);
  if (kept.startedAt !== started) differs("The attempt's start is not the start in its ledger.");
  if (kept.deadline !== until) differs("The attempt's deadline does not follow from its ledger.");
  if (!endsOf(kept, lines).includes(kept.closedAt)) differs("The attempt's end is not the end in its ledger.");
  if ((kept.closeReason === null) !== (kept.closedAt === null))
    differs("The attempt has an end without a reason, or a reason without an end.");
  if (canonical(kept.progress) !== canonical(progress))
    differs("What the attempt says is answered and flagged does not follow from its journal.");
}

function phasesAfter(lines: Ledger): readonly Phase[] {
  const last = lines.findLast(movesTheClock);
  switch (last?.kind) {
    case undefined:
      return ["booked", "admitted", "ready"];
    case "started":
    case "resumed":
      return ["running"];
    case "stopped":
      return ["paused"];
    case "ended":
      return ["closed", "voided"];
  }
}

/** Time that ran out ended at its deadline, however late the line was written. What was made void need not have ended before. */
function endsOf({ closeReason }: KeptAttempt, lines: Ledger): readonly (Instant | null)[] {
  const first = lines.findIndex(({ kind }) => kind === "ended");
  if (first === -1 || closeReason === null) return [null];
  return [closeReason === "time-expired" ? deadline(lines.slice(0, first)) : (lines[first]?.at ?? null)];
}
