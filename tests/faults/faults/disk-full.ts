import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync, statfsSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as waitFor } from "node:timers/promises";
import type { Fault } from "../fault.ts";
import { faultyPostgres } from "../postgres.ts";
import { prepareDatabase } from "../prepared-database.ts";
import { startedRoom } from "../room.ts";
import { serverProcess } from "../server-process.ts";

const mount = (...words: readonly string[]) => spawnSync("mount", words, { stdio: "ignore" }).status === 0;
const unmount = (folder: string) => spawnSync("umount", ["-l", folder], { stdio: "ignore" });

export const fault: Fault = {
  name: "disk-full",
  what: "The disk of the database has no byte left for eight seconds, then there is room again.",
  missing: () =>
    process.platform === "linux" && process.getuid?.() === 0
      ? null
      : "a small disk can only be mounted by root on Linux: run it as root",
  async run({ folder, learners }) {
    const disk = path.join(folder, "disk");
    mkdirSync(disk, { recursive: true });
    if (!mount("-t", "tmpfs", "-o", "size=256m,mode=0755", "tmpfs", disk))
      throw new Error("No small disk can be mounted.");
    const postgres = await faultyPostgres(disk);
    try {
      const databaseUrl = await postgres.url("examhall");
      await prepareDatabase(databaseUrl, learners);
      const server = await serverProcess(folder, "server", { DATABASE_URL: databaseUrl });
      const room = await startedRoom({ databaseUrl, url: server.url, learners });
      try {
        await waitFor(3_000);
        const ballast = path.join(disk, "ballast");
        fill(disk, ballast);
        await waitFor(8_000);
        // Until the log of the database needs another file it may write on; what counts is that it had to stop.
        const stopped = room.learners.filter((one) => one.player.snapshot().trouble).length;
        const problems = stopped === 0 ? ["the full disk stopped nobody's saving, so nothing is proved"] : [];
        const mended = performance.now();
        rmSync(ballast);
        await postgres.startAgain();
        const recovery = await room.safeAgain(mended);
        await waitFor(2_000);
        return await room.settle(recovery, problems);
      } finally {
        await room.close();
        await server.stop();
      }
    } finally {
      await postgres.stop();
      unmount(disk);
    }
  },
};

/** Writes until not one more byte fits. */
function fill(disk: string, file: string) {
  const { bavail, bsize } = statfsSync(disk);
  writeFileSync(file, Buffer.alloc(bavail * bsize));
}
