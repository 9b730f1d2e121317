import type pg from "pg";
import { before, type Clock, earlier, type Instant, instant, minutes, seconds } from "../exam/time/time.ts";

/** A process that was not heard of for so long is taken for gone. Nothing that waited in it was ever said to be safe. */
const heardFor = seconds(10);
const forgottenAfter = minutes(60);

type Parts = {
  readonly pool: pg.Pool;
  readonly clock: Clock;
  /** A name no other process has. */
  readonly process: string;
  /** Up to when this one has stored what reached it. */
  readonly own: () => Instant;
};

export type StoredUpTo = ReturnType<typeof storedUpTo>;

/**
 * How far all processes of an installation have come with storing what reached them. Each says it of itself again and again.
 * A test whose end, with grace, lies before the slowest of them has no entry in any queue that could still count: only
 * then may it be closed for time, however long saves have to wait.
 */
export function storedUpTo({ pool, clock, process, own }: Parts) {
  return {
    /** Says how far this process is, and answers how far all are that were heard of lately. */
    async tell(): Promise<Instant> {
      const now = clock.now();
      const here = own();
      const { rows } = await pool.query<{ slowest: Date | null }>({
        name: "tell how far all is stored",
        text: `WITH told AS (
                 INSERT INTO saving_processes (id, "storedUpTo", "heardAt") VALUES ($1, $2, $3)
                 ON CONFLICT (id) DO UPDATE SET "storedUpTo" = excluded."storedUpTo", "heardAt" = excluded."heardAt")
               SELECT min("storedUpTo") AS slowest FROM saving_processes WHERE id <> $1 AND "heardAt" > $4`,
        values: [process, new Date(here), new Date(now), new Date(before(now, heardFor))],
      });
      const slowest = rows[0]?.slowest;
      return slowest ? earlier(here, instant(slowest.getTime())) : here;
    },
    /** Once nothing waits here any more: nobody need wait for this process. Forgets those that never said so, too. */
    async leave() {
      await pool.query(`DELETE FROM saving_processes WHERE id = $1 OR "heardAt" < $2`, [
        process,
        new Date(before(clock.now(), forgottenAfter)),
      ]);
    },
  };
}
