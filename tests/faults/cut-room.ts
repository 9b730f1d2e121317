import { setTimeout as waitFor } from "node:timers/promises";
import { cable } from "./cable.ts";
import type { Ground, Outcome } from "./fault.ts";
import { startedRoom } from "./room.ts";
import { serverProcess } from "./server-process.ts";

/** Seconds within which everything typed is to be safe again, on a machine that does everything at once and other things besides. */
const tolerable = 20;

/** A room whose one cable to the server is pulled for so many seconds. Everybody goes on typing. */
export async function cutRoom({ folder, database, learners }: Ground, seconds: number): Promise<Outcome> {
  const databaseUrl = await database();
  const server = await serverProcess(folder, "server", { DATABASE_URL: databaseUrl });
  const line = await cable(server.url);
  const room = await startedRoom({ databaseUrl, url: server.url, learnerUrl: () => line.url, learners });
  try {
    await waitFor(3_000);
    line.pull();
    await waitFor(seconds * 1_000);
    const mended = performance.now();
    line.putBack();
    const recovery = await room.safeAgain(mended);
    await waitFor(3_000);
    const problems = recovery > tolerable ? [`it took ${recovery.toFixed(1)} s until everything was safe again`] : [];
    return await room.settle(recovery, problems);
  } finally {
    await room.close();
    await line.close();
    await server.stop();
  }
}
