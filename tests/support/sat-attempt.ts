import { randomUUID } from "node:crypto";
import type { ExamDatabase } from "./database.ts";

type Asked = {
  readonly centreId: string;
  /** All marks of the attempt together; they are filled in from the first item on. */
  readonly raw: number;
  readonly formCode?: string;
  readonly attemptNumber?: number;
  readonly learnerId?: string;
  /** Items, from the last one back, that a person still has to mark. */
  readonly unmarked?: number;
  readonly phase?: "closed" | "voided";
};

/** An attempt that has ended, with a response an item and the marks it is to have. */
export async function satAttempt({ make, store, database, clock }: ExamDatabase, asked: Asked) {
  const { centreId, raw, formCode = "CSE-A", attemptNumber = 1, learnerId, unmarked = 0, phase = "closed" } = asked;
  const sitting = await make.sitting(centreId, { phase: "ended" });
  const attempt = await make.attempt(sitting, { formCode, attemptNumber, ...(learnerId ? { learnerId } : {}) });
  const at = clock.now();
  await database.prisma.attempt.update({
    where: { id: attempt.id },
    data: { phase, startedAt: new Date(at), closedAt: new Date(at), closeReason: "submitted" },
  });

  await store.change(async (tx) => {
    const places = await tx.bank.places(attempt.formId);
    let left = raw;
    const rows = places.map(({ number, itemVersionId, item }) => {
      const marks = Math.min(left, item.maxMark);
      left -= marks;
      const response = {
        id: randomUUID(),
        attemptId: attempt.id,
        itemVersionId,
        number,
        value: { RESPONSE: ["something"] },
      };
      return { response, marks, max: item.maxMark, isMarked: number <= places.length - unmarked };
    });
    await tx.marking.addResponses({
      responses: rows.map(({ response }) => response),
      marks: rows
        .filter(({ isMarked }) => isMarked)
        .map(({ response, marks, max }) => ({
          id: randomUUID(),
          responseId: response.id,
          marks,
          max,
          givenBy: "rule" as const,
          staffId: null,
          detail: {},
          at,
          supersedesId: null,
        })),
      tasks: rows
        .filter(({ isMarked }) => !isMarked)
        .map(({ response: { id: responseId, itemVersionId } }) => ({
          id: randomUUID(),
          responseId,
          itemVersionId,
          centreId,
          queue: "examiner" as const,
          why: null,
          createdAt: at,
        })),
    });
    return { ok: true };
  });
  return attempt;
}
