import { z } from "zod";
import type { Attempt } from "../../exam/attempt/attempt.ts";
import { refused } from "../../exam/people/refusals.ts";
import { type AsideChoice, decideAside, mayDecideAside } from "../../exam/proof/decide-aside.ts";
import { replayers } from "../../exam/proof/may-replay.ts";
import type { QuestionAside } from "../../exam/proof/set-aside.ts";
import { newsOf } from "../attempts/change-attempt.ts";
import { command, type Work } from "../door.ts";
import { firstMarking } from "./first-marking.ts";

const place = z.int32().min(0);
const input = z.object({
  attempt: z.uuid(),
  /** How many entries the journal had when the answers were shown. */
  seen: place,
  choices: z.array(z.object({ number: place, position: place.nullable() })).max(200),
  why: z.string().trim().min(10, "Say why, in a few words: it is kept with the decision.").max(1_000),
});
type Input = z.infer<typeof input>;

/**
 * Which answers to these questions are marked: what stood at the end, or one that was set aside. What was marked before keeps
 * its marks and counts again when a further decision goes back to it. The audit line names no centre, as those of marking do.
 */
export const decideOnAside = command<Input, { decided: number }>({
  name: "decide what is marked",
  who: replayers,
  input,
  async run(work, { attempt: id, seen, choices, why }) {
    const { tx, actor } = work;
    const attempt = await tx.attempts.lock(id);
    if (attempt === null || actor?.kind !== "staff") return refused("no-such-attempt");
    const no = mayDecideAside(actor, { attempt, isReleased: await tx.marking.isReleased(id) });
    if (no) return no;
    if (attempt.position !== seen) return refused("changed-since");
    const aside = await tx.setAside.of(id);
    const decision = decideAside(aside?.questions ?? [], choices);
    if (!decision.ok) return decision;

    const { changed } = decision;
    for (const choice of changed) await putInForce(work, attempt, { choice, why, questions: aside?.questions ?? [] });
    const value = { decided: changed.length };
    if (changed.length === 0) return { ok: true, value, audit: [] };
    return { ok: true, value, audit: [{ attemptId: id, why, detail: { choices: changed } }], news: [newsOf(attempt)] };
  },
});

type Force = {
  readonly choice: AsideChoice;
  readonly why: string;
  readonly questions: readonly QuestionAside[];
};

async function putInForce(work: Work, attempt: Attempt, { choice: { number, position }, why, questions }: Force) {
  const { tx, now, actor, ids } = work;
  const question = questions.find((one) => one.number === number);
  if (question === undefined || actor?.kind !== "staff") throw new Error(`Question ${number} has nothing set aside`);
  await tx.setAside.addRuling({
    id: ids.next(),
    attemptId: attempt.id,
    number,
    version: (question.ruling?.version ?? 0) + 1,
    position,
    through: attempt.position - 1,
    why,
    byId: actor.id,
    byName: actor.name,
    at: now,
  });
  if (question.marked === position) return;
  const known = (await tx.marking.responsesTo(attempt.id, number)).find((one) => one.position === position);
  await tx.marking.count(attempt.id, number, known?.id ?? null);
  if (known === undefined) await markInstead(work, attempt, { question, position });
}

type Instead = { readonly question: QuestionAside; readonly position: number | null };

/** Marked for the first time: by rule where a rule decides, else it waits for an examiner. */
async function markInstead(work: Work, attempt: Attempt, { question: { number, aside }, position }: Instead) {
  const { tx, ids } = work;
  const answer = aside.find((one) => one.position === position);
  const place = (await tx.bank.places(attempt.formId)).find((one) => one.number === number);
  if (answer === undefined || place === undefined) throw new Error(`Question ${number} has no answer at ${position}`);
  const { itemVersionId, item } = place;
  const about = { id: ids.next(), attemptId: attempt.id, itemVersionId, number };
  const response = { ...about, value: answer.response, position: answer.position };
  const { mark, task } = firstMarking(work, { response, item, centreId: attempt.centreId });
  await tx.marking.addResponses({ responses: [response], marks: mark ? [mark] : [], tasks: task ? [task] : [] });
}
