import type pg from "pg";
import type { CloseReason, Phase } from "../../exam/attempt/attempt.ts";
import type { Keeping } from "../../exam/attempt/keeping.ts";
import type { Ledger } from "../../exam/attempt/ledger.ts";
import { instant } from "../../exam/time/time.ts";
import { hasLateAnswer } from "../late-answer.ts";

type Row = {
  id: string;
  phase: Phase;
  lease: string | null;
  formId: string;
  sittingId: string;
  keeping: Keeping;
  evacuated: boolean;
  closedAt: Date | null;
  closeReason: CloseReason | null;
  receipt: string | null;
  late: boolean;
  ledger: Ledger | null;
};

/**
 * Attempts as they stand, without a lock: what learners' screens are made of. One statement, past Prisma: after the start of a
 * hall thousands wait for exactly this.
 */
export async function attemptStates(pool: pg.Pool, ids: readonly string[]) {
  const { rows } = await pool.query<Row>({
    name: "read how attempts stand",
    text: `SELECT a.id, a.phase, a."leaseId" AS lease, a."formId", a."sittingId", a.keeping, s."evacuatedAt" IS NOT NULL AS evacuated,
             a."closedAt", a."closeReason", a.receipt,
             a.phase = 'closed' AND ${hasLateAnswer} AS late,
             (SELECT json_agg(l.line ORDER BY l.position) FROM ledger l WHERE l."attemptId" = a.id) AS ledger
           FROM attempts a JOIN sittings s ON s.id = a."sittingId" WHERE a.id = ANY($1::uuid[])`,
    values: [[...ids]],
  });
  return rows.map(({ closedAt, closeReason, receipt, late, ledger, ...row }) => ({
    attempt: {
      ...row,
      ledger: ledger ?? [],
      closed: closedAt && closeReason ? { at: instant(closedAt.getTime()), reason: closeReason } : null,
    },
    closing: { receipt, late },
  }));
}
