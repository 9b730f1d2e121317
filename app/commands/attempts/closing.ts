import { work as workOf } from "../../exam/attempt/answers.ts";
import type { Attempt, CloseReason } from "../../exam/attempt/attempt.ts";
import { close } from "../../exam/attempt/decide.ts";
import { isAnswered } from "../../exam/item/response.ts";
import type { Refused } from "../../exam/people/refusals.ts";
import { statementOf, statementText } from "../../exam/proof/receipt.ts";
import { keyName, receiptCode } from "../../platform/secrets.ts";
import type { NewResponse } from "../../store/marking.ts";
import type { Work } from "../door.ts";
import { firstMarking } from "../marking/first-marking.ts";
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
  const { tx, now } = work;
  const decision = close(attempt, { now, by: byName(work) }, reason);
  if (!decision.ok) return decision;

  await tx.attempts.write(decision.attempt, decision.lines);
  const { answers } = workOf(await tx.attempts.journal(attempt.id));
  const receipt = await signedReceipt(work, decision.attempt, answers);
  await tx.marking.addResponses(await marked(work, attempt, answers));
  return { ok: true, attempt: decision.attempt, receipt };
}

/** Answers the code. What is signed is what the transaction leaves behind, the closing line of the ledger included. */
async function signedReceipt({ tx, now, secrets }: Work, attempt: Attempt, answers: Answers): Promise<string> {
  const places = await tx.bank.places(attempt.formId);
  const statement = statementText(
    statementOf({
      ...(await tx.receipts.facts(attempt.id)),
      attempt: attempt.id,
      endedAt: attempt.closed?.at ?? now,
      reason: attempt.closed?.reason ?? "terminated",
      entries: attempt.position,
      journal: attempt.head,
      answered: places.filter(({ item }) => isAnswered(answers[item.id])).length,
      questions: places.length,
    }),
  );
  const signature = secrets.sign(statement);
  const code = receiptCode(signature);
  await tx.receipts.add({
    attemptId: attempt.id,
    code,
    statement,
    signature,
    keyName: keyName(secrets.publicKey),
    at: now,
  });
  return code;
}

type Answers = ReturnType<typeof workOf>["answers"];

async function marked(work: Work, attempt: Attempt, answers: Answers) {
  const places = await work.tx.bank.places(attempt.formId);
  const all = places.map(({ number, itemVersionId, item }) => {
    const value = answers[item.id] ?? {};
    const response: NewResponse = { id: work.ids.next(), attemptId: attempt.id, itemVersionId, number, value };
    return { response, ...firstMarking(work, { response, item, centreId: attempt.centreId }) };
  });
  return {
    responses: all.map(({ response }) => response),
    marks: all.flatMap(({ mark }) => mark ?? []),
    tasks: all.flatMap(({ task }) => task ?? []),
  };
}
