import { Socket } from "node:net";
import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { type Duration, seconds } from "../exam/time/time.ts";
import { PrismaClient } from "./generated/client.ts";

export type Database = {
  readonly prisma: PrismaClient;
  /** For what every learner of a hall does at once: the save queue writes many attempts in one statement, and takes two of these. */
  readonly pool: pg.Pool;
  close(): Promise<void>;
};

/** How long PostgreSQL may take, each way longer than the one before: so that it gives up itself wherever it can be reached. */
export type Patience = {
  /** For a lock, and for the next word of a transaction: one whose line died would hold its locks for hours. */
  readonly server: Duration;
  /** Without a word over a line: it is dead, though nobody said so, and everything that waits on it fails. */
  readonly line: Duration;
};

/** A save that fails is sent again by whoever wrote it. */
const forSaves: Patience = { server: seconds(10), line: seconds(12) };
/** A command may take 20 seconds, and a page that reads much takes its time. */
const forTheRest: Patience = { server: seconds(25), line: seconds(30) };

/** @param patience for the saves, and for all the rest; other than usual for work that nobody waits for, and for tests. */
export function openDatabase(
  url: string,
  patience: { readonly saves?: Patience; readonly rest?: Patience } = {},
): Database {
  const { saves = forSaves, rest = forTheRest } = patience;
  const others = new pg.Pool({ connectionString: url, max: 12, ...impatient(rest) });
  const prisma = new PrismaClient({ adapter: new PrismaPg(others, { disposeExternalPool: true }) });
  // Statements that need no answer in between are sent together.
  const pool = new pg.Pool({ connectionString: url, max: 8, pipeline: true, ...impatient(saves) });
  // A connection that is lost while idle is replaced at its next use. One that is lost while in use fails its query, which says
  // so; without anybody to hear the event beside it the process would end.
  for (const each of [pool, others]) {
    each.on("error", () => {});
    each.on("connect", (client) => client.on("error", () => {}));
  }
  return {
    prisma,
    pool,
    close: async () => {
      await prisma.$disconnect();
      await pool.end();
    },
  };
}

/**
 * A line that falls silent without being closed (a database that moved, a firewall that forgot) would be waited for without
 * end. What was on it may be stored or not, as when a connection breaks. Idle lines are closed sooner than that by the pool, so
 * the next try finds a new one.
 */
const impatient = ({ server, line }: Patience) => ({
  stream: () => {
    const socket = new Socket();
    socket.setTimeout(line, () => {
      socket.destroy(new Error(`PostgreSQL said nothing for ${line / 1_000} seconds.`));
    });
    return socket.setKeepAlive(true);
  },
  onConnect: async (client: pg.ClientBase) => {
    await client.query(`SET lock_timeout = ${server}; SET idle_in_transaction_session_timeout = ${server}`);
  },
});
