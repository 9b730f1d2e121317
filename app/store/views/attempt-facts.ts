import { type Facts, type Stage, stageOf } from "../../exam/awarding/stage.ts";
import { Prisma } from "../generated/client.ts";
import { openQuestions } from "../set-aside.ts";
import type { Client } from "../store.ts";

type Row = Omit<Facts, "marked"> & {
  /** The questions with a mark that counts. */
  readonly marked: readonly number[];
} & { readonly attemptId: string; readonly formId: string; readonly sittingId: string };
export type Staged = Pick<Row, "attemptId" | "formId" | "sittingId"> & { readonly stage: Stage };

/** How far each of these attempts has come. `which` is a condition on the attempt `a` or its sitting `s`. */
export async function stagesOf(client: Client, which: Prisma.Sql): Promise<readonly Staged[]> {
  const rows = await client.$queryRaw<Row[]>`
    SELECT a.id AS "attemptId", a."formId", a."sittingId", a.phase,
      (SELECT count(*)::int FROM form_items i WHERE i."formId" = a."formId") AS "of",
      ARRAY(SELECT r.number FROM responses r WHERE r."attemptId" = a.id AND r.counts
        AND EXISTS (SELECT 1 FROM marks m WHERE m."responseId" = r.id)
        AND NOT EXISTS (SELECT 1 FROM marking_tasks t WHERE t."responseId" = r.id AND t.state <> 'done')) AS marked,
      EXISTS (SELECT 1 FROM boundary_sets b WHERE b."formId" = a."formId") AS "hasBoundaries",
      EXISTS (SELECT 1 FROM results x WHERE x."attemptId" = a.id) AS "isIssued"
    FROM attempts a JOIN sittings s ON s.id = a."sittingId"
    WHERE ${which}`;
  const unissued = rows.filter(({ phase, isIssued }) => phase === "closed" && !isIssued);
  const open = await openQuestions(
    client,
    unissued.map(({ attemptId }) => attemptId),
  );
  return rows.map(({ attemptId, formId, sittingId, marked, ...facts }) => {
    const counting = marked.filter((number) => !open.get(attemptId)?.has(number));
    return { attemptId, formId, sittingId, stage: stageOf({ ...facts, marked: counting.length }) };
  });
}

/** The stages of these attempts, by attempt. */
export async function stagesById(client: Client, ids: readonly string[]): Promise<ReadonlyMap<string, Stage>> {
  const rows = await stagesOf(client, Prisma.sql`a.id = ANY(${ids}::uuid[])`);
  return new Map(rows.map(({ attemptId, stage }) => [attemptId, stage]));
}
