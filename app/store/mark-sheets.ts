import { awardedForm } from "../exam/awarding/awarded-form.ts";
import type { BoundarySet } from "../exam/awarding/boundaries.ts";
import type { Grade } from "../exam/awarding/grade.ts";
import type { Held } from "../exam/awarding/issue.ts";
import { type ItemMark, result } from "../exam/awarding/result.ts";
import type { Form } from "../exam/form/form.ts";
import { currentMark } from "../exam/marking/provenance.ts";
import { unitScale } from "../exam/qualification/unit-scale.ts";
import { type Instant, instant } from "../exam/time/time.ts";
import { bankRows, type FormPlace } from "./bank.ts";
import { openQuestions } from "./set-aside.ts";
import type { Client } from "./store.ts";

/** A result as it was released. */
export type IssuedRow = {
  readonly version: number;
  readonly boundaryVersion: number;
  readonly raw: number;
  readonly grade: Grade;
  readonly points: number;
  readonly releasedAt: Instant;
};

/** A closed attempt with the marks that count, what they come to now, and what was last released. */
export type HeldAttempt = Held<IssuedRow> & {
  readonly attemptNumber: number;
  readonly sittingId: string;
  readonly centreId: string;
  readonly marks: readonly ItemMark[];
};

type AttemptRow = {
  id: string;
  sittingId: string;
  centreId: string;
  startsAt: Date;
  attemptNumber: number;
  qualification: string;
};
type MarkRow = { id: string; responseId: string; marks: number; at: Date; supersedesId: string | null };
type IssuedLine = Omit<IssuedRow, "releasedAt"> & { attemptId: string; releasedAt: Date };

/**
 * Every closed attempt on a form; a voided one is not among them, because it gives no result. Up to the release a question
 * with an answer set aside that nobody has decided about has no mark, so that nothing is released over it.
 */
export async function heldAttempts(
  client: Client,
  formId: string,
  boundarySet: BoundarySet | null,
): Promise<readonly HeldAttempt[]> {
  const places = await bankRows(client).places(formId);
  const { content } = await client.form.findUniqueOrThrow({ where: { id: formId }, select: { content: true } });
  const items = places.map(({ item }) => item);
  const form = { ...awardedForm(content as unknown as Form, items), id: formId };
  const attempts = await client.$queryRaw<AttemptRow[]>`
    SELECT a.id, a."sittingId", s."centreId", s."startsAt", b."attemptNumber", c.qualification
    FROM attempts a JOIN sittings s ON s.id = a."sittingId" JOIN bookings b ON b.id = a."bookingId"
    JOIN components c ON c.id = s."componentId"
    WHERE a."formId" = ${formId}::uuid AND a.phase = 'closed' ORDER BY a.id`;
  const marks = await countingMarks(client, formId, places);
  const issued = await lastIssued(client, formId);
  const unissued = attempts.map(({ id }) => id).filter((id) => !issued.has(id));
  const open = await openQuestions(client, unissued);
  return attempts.map(({ id, startsAt, qualification, ...row }) => {
    const own = (marks.get(id) ?? []).filter(({ number }) => !open.get(id)?.has(number)).map(({ mark }) => mark);
    const scale = unitScale(qualification, instant(startsAt.getTime()));
    return {
      ...row,
      attempt: id,
      marks: own,
      issued: issued.get(id) ?? null,
      result: result({ marks: own, form, boundarySet, scale }),
    };
  });
}

/** The mark of every response that counts, by attempt. While a person still has the response to mark, it has none. */
async function countingMarks(client: Client, formId: string, places: readonly FormPlace[]) {
  const items = new Map(places.map(({ number, item }) => [number, item.id]));
  const responses = await client.$queryRaw<{ id: string; attemptId: string; number: number }[]>`
    SELECT r.id, r."attemptId", r.number FROM responses r JOIN attempts a ON a.id = r."attemptId"
    WHERE a."formId" = ${formId}::uuid AND a.phase = 'closed' AND r.counts
      AND NOT EXISTS (SELECT 1 FROM marking_tasks t WHERE t."responseId" = r.id AND t.state <> 'done')`;
  const rows = await client.$queryRaw<MarkRow[]>`
    SELECT m.id, m."responseId", m.marks, m.at, m."supersedesId" FROM marks m
    JOIN responses r ON r.id = m."responseId" JOIN attempts a ON a.id = r."attemptId"
    WHERE a."formId" = ${formId}::uuid AND a.phase = 'closed'`;
  const given = byResponse(rows);

  const byAttempt = new Map<string, { readonly number: number; readonly mark: ItemMark }[]>();
  for (const { id, attemptId, number } of responses) {
    const counts = currentMark(
      (given.get(id) ?? []).map((row) => ({
        id: row.id,
        at: instant(row.at.getTime()),
        supersedes: row.supersedesId,
        marks: row.marks,
      })),
    );
    const item = items.get(number);
    if (counts === null || item === undefined) continue;
    const mark = { item, marks: counts.marks };
    byAttempt.set(attemptId, [...(byAttempt.get(attemptId) ?? []), { number, mark }]);
  }
  return byAttempt;
}

function byResponse(rows: readonly MarkRow[]) {
  const groups = new Map<string, MarkRow[]>();
  for (const row of rows) {
    const group = groups.get(row.responseId);
    if (group) group.push(row);
    else groups.set(row.responseId, [row]);
  }
  return groups;
}

async function lastIssued(client: Client, formId: string): Promise<ReadonlyMap<string, IssuedRow>> {
  const rows = await client.$queryRaw<IssuedLine[]>`
    SELECT DISTINCT ON (x."attemptId") x."attemptId", x.version, b.version AS "boundaryVersion", x.raw, x.grade, x.points, x."releasedAt"
    FROM results x JOIN boundary_sets b ON b.id = x."boundarySetId" JOIN attempts a ON a.id = x."attemptId"
    WHERE a."formId" = ${formId}::uuid ORDER BY x."attemptId", x.version DESC`;
  return new Map(
    rows.map(({ attemptId, releasedAt, ...row }) => [attemptId, { ...row, releasedAt: instant(releasedAt.getTime()) }]),
  );
}
