import type { Attempt } from "../../exam/attempt/attempt.ts";
import { type Decision, resumeAfterWork } from "../../exam/attempt/decide.ts";
import { workedOn } from "../../exam/attempt/worked-on.ts";
import { none } from "../../exam/time/time.ts";
import type { Work } from "../door.ts";
import { byName } from "./change-attempt.ts";

/** How each of these stopped attempts goes on: what was worked on a screen that did not hear of the stop counts as worked. */
export async function goingOn(work: Work, stopped: readonly Attempt[]): Promise<(attempt: Attempt) => Decision> {
  const stops = stopped.flatMap(({ id, ledger }) => {
    const line = ledger.findLast(({ kind }) => kind === "stopped");
    return line === undefined ? [] : [{ id, at: line.at }];
  });
  const heard = await work.tx.attempts.heardAround(stops);
  return (attempt) => {
    const around = heard.get(attempt.id);
    return resumeAfterWork(
      attempt,
      { now: work.now, by: byName(work) },
      around === undefined ? none : workedOn(attempt.ledger, around),
    );
  };
}
