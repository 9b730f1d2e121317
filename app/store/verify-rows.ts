import type pg from "pg";
import type { Kept } from "../exam/proof/attempt-check.ts";

/** What an attempt has beside its own row and its journal. */
type Beside = Pick<Kept, "ledger" | "leases" | "signed" | "responses" | "rulings" | "marks" | "results" | "logged">;
type Of<List extends readonly unknown[]> = List[number] & { readonly attemptId: string };

const milliseconds = (column: string) => `(extract(epoch FROM ${column}) * 1000)::float8`;

/** Reads what these attempts have beside their journals. JSON that is sealed comes as the text the database writes. */
export async function keptBeside(client: pg.PoolClient, ids: readonly string[]): Promise<(attempt: string) => Beside> {
  const read = async <Row extends { readonly attemptId: string }>(sql: string) => {
    const { rows } = await client.query<Row>(sql, [[...ids]]);
    const grouped = new Map<string, Row[]>();
    for (const row of rows) grouped.set(row.attemptId, [...(grouped.get(row.attemptId) ?? []), row]);
    return grouped;
  };
  const ledger = await read<Of<Kept["ledger"]>>(
    `SELECT "attemptId", position, ${milliseconds("at")} AS at, "byName", line::text AS json, hash
     FROM ledger WHERE "attemptId" = ANY($1::uuid[]) ORDER BY "attemptId", position`,
  );
  const leases = await read<Of<Kept["leases"]>>(
    `SELECT "attemptId", id, "savedThrough" FROM leases WHERE "attemptId" = ANY($1::uuid[])`,
  );
  const signed = await read<NonNullable<Kept["signed"]> & { readonly attemptId: string }>(
    `SELECT "attemptId", code, statement, signature, "keyName", ${milliseconds("at")} AS at FROM receipts WHERE "attemptId" = ANY($1::uuid[])`,
  );
  const responses = await read<Of<Kept["responses"]>>(
    `SELECT r."attemptId", r.id, r.number, v."itemId" AS item, r.value, r.position, r.counts,
       EXISTS (SELECT 1 FROM marking_tasks t WHERE t."responseId" = r.id) AS "isTask"
     FROM responses r JOIN item_versions v ON v.id = r."itemVersionId" WHERE r."attemptId" = ANY($1::uuid[])`,
  );
  const rulings = await read<Of<Kept["rulings"]>>(
    `SELECT id, "attemptId", number, version, position, through, why, "byId", "byName", ${milliseconds("at")} AS at, seal
     FROM answer_rulings WHERE "attemptId" = ANY($1::uuid[]) ORDER BY number, version`,
  );
  const marks = await read<Of<Kept["marks"]>>(
    `SELECT r."attemptId", r.number, m.id, m."responseId", m.marks, m.max, m."givenBy", m."staffId", m.detail::text AS detail,
       ${milliseconds("m.at")} AS at, m."supersedesId", m.seal
     FROM marks m JOIN responses r ON r.id = m."responseId" WHERE r."attemptId" = ANY($1::uuid[]) ORDER BY r.number`,
  );
  const results = await read<Of<Kept["results"]>>(
    `SELECT id, "attemptId", version, "boundarySetId", raw, grade, points, "byArea"::text AS "byArea",
       "byObjective"::text AS "byObjective", ${milliseconds(`"releasedAt"`)} AS "releasedAt", "releasedById", seal
     FROM results WHERE "attemptId" = ANY($1::uuid[]) ORDER BY version`,
  );
  const loggedMarks = await read<Of<Kept["logged"]["marks"]>>(
    `SELECT r."attemptId", a.detail->>'mark' AS mark, a.detail->>'marks' AS marks, a.detail->>'max' AS max, r.number, ${milliseconds("a.at")} AS at
     FROM responses r JOIN audit a ON a.detail->>'response' = r.id::text AND a.action = 'give mark'
     WHERE r."attemptId" = ANY($1::uuid[]) AND a.detail->>'mark' IS NOT NULL ORDER BY a.id`,
  );
  const loggedResults = await read<Of<Kept["logged"]["results"]>>(
    `SELECT "attemptId", CASE WHEN detail->>'version' ~ '^[0-9]{1,9}$' THEN (detail->>'version')::int END AS version,
       ${milliseconds("at")} AS at
     FROM audit WHERE "attemptId" = ANY($1::uuid[]) AND action IN ('release results', 'reissue results')
       AND detail->>'version' ~ '^[0-9]{1,9}$' ORDER BY id`,
  );
  const loggedRulings = await read<Of<Kept["logged"]["rulings"]>>(
    `SELECT "attemptId", detail->'choices' AS choices, ${milliseconds("at")} AS at
     FROM audit WHERE "attemptId" = ANY($1::uuid[]) AND action = 'decide what is marked' ORDER BY id`,
  );
  const about = await read<Of<Kept["logged"]["about"]>>(
    `SELECT DISTINCT "attemptId", CASE WHEN role = 'learner' THEN "actorId" END AS learner, "sittingId" AS sitting,
       action = 'cancel booking' AS cancels FROM audit WHERE "attemptId" = ANY($1::uuid[])`,
  );
  return (attempt) => ({
    ledger: ledger.get(attempt) ?? [],
    leases: leases.get(attempt) ?? [],
    signed: signed.get(attempt)?.[0] ?? null,
    responses: responses.get(attempt) ?? [],
    rulings: rulings.get(attempt) ?? [],
    marks: marks.get(attempt) ?? [],
    results: results.get(attempt) ?? [],
    logged: {
      marks: loggedMarks.get(attempt) ?? [],
      results: loggedResults.get(attempt) ?? [],
      rulings: loggedRulings.get(attempt) ?? [],
      about: about.get(attempt) ?? [],
    },
  });
}
