import type pg from "pg";
import type { Phase } from "../exam/attempt/attempt.ts";
import type { Keeping } from "../exam/attempt/keeping.ts";
import type { Ledger } from "../exam/attempt/ledger.ts";
import { type Instant, instant } from "../exam/time/time.ts";
import type { Announced } from "../live/contract.ts";
import { momentAgo } from "./attempts.ts";

type Row = {
  id: string;
  phase: Phase;
  lease: string;
  formId: string;
  sittingId: string;
  keeping: Keeping;
  evacuated: boolean;
  savedThrough: number;
  ledger: Ledger | null;
  announcements: { id: string; text: string; at: number }[] | null;
};

export type SeatAsItIs = NonNullable<Awaited<ReturnType<ReturnType<typeof seatAsItIs>>>>;

/**
 * The seat of a machine that sits at its test and goes on there, and that it has been heard of now; null for any other. One
 * statement, past Prisma and without waiting for anybody: a hall that comes back asks for nothing else. As for whoever reads
 * without a lock, what is being written meanwhile comes as news.
 */
export const seatAsItIs =
  (pool: pg.Pool) =>
  async ({ bookingId, machine }: { readonly bookingId: string; readonly machine: string }, now: Instant) => {
    const { rows } = await pool.query<Row>({
      name: "the seat as it is",
      text: `WITH mine AS (
               SELECT a.id, a.phase, a."leaseId" AS lease, a."formId", a."sittingId", a.keeping, s."evacuatedAt" IS NOT NULL AS evacuated,
                 l."savedThrough"
               FROM attempts a JOIN leases l ON l.id = a."leaseId" JOIN sittings s ON s.id = a."sittingId"
               WHERE a."bookingId" = $1 AND l.machine = $2 AND l."endedAt" IS NULL AND a.phase NOT IN ('closed', 'voided')),
             seen AS (
               UPDATE attempts SET "lastSeenAt" = $3 WHERE id = (
                 SELECT a.id FROM attempts a JOIN mine ON mine.id = a.id
                 WHERE a."lastSeenAt" IS NULL OR a."lastSeenAt" < $4 FOR UPDATE OF a SKIP LOCKED))
             SELECT mine.*,
               (SELECT json_agg(l.line ORDER BY l.position) FROM ledger l WHERE l."attemptId" = mine.id) AS ledger,
               (SELECT json_agg(json_build_object('id', n.id, 'text', n.text, 'at', round(extract(epoch FROM n.at) * 1000)) ORDER BY n.at)
                FROM announcements n WHERE n."sittingId" = mine."sittingId") AS announcements
             FROM mine`,
      values: [bookingId, machine, new Date(now), new Date(now - momentAgo)],
    });
    const [row] = rows;
    if (row === undefined) return null;
    const { savedThrough, announcements, ledger, ...attempt } = row;
    const announced: readonly Announced[] = (announcements ?? []).map((one) => ({ ...one, at: instant(one.at) }));
    return { attempt: { ...attempt, ledger: ledger ?? [], closed: null }, savedThrough, announcements: announced };
  };
