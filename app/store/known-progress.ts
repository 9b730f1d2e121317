import type pg from "pg";
import type { Progress } from "../exam/attempt/answers.ts";

type Known = { readonly position: number; readonly progress: Progress };
export type KnownProgress = ReturnType<typeof knownProgress>;

/** A few hundred bytes each; what was forgotten is simply read again. */
const most = 20_000;

/**
 * Remembers the progress of attempts, the largest part of what a save would read. It changes only with an entry, and every
 * entry moves the journal's position: so it is true exactly while the position, read under the lock, is the same.
 */
export function knownProgress() {
  const known = new Map<string, Known>();
  const remember = (id: string, now: Known) => {
    known.set(id, now);
    const [oldest] = known.keys();
    if (known.size > most && oldest !== undefined) known.delete(oldest);
  };
  return {
    /** Reads it for those of these locked attempts where it is not known as it stands now. */
    async know(client: pg.PoolClient, attempts: readonly { readonly id: string; readonly position: number }[]) {
      const unknown = attempts.filter(({ id, position }) => known.get(id)?.position !== position);
      if (unknown.length === 0) return;
      const rows = await client.query<Known & { id: string }>({
        name: "read progress",
        text: `SELECT id, position, progress FROM attempts WHERE id = ANY($1::uuid[])`,
        values: [unknown.map(({ id }) => id)],
      });
      for (const { id, position, progress } of rows.rows) remember(id, { position, progress });
    },
    of: (id: string): Progress => known.get(id)?.progress ?? {},
    /** After the commit, and not before: what was rolled back never was. */
    moved(attempts: readonly ({ readonly id: string } & Known)[]) {
      for (const { id, position, progress } of attempts) remember(id, { position, progress });
    },
  };
}
