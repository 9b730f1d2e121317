import { work as workOf } from "../../exam/attempt/answers.ts";
import type { Attempt, CloseReason } from "../../exam/attempt/attempt.ts";
import { close } from "../../exam/attempt/decide.ts";
import { markItem } from "../../exam/marking/auto-mark.ts";
import type { Refused } from "../../exam/people/refusals.ts";
import type { NewMark, NewResponse, NewTask } from "../../store/marking.ts";
import type { Work } from "../door.ts";
import { byName } from "./change-attempt.ts";

/**
 * Closes an attempt and leaves everything marking needs, in the one transaction: a response an item, a mark where a rule
 * decides, a task where a person must. The attempt must be locked. The second closing is refused and changes nothing.
 */
export async function closeAttempt(
  work: Work,
  attempt: Attempt,
  reason: CloseReason,
): Promise<{ ok: true; attempt: Attempt; receipt: string } | Refused> {
  const { tx, now, secrets } = work;
  const decision = close(attempt, { now, by: byName(work) }, reason);
  if (!decision.ok) return decision;

  await tx.attempts.write(decision.attempt, decision.lines);
  const receipt = secrets.receipt([attempt.id, attempt.head, attempt.position, decision.attempt.closed?.at].join("\n"));
  await tx.attempts.setReceipt(attempt.id, receipt);
  await tx.marking.addResponses(await marked(work, attempt));
  return { ok: true, attempt: decision.attempt, receipt };
}

async function marked({ tx, now, ids }: Work, attempt: Attempt) {
  const { answers } = workOf(await tx.attempts.journal(attempt.id));
  const responses: NewResponse[] = [];
  const marks: NewMark[] = [];
  const tasks: NewTask[] = [];

  for (const { number, itemVersionId, item } of await tx.bank.places(attempt.formId)) {
    const value = answers[item.id] ?? {};
    const response: NewResponse = { id: ids.next(), attemptId: attempt.id, itemVersionId, number, value };
    responses.push(response);
    const marking = markItem(item, value);
    const about = { id: ids.next(), responseId: response.id };
    if (marking.kind === "marked")
      marks.push({
        ...about,
        marks: marking.marks,
        max: marking.max,
        givenBy: "rule",
        staffId: null,
        detail: { reasons: marking.reasons },
        at: now,
        supersedesId: null,
      });
    else
      tasks.push({
        ...about,
        itemVersionId,
        centreId: attempt.centreId,
        queue: "examiner",
        why: marking.why,
        createdAt: now,
      });
  }
  return { responses, marks, tasks };
}
