import { setTimeout as waitFor } from "node:timers/promises";
import type { Fault } from "../fault.ts";
import { killAtOnce } from "../processes.ts";
import { startedRoom } from "../room.ts";
import { serverProcess } from "../server-process.ts";

export const fault: Fault = {
  name: "power-cut",
  what: "Server and PostgreSQL, every process of both, are killed in the same instant and start again on the same data.",
  async run({ folder, postgres, database, learners }) {
    const databaseUrl = await database();
    const server = await serverProcess(folder, "server", { DATABASE_URL: databaseUrl });
    const room = await startedRoom({ databaseUrl, url: server.url, learners });
    try {
      const problems: string[] = [];
      for (const setting of ["fsync", "synchronous_commit", "full_page_writes"]) {
        const [row] = await room.query<Record<string, string>>(`SHOW ${setting}`);
        if (row?.[setting] !== "on") problems.push(`${setting} is ${row?.[setting]}`);
      }
      await waitFor(4_000);
      await killAtOnce([...postgres.pids(), ...server.pids()]);
      await waitFor(2_000);
      const mended = performance.now();
      await postgres.startAgain();
      await server.start();
      const recovery = await room.safeAgain(mended);
      await waitFor(2_000);
      return await room.settle(recovery, problems);
    } finally {
      await room.close();
      await server.stop();
    }
  },
};
