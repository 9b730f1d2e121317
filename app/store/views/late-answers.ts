import { type LateAnswers, type LateChoice, noneLate } from "../../exam/invigilation/late-answers.ts";
import { duration, instant } from "../../exam/time/time.ts";
import type { Client } from "../store.ts";

type Row = { attemptId: string; number: number; position: number; left: number; receivedAt: Date };

/** Answers that arrived after the end, by attempt: when and to which question, never what they say. */
export async function lateAnswersOf(db: Client, ids: readonly string[]): Promise<ReadonlyMap<string, LateAnswers>> {
  if (ids.length === 0) return new Map();
  const rows = await db.$queryRaw<Row[]>`
    SELECT DISTINCT ON (j."attemptId", i.number) j."attemptId", i.number, j.position, j."receivedAt",
      (j.entry ->> 'left')::float8 AS "left"
    FROM journal j
    JOIN attempts a ON a.id = j."attemptId"
    JOIN form_items i ON i."formId" = a."formId"
    JOIN item_versions v ON v.id = i."itemVersionId" AND v."itemId" = j.entry ->> 'item'
    WHERE j.standing = 'late' AND j."attemptId" = ANY(${[...ids]}::uuid[]) AND j.entry ->> 'kind' = 'answer'
    ORDER BY j."attemptId", i.number, j.position DESC`;
  const late = new Set(rows.map(({ attemptId }) => attemptId));
  if (late.size === 0) return new Map();
  const rulings = await db.lateRuling.findMany({ where: { attemptId: { in: [...late] } }, orderBy: { at: "asc" } });
  return new Map(
    [...late].map((attempt) => {
      const mine = rows.filter(({ attemptId }) => attemptId === attempt);
      const ruling = rulings.findLast(({ attemptId }) => attemptId === attempt);
      const answers = mine.map(({ number, left, receivedAt }) => ({
        number,
        left: duration(left),
        arrivedAt: instant(receivedAt.getTime()),
      }));
      const undecided = mine.filter(({ position }) => position > (ruling?.through ?? -1)).length;
      const decision = ruling
        ? {
            choice: ruling.choice as LateChoice,
            why: ruling.why,
            by: ruling.byName,
            at: instant(ruling.at.getTime()),
          }
        : null;
      return [attempt, { ...noneLate, answers, undecided, decision }];
    }),
  );
}
