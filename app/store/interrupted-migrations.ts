import pg from "pg";

/** Any two numbers nobody else locks: one is held while migrating, the other by the script that is being applied. */
const migrating = 5_730_471;
const applying = 5_730_472;

const mark = "applied whole";

/**
 * A script as one message, which PostgreSQL applies whole or not at all, and with it the mark that it was. Prisma writes down that
 * a migration has begun before its script, and that it is over after it, each by itself; an interruption in between would
 * leave nobody knowing.
 */
export const inOnePiece = (script: string) => `
  SELECT pg_advisory_xact_lock(${applying});
  ${script}
  ;
  DO $$ BEGIN
    IF to_regclass('_prisma_migrations') IS NOT NULL THEN
      UPDATE _prisma_migrations SET logs = '${mark}' WHERE finished_at IS NULL AND rolled_back_at IS NULL;
    END IF;
  END $$`;

/** Waits until nobody else migrates this database, finishes or takes back what was interrupted, and then does the work. */
export async function aloneAfterThoseInterrupted<T>(databaseUrl: string, work: () => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: databaseUrl });
  // If this connection breaks, so do those of the work, which say so.
  client.on("error", () => {});
  await client.connect();
  try {
    await client.query("BEGIN");
    await client.query("SELECT pg_advisory_xact_lock($1)", [migrating]);
    await settleInterrupted(databaseUrl);
    return await work();
  } finally {
    await client.end();
  }
}

/** Of a process that was killed PostgreSQL may still be applying the script, which is waited for. */
async function settleInterrupted(databaseUrl: string) {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query("SELECT to_regclass('_prisma_migrations') IS NOT NULL AS begun");
    if (!rows[0]?.begun) return;
    await client.query("SELECT pg_advisory_lock($1), pg_advisory_unlock($1)", [applying]);
    await client.query(
      `UPDATE _prisma_migrations SET finished_at = current_timestamp, applied_steps_count = 1, logs = NULL
       WHERE finished_at IS NULL AND rolled_back_at IS NULL AND logs = $1`,
      [mark],
    );
    await client.query(
      "UPDATE _prisma_migrations SET rolled_back_at = current_timestamp WHERE finished_at IS NULL AND rolled_back_at IS NULL",
    );
  } finally {
    await client.end();
  }
}
