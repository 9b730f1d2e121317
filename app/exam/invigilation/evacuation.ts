import type { Attempt } from "../attempt/attempt.ts";
import { hasBegun, isOver } from "../attempt/attempt.ts";
import { stoppedFor } from "../attempt/ledger.ts";

/** Whose clock the evacuation stopped: they and nobody else go on when the room is back. */
export const wasEvacuated = ({ phase, ledger }: Pick<Attempt, "phase" | "ledger">) =>
  phase === "paused" && stoppedFor(ledger) === "evacuation";

/** Whose screen has to go blank: everybody whose test is not over, whether or not it has begun. */
export const toBlank = (attempts: readonly Attempt[]) => attempts.filter((attempt) => !isOver(attempt));

const counted = (count: number, one: string, many: string) =>
  count === 0 ? [] : [`${count} ${count === 1 ? one : many}`];

/** What the incident says when it is opened: how every test stood in that moment. */
export function evacuationWords(attempts: readonly Attempt[]): string {
  const of = (which: (attempt: Attempt) => boolean) => attempts.filter(which).length;
  const stood = [
    ...counted(
      of(({ phase }) => phase === "running"),
      "test was stopped",
      "tests were stopped",
    ),
    ...counted(
      of(({ phase }) => phase === "paused"),
      "stood still already",
      "stood still already",
    ),
    ...counted(
      of((attempt) => !hasBegun(attempt)),
      "had not begun",
      "had not begun",
    ),
    ...counted(of(isOver), "was over", "were over"),
  ];
  return `The room was evacuated and every screen blanked. ${stood.join("; ")}.`;
}
