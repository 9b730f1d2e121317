import type pg from "pg";
import type { Digest } from "../exam/attempt/journal.ts";
import { type AuditChain, auditCheck } from "../exam/proof/audit-check.ts";
import type { Found } from "../exam/proof/fault.ts";
import type { AuditRow } from "../exam/proof/sealed-text.ts";

/** A chain of audit lines with something wrong: `attempt …`, `sitting …`, `by …`, `system`, `from before` there were seals, or `none`. */
export type FaultyChain = { readonly chain: string; readonly faults: readonly Found[] };

export type AuditVerified = { readonly auditLines: number; readonly faultyAudit: readonly FaultyChain[] };

type Which = { readonly attempt: string } | { readonly sitting: string } | "all";

const chainsAtOnce = 500;
const linesAtOnce = 5_000;

/** Checks chains of audit lines, a page at a time. `which`: an attempt's, or a sitting's with those of its attempts, or all. */
export async function verifyAudit(client: pg.PoolClient, which: Which, digest: Digest): Promise<AuditVerified> {
  let auditLines = 0;
  const faultyAudit: FaultyChain[] = [];
  for (let after = "", more = true; more; ) {
    const chains = await chainPage(client, which, after);
    const rows = linesOf(
      client,
      chains.map(({ chain }) => chain),
    );
    let row = await rows.next();
    for (const chain of chains) {
      const check = auditCheck(chain, digest);
      for (; !row.done && row.value.chain === chain.chain; row = await rows.next()) {
        check.next(row.value);
        auditLines += 1;
      }
      const faults = check.end();
      if (faults.length > 0) faultyAudit.push({ chain: chain.chain, faults });
    }
    after = chains.at(-1)?.chain ?? after;
    more = chains.length === chainsAtOnce;
  }
  return {
    auditLines,
    faultyAudit: [...faultyAudit, ...(await headless(client, which)), ...(await chainless(client, which))],
  };
}

async function chainPage(client: pg.PoolClient, which: Which, after: string): Promise<readonly AuditChain[]> {
  const { sql, value } = wanted(which);
  const { rows } = await client.query<AuditChain>(
    `SELECT chain, head, lines FROM audit_chains WHERE chain > $1 AND ${sql} ORDER BY chain LIMIT $3`,
    [after, value, chainsAtOnce],
  );
  return rows;
}

/** Chains whose last link was taken away: only their lines name them. */
async function headless(client: pg.PoolClient, which: Which): Promise<readonly FaultyChain[]> {
  const { sql, value } = wanted(which);
  const { rows } = await client.query<{ chain: string }>(
    `SELECT DISTINCT chain FROM audit WHERE chain IS NOT NULL AND chain > $1 AND ${sql}
       AND NOT EXISTS (SELECT 1 FROM audit_chains c WHERE c.chain = audit.chain)`,
    ["", value],
  );
  const fault: Found = { position: null, what: "missing", words: "The last link of this chain is missing." };
  return rows.map(({ chain }) => ({ chain, faults: [fault] }));
}

/** Lines that belong to no chain: the database puts every line into one, so these have lost theirs. */
async function chainless(client: pg.PoolClient, which: Which): Promise<readonly FaultyChain[]> {
  const [sql, value] =
    which === "all"
      ? ["$1::text IS NULL", null]
      : "attempt" in which
        ? [`"attemptId" = $1::uuid`, which.attempt]
        : [`"sittingId" = $1::uuid`, which.sitting];
  const { rows } = await client.query<{ id: string }>(
    `SELECT id::text AS id FROM audit WHERE chain IS NULL AND ${sql} ORDER BY id`,
    [value],
  );
  const fault = ({ id }: { id: string }): Found => ({
    position: null,
    what: "altered",
    words: `Line number ${id} belongs to no chain: its seal was taken off, or it was put in without one.`,
  });
  return rows.length === 0 ? [] : [{ chain: "none", faults: rows.map(fault) }];
}

function wanted(which: Which): { readonly sql: string; readonly value: string | null } {
  if (which === "all") return { sql: "$2::text IS NULL", value: null };
  if ("attempt" in which) return { sql: "chain = $2", value: `attempt ${which.attempt}` };
  const attempts = `SELECT 'attempt ' || id FROM attempts WHERE 'sitting ' || "sittingId" = $2`;
  return { sql: `(chain = $2 OR chain IN (${attempts}))`, value: `sitting ${which.sitting}` };
}

async function* linesOf(client: pg.PoolClient, chains: readonly string[]): AsyncGenerator<AuditRow, undefined> {
  if (chains.length === 0) return;
  for (let after: readonly [string, number] = ["", -1], more = true; more; ) {
    const { rows } = await client.query<AuditRow>(
      `SELECT chain, place, id::text AS id, (extract(epoch FROM at) * 1000)::float8 AS at, "actorId", "actorName", role, action,
         "centreId", "sittingId", "attemptId", why, detail::text AS detail, seal
       FROM audit WHERE (chain, place) > ($1, $2::int) AND chain = ANY($3)
       ORDER BY chain, place LIMIT $4`,
      [...after, [...chains], linesAtOnce],
    );
    yield* rows;
    const end = rows.at(-1);
    more = rows.length === linesAtOnce;
    if (end !== undefined) after = [end.chain, end.place];
  }
}
