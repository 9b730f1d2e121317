import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { startEmbeddedPostgres } from "../../app/platform/embedded-postgres.ts";
import { killAtOnce, tree } from "./processes.ts";

export type FaultyPostgres = {
  url(database: string): Promise<string>;
  /** Its process and all of its workers. */
  pids(): readonly number[];
  /** SIGKILL to every one of its processes. */
  kill(): Promise<void>;
  /** Starts on the same data directory, which replays what was not yet in the tables. */
  startAgain(): Promise<void>;
  stop(): Promise<void>;
};

/** A real PostgreSQL with its data in the folder, set to keep what it commits. */
export async function faultyPostgres(folder: string): Promise<FaultyPostgres> {
  let postgres = await startEmbeddedPostgres(folder);
  const pids = () => {
    const lock = path.join(postgres.data, "postmaster.pid");
    return existsSync(lock) ? tree(Number(readFileSync(lock, "utf8").split("\n")[0])) : [];
  };
  return {
    url: (database) => postgres.url(database),
    pids,
    kill: () => killAtOnce(pids()),
    async startAgain() {
      postgres = await startEmbeddedPostgres(folder);
    },
    stop: () => postgres.stop(),
  };
}
