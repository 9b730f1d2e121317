import type pg from "pg";
import { accept } from "../exam/attempt/accept.ts";
import { canonical, linkOf } from "../exam/attempt/journal.ts";
import { refused } from "../exam/people/refusals.ts";
import { type Instant, none } from "../exam/time/time.ts";
import type { Saved } from "../live/contract.ts";
import { sha256 } from "../platform/secrets.ts";
import { integers, jsons, moments, texts, uuids } from "./binary-arrays.ts";
import type { Committed } from "./save-group.ts";
import type { WaitingSave } from "./save-queue.ts";

type SeatRow = { id: string; machineId: string; head: string; savedThrough: number };
type EntryRow = { seatId: string; seq: number; written: string; hash: string; receivedAt: Instant };

/**
 * What `attemptCommits` is to attempts, for the dummy seats of a readiness check, and always under lock: the same decision, chain
 * and commit, into tables that nothing else reads. A request's booking is the machine, its attempt the seat.
 */
export const dummyCommits =
  (pool: pg.Pool) =>
  async (group: readonly WaitingSave[], now: Instant): Promise<Committed> => {
    const client = await pool.connect();
    try {
      const seats = await lock(client, group);
      const entries: EntryRow[] = [];
      const answers = group.map((request) => decide(request, { seats, entries, now }));
      await Promise.all([...write(client, seats, entries), client.query("COMMIT")]);
      return { answers, touched: [] };
    } catch (error) {
      await client.query("ROLLBACK").catch(() => {});
      throw error;
    } finally {
      client.release();
    }
  };

async function lock(client: pg.PoolClient, group: readonly WaitingSave[]): Promise<ReadonlyMap<string, SeatRow>> {
  const [, seats] = await Promise.all([
    client.query("BEGIN"),
    client.query<SeatRow>({
      name: "lock the dummy seats",
      text: `SELECT id, "machineId", head, "savedThrough" FROM dummy_seats
             WHERE id = ANY($1::uuid[]) ORDER BY id FOR UPDATE`,
      values: [uuids(group.map(({ attempt }) => attempt))],
    }),
  ]);
  return new Map(seats.rows.map((row) => [row.id, row]));
}

/** A trial makes a dozen. */
const mostEntries = 200;

type Deciding = {
  readonly seats: ReadonlyMap<string, SeatRow>;
  readonly entries: EntryRow[];
  readonly now: Instant;
};

function decide({ bookingId: machine, attempt, entries: sent }: WaitingSave, { seats, entries, now }: Deciding): Saved {
  const seat = seats.get(attempt);
  if (seat === undefined) return refused("check-ended");
  if (seat.machineId !== machine) return refused("not-your-attempt");
  if (seat.savedThrough >= mostEntries) return refused("check-full");
  const items = new Set(sent.flatMap(({ entry }) => ("item" in entry ? entry.item : [])));
  const receiving = { phase: "running", deadline: null, lease: seat.id, items } as const;
  const batch = { lease: seat.id, savedThrough: seat.savedThrough, entries: sent, grace: none };
  const { keep, savedThrough } = accept(receiving, batch);
  for (const one of keep) {
    const { entry, receivedAt, standing } = one;
    const written = canonical(entry);
    seat.head = linkOf(seat.head, { lease: seat.id, receivedAt, standing }, written, sha256);
    entries.push({ seatId: seat.id, seq: entry.seq, written, hash: seat.head, receivedAt });
  }
  seat.savedThrough = savedThrough;
  return { ok: true, savedThrough, head: seat.head, phase: "running", left: none, at: now, notCounted: null };
}

function write(
  client: pg.PoolClient,
  seats: ReadonlyMap<string, SeatRow>,
  entries: readonly EntryRow[],
): readonly Promise<unknown>[] {
  const rows = [...seats.values()];
  return [
    client.query({
      name: "add to the dummy journal",
      text: `INSERT INTO dummy_entries ("seatId", seq, entry, hash, "receivedAt")
             SELECT * FROM unnest($1::uuid[], $2::int[], $3::json[], $4::text[], $5::timestamptz[])`,
      values: [
        uuids(entries.map(({ seatId }) => seatId)),
        integers(entries.map(({ seq }) => seq)),
        jsons(entries.map(({ written }) => written)),
        texts(entries.map(({ hash }) => hash)),
        moments(entries.map(({ receivedAt }) => receivedAt)),
      ],
    }),
    client.query({
      name: "move the dummy seats",
      text: `UPDATE dummy_seats s SET head = n.head, "savedThrough" = n."savedThrough"
             FROM unnest($1::uuid[], $2::text[], $3::int[]) AS n(id, head, "savedThrough") WHERE s.id = n.id`,
      values: [
        uuids(rows.map(({ id }) => id)),
        texts(rows.map(({ head }) => head)),
        integers(rows.map(({ savedThrough }) => savedThrough)),
      ],
    }),
  ];
}
