import type pg from "pg";
import type { Progress } from "../exam/attempt/answers.ts";

type Known = { readonly position: number; readonly progress: Progress };
export type KnownProgress = ReturnType<typeof knownProgress>;

/** A few hundred bytes each; what was forgotten is simply read again. */
const aHallAndMore = 20_000;

/**
 * Remembers the progress of attempts, the largest part of what a save would read. It changes only with an entry, and every
 * entry moves the journal's position: so it is true exactly while the position, read under the lock, is the same.
 */
export function knownProgress(most = aHallAndMore) {
  const known = new Map<string, Known>();
  const remember = (id: string, now: Known) => {
    // At the end again: what is saved least is forgotten first.
    known.delete(id);
    known.set(id, now);
    const [oldest] = known.keys();
    if (known.size > most && oldest !== undefined) known.delete(oldest);
  };
  return {
    /** The progress of each of these locked attempts; read where it is not known as it stands now. */
    async of(
      client: pg.PoolClient,
      attempts: readonly { readonly id: string; readonly position: number }[],
    ): Promise<ReadonlyMap<string, Progress>> {
      const unknown = attempts.filter(({ id, position }) => known.get(id)?.position !== position);
      const progress = new Map(attempts.map(({ id }) => [id, known.get(id)?.progress ?? {}]));
      if (unknown.length === 0) return progress;
      const rows = await client.query<Known & { id: string }>({
        name: "read progress",
        text: `SELECT id, position, progress FROM attempts WHERE id = ANY($1::uuid[])`,
        values: [unknown.map(({ id }) => id)],
      });
      for (const row of rows.rows) {
        progress.set(row.id, row.progress);
        remember(row.id, { position: row.position, progress: row.progress });
      }
      return progress;
    },
    /** After the commit, and not before: what was rolled back never was. */
    moved(attempts: readonly ({ readonly id: string } & Known)[]) {
      for (const { id, position, progress } of attempts) remember(id, { position, progress });
    },
  };
}
