import type { Database } from "../../app/store/database.ts";

/** Asks the database until one of its transactions waits for another; other tests have databases of their own. */
export async function someoneWaits({ database }: { readonly database: Pick<Database, "pool"> }) {
  for (;;) {
    const { rows } = await database.pool.query(
      "SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'",
    );
    if (rows.length > 0) return;
  }
}
