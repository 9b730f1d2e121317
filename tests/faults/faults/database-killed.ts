import { setTimeout as waitFor } from "node:timers/promises";
import type { Fault } from "../fault.ts";
import { startedRoom } from "../room.ts";
import { serverProcess } from "../server-process.ts";

export const fault: Fault = {
  name: "database-killed",
  what: "PostgreSQL and all its workers are killed (SIGKILL) under the running server, and start again three seconds later.",
  async run({ folder, postgres, database, learners }) {
    const databaseUrl = await database();
    const server = await serverProcess(folder, "server", { DATABASE_URL: databaseUrl });
    const room = await startedRoom({ databaseUrl, url: server.url, learners });
    try {
      await waitFor(4_000);
      await postgres.kill();
      await waitFor(3_000);
      const ready = await fetch(`${server.url}/readyz`);
      const problems = ready.ok ? ["/readyz calls a server without a database ready"] : [];
      const mended = performance.now();
      await postgres.startAgain();
      const recovery = await room.safeAgain(mended);
      await waitFor(2_000);
      return await room.settle(recovery, problems);
    } finally {
      await room.close();
      await server.stop();
    }
  },
};
