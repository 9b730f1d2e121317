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
  // A connection that is lost while idle is replaced at its next use. One that is lost while in use fails its query, which says
  // so; without anybody to hear the event beside it the process would end.
  pool.on("error", () => {});
  pool.on("connect", (client) => client.on("error", () => {}));
  return {
    prisma,
    pool,
    close: async () => {
      await prisma.$disconnect();
      await pool.end();
    },
  };
}
