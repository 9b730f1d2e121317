import { expect } from "vitest";
import { proofTools } from "../../app/platform/proof-tools.ts";
import { verify } from "../../app/store/verify.ts";
import type { ExamDatabase } from "./database.ts";

/** What is found altered in one attempt: which part, where, and how. */
export async function faultsIn(exam: ExamDatabase, attempt: string) {
  const { faulty } = await verify(exam.database.pool, { attempt }, proofTools(exam.secrets));
  return (faulty[0]?.faults ?? []).map(({ part, position, what }) => ({ part, position, what }));
}

/** As somebody with every right to the database would: without its triggers. */
export async function tamper({ database }: ExamDatabase, sql: string, values: readonly unknown[] = []) {
  const client = await database.pool.connect();
  try {
    await client.query("BEGIN");
    await client.query("SET LOCAL session_replication_role = replica");
    const { rowCount } = await client.query(sql, [...values]);
    await client.query("COMMIT");
    expect(rowCount, sql).toBeGreaterThan(0);
  } finally {
    client.release();
  }
}
