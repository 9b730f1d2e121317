import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { PrismaClient } from "./generated/client.ts";

export type Database = {
  readonly prisma: PrismaClient;
  /** For what every learner of a hall does at once: the save queue writes many attempts in one statement, and takes two of these. */
  readonly pool: pg.Pool;
  close(): Promise<void>;
};

export function openDatabase(url: string): Database {
  const prisma = new PrismaClient({ adapter: new PrismaPg({ connectionString: url, max: 12 }) });
  // Statements that need no answer in between are sent together.
  const pool = new pg.Pool({ connectionString: url, max: 8, pipeline: true });
  pool.on("error", () => {
    // A connection lost while idle is replaced at its next use; an error then is the query's own.
  });
  return {
    prisma,
    pool,
    close: async () => {
      await prisma.$disconnect();
      await pool.end();
    },
  };
}
