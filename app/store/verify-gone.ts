import type pg from "pg";
import type { FaultyAttempt, Which } from "./verify.ts";

/** What is kept of attempts beside their own rows, in the order in which it is named. */
const places = [
  ["journal", `SELECT "attemptId" AS id FROM journal`],
  ["ledger", `SELECT "attemptId" AS id FROM ledger`],
  ["receipts", `SELECT "attemptId" AS id FROM receipts`],
  ["leases", `SELECT "attemptId" AS id FROM leases`],
  ["answers", `SELECT "attemptId" AS id FROM responses`],
  ["log", `SELECT "attemptId" AS id FROM audit WHERE "attemptId" IS NOT NULL`],
  ["log's chains", `SELECT substr(chain, 9)::uuid AS id FROM audit_chains WHERE chain ~ '^attempt [0-9a-f-]{36}$'`],
] as const;

/** Attempts that something still names and that are not there. Of a sitting only its log lines can say which they were. */
export async function attemptsGone(client: pg.PoolClient, which: Which): Promise<readonly FaultyAttempt[]> {
  const [condition, value] = wanted(which);
  const named = places.map(
    ([place, sql], order) =>
      `SELECT DISTINCT n.id, '${place.replaceAll("'", "''")}' AS place, ${order} AS "order" FROM (${sql}) n
       WHERE ${condition} AND NOT EXISTS (SELECT 1 FROM attempts a WHERE a.id = n.id)`,
  );
  const { rows } = await client.query<{ readonly id: string; readonly places: readonly string[] }>(
    `SELECT id, array_agg(place ORDER BY "order") AS places FROM (${named.join(" UNION ALL ")}) gone GROUP BY id ORDER BY id`,
    [value],
  );
  return rows.map(({ id: attempt, places }) => {
    const words = `The attempt itself is missing. It is still named in the ${places.join(", the ")}.`;
    const fault = { attempt, part: "attempt", position: null, what: "missing", words } as const;
    return { attempt, candidateNumber: null, centre: null, room: null, seat: null, faults: [fault] };
  });
}

function wanted(which: Which): readonly [condition: string, value: string | null] {
  if (which === "all") return ["$1::text IS NULL", null];
  if ("attempt" in which) return ["n.id = $1::uuid", which.attempt];
  return [`n.id IN (SELECT "attemptId" FROM audit WHERE "sittingId" = $1::uuid)`, which.sitting];
}
