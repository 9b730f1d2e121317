import { setTimeout as waitFor } from "node:timers/promises";
import type { Fault } from "../fault.ts";
import { startedRoom } from "../room.ts";
import { serverProcess } from "../server-process.ts";

export const fault: Fault = {
  name: "server-killed",
  what: "The server is killed without warning (SIGKILL) while everybody types, and starts again.",
  quick: true,
  async run({ folder, database, learners }) {
    const databaseUrl = await database();
    const server = await serverProcess(folder, "server", { DATABASE_URL: databaseUrl });
    const room = await startedRoom({ databaseUrl, url: server.url, learners });
    try {
      await waitFor(4_000);
      await server.kill();
      await waitFor(2_000);
      const mended = performance.now();
      await server.start();
      const recovery = await room.safeAgain(mended);
      await waitFor(2_000);
      return await room.settle(recovery);
    } finally {
      await room.close();
      await server.stop();
    }
  },
};
