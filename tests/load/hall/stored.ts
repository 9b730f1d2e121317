import pg from "pg";
import { beginning, link, type Sealed } from "../../../app/exam/attempt/journal.ts";
import { instant } from "../../../app/exam/time/time.ts";
import { sha256 } from "../../../app/platform/secrets.ts";
import type { Told } from "./savers.ts";

/** So many journals are read in full and their chain is worked out again. */
const chains = 25;

/** What the database holds that was not said, and what was said that it does not hold: every one is named; none is right. */
export async function compare(databaseUrl: string, told: readonly Told[]) {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const { rows } = await client.query<{ lease: string; entries: number; through: number; saved: number }>(
    `SELECT l.id AS lease, l."savedThrough" AS saved, count(j.seq)::int AS entries, coalesce(max(j.seq), 0)::int AS through
     FROM leases l LEFT JOIN journal j ON j."leaseId" = l.id GROUP BY l.id`,
  );
  const held = new Map(rows.map((row) => [row.lease, row]));
  const wrong = told.flatMap(({ lease, savedThrough }) => {
    const found = held.get(lease);
    const right = found?.entries === savedThrough && found.through === savedThrough && found.saved === savedThrough;
    return right ? [] : [`lease ${lease}: told ${savedThrough}, stored ${found?.entries} through ${found?.through}`];
  });
  const broken = await brokenChains(client, told.slice(0, chains));
  await client.end();
  return { stored: rows.reduce((sum, { entries }) => sum + entries, 0), wrong: [...wrong, ...broken] };
}

async function brokenChains(client: pg.Client, told: readonly Told[]): Promise<readonly string[]> {
  const wrong: string[] = [];
  for (const { lease } of told) {
    const { rows } = await client.query<
      Pick<Sealed, "entry" | "standing"> & { attempt: string; hash: string; at: Date; head: string }
    >(
      `SELECT j."attemptId" AS attempt, j.entry, j.standing, j.hash, j."receivedAt" AS at, a.head
       FROM journal j JOIN attempts a ON a.id = j."attemptId" WHERE j."leaseId" = $1 ORDER BY j.position`,
      [lease],
    );
    const [first] = rows;
    if (first === undefined) continue;
    let head = beginning(first.attempt, sha256);
    for (const { entry, standing, at, hash } of rows) {
      head = link(head, { entry, standing, lease, receivedAt: instant(at.getTime()) }, sha256);
      if (head !== hash) wrong.push(`lease ${lease}: entry ${entry.seq} does not fit its link`);
    }
    if (head !== first.head) wrong.push(`lease ${lease}: the chain does not end at the attempt's head`);
  }
  return wrong;
}
