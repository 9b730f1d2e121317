import { type Facts, type Stage, stageOf } from "../../exam/awarding/stage.ts";
import { Prisma } from "../generated/client.ts";
import type { Client } from "../store.ts";

type Row = Facts & { readonly attemptId: string; readonly formId: string; readonly sittingId: string };
export type Staged = Pick<Row, "attemptId" | "formId" | "sittingId"> & { readonly stage: Stage };

/** How far each of these attempts has come. `which` is a condition on the attempt `a` or its sitting `s`. */
export async function stagesOf(client: Client, which: Prisma.Sql): Promise<readonly Staged[]> {
  const rows = await client.$queryRaw<Row[]>`
    SELECT a.id AS "attemptId", a."formId", a."sittingId", a.phase,
      (SELECT count(*)::int FROM form_items i WHERE i."formId" = a."formId") AS "of",
      (SELECT count(*)::int FROM responses r WHERE r."attemptId" = a.id
        AND EXISTS (SELECT 1 FROM marks m WHERE m."responseId" = r.id)
        AND NOT EXISTS (SELECT 1 FROM marking_tasks t WHERE t."responseId" = r.id AND t.state <> 'done')) AS marked,
      EXISTS (SELECT 1 FROM boundary_sets b WHERE b."formId" = a."formId") AS "hasBoundaries",
      EXISTS (SELECT 1 FROM results x WHERE x."attemptId" = a.id) AS "isIssued"
    FROM attempts a JOIN sittings s ON s.id = a."sittingId"
    WHERE ${which}`;
  return rows.map(({ attemptId, formId, sittingId, ...facts }) => ({
    attemptId,
    formId,
    sittingId,
    stage: stageOf(facts),
  }));
}

/** The stages of these attempts, by attempt. */
export async function stagesById(client: Client, ids: readonly string[]): Promise<ReadonlyMap<string, Stage>> {
  const rows = await stagesOf(client, Prisma.sql`a.id = ANY(${ids}::uuid[])`);
  return new Map(rows.map(({ attemptId, stage }) => [attemptId, stage]));
}
