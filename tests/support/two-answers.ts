import type { Entry } from "../../app/exam/attempt/entry.ts";
import type { Item } from "../../app/exam/item/item.ts";
import type { ItemResponse } from "../../app/exam/item/response.ts";
import { type Duration, minutes } from "../../app/exam/time/time.ts";
import type { ExamDatabase } from "./database.ts";
import { sure } from "./factories.ts";

/** A question of the form with a worked response that earns everything and one that earns nothing. */
export type AskedQuestion = {
  readonly number: number;
  readonly itemVersionId: string;
  readonly item: Item;
  readonly full: ItemResponse;
  readonly none: ItemResponse;
};

/** One question that rules mark and one that people mark. */
async function questionsOf({ store }: ExamDatabase, formId: string) {
  let found: { auto: AskedQuestion; open: AskedQuestion } | null = null;
  await store.change(async (tx) => {
    const all = (await tx.bank.places(formId)).flatMap(({ number, itemVersionId, item }): AskedQuestion[] => {
      const full = item.worked.find(({ marks }) => marks === item.maxMark)?.response;
      const none = item.worked.find(
        ({ marks, response }) => marks === 0 && Object.values(response).flat().length > 0,
      )?.response;
      return full && none ? [{ number, itemVersionId, item, full, none }] : [];
    });
    const auto = all.find(({ item }) => item.marking === "auto" && item.responses[0]?.baseType === "identifier");
    const open = all.find(({ item }) => item.marking === "person");
    if (!auto || !open) throw new Error("The form lacks a question for this test.");
    found = { auto, open };
    return { ok: true };
  });
  if (found === null) throw new Error("The form was not read.");
  return found as { auto: AskedQuestion; open: AskedQuestion };
}

/**
 * A test whose learner was moved after ten minutes, while the old computer had no network: what was written there is worth
 * everything, what was written anew is worth nothing. It ends, and only then the old computer is heard again.
 */
export async function twoAnswers(exam: ExamDatabase, { ended = true } = {}) {
  const room = await exam.make.running();
  const { id, candidate, lease, invigilator, formId } = room;
  const { attempts } = exam.commands;
  const { auto, open } = await questionsOf(exam, formId);
  const save = (on: string, entries: readonly Entry[]) =>
    sure(attempts.save(candidate, { attempt: id, lease: on, entries }));

  exam.clock.move(minutes(10));
  await sure(attempts.release(invigilator, { attempt: id, why: "No network at this desk" }));
  const moved = await sure(attempts.attend(candidate, { machine: "machine-two", lease: null }));
  exam.clock.move(minutes(5));
  await save(moved.lease, [
    answerTo(auto, auto.none, { seq: 1, left: minutes(61) }),
    answerTo(open, open.none, { seq: 2, left: minutes(60) }),
  ]);
  if (ended) await sure(attempts.submit(candidate, { attempt: id, lease: moved.lease }));
  exam.clock.move(minutes(5));
  await save(lease, [
    answerTo(auto, auto.full, { seq: 1, left: minutes(68) }),
    answerTo(open, open.full, { seq: 2, left: minutes(66) }),
  ]);
  return { ...room, oldLease: lease, newLease: moved.lease, auto, open, save };
}

export const answerTo = (
  { item }: Pick<AskedQuestion, "item">,
  response: ItemResponse,
  { seq, left }: { readonly seq: number; readonly left: Duration },
): Entry => ({ seq, left, kind: "answer", item: item.id, response });

/** Whoever marks gives this to every response that waits, of this attempt and of no other. */
export async function markEverything(exam: ExamDatabase, attempt: string, marks = 0) {
  const { prisma } = exam.database;
  const examiner = await exam.make.staff("examiner");
  const waiting = async () =>
    prisma.markingTask.findMany({ where: { state: "waiting", response: { attemptId: attempt, counts: true } } });
  for (const { id, itemVersionId } of await waiting()) {
    // Held by name rather than taken from the queue, which other tests fill too.
    const until = new Date(exam.clock.now() + minutes(15));
    await prisma.markingTask.update({
      where: { id },
      data: { state: "held", heldById: examiner.id, heldUntil: until },
    });
    const { maxMark } = await prisma.itemVersion.findUniqueOrThrow({ where: { id: itemVersionId } });
    await sure(exam.commands.marking.give(examiner, { task: id, marks: Math.min(marks, maxMark) }));
  }
  return examiner;
}
