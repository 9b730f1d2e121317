import { readFileSync } from "node:fs";
import { watchBoard } from "../board-watch.ts";
import type { Fault } from "../fault.ts";
import { signal, until } from "../processes.ts";
import { startedRoom } from "../room.ts";
import { serverProcess } from "../server-process.ts";

/** Milliseconds: the database works for a moment, then stands for long. */
const works = 60;
const stands = 2_600;

export const fault: Fault = {
  name: "overload",
  what: "The database can save only a fraction of what comes in, and hardly any of it may wait in memory: saving slows down, the board says so, nothing is lost.",
  async run({ folder, postgres, database, learners }) {
    const databaseUrl = await database();
    const server = await serverProcess(folder, "server", { DATABASE_URL: databaseUrl, SAVE_ROOM_BYTES: "15000" });
    const room = await startedRoom({ databaseUrl, url: server.url, learners });
    const board = await watchBoard(server.url, room.cookie, room.sitting);
    const problems: string[] = [];
    const brake = throttle(postgres.pids());
    try {
      await until("the board to be live", 15, () => board.pulse() !== null);
      const before = memoryOf(server.pids());
      brake.begin();
      await until("the board to say that saving is slow", 40, () => board.furthestBehind() >= 2_000);
      await until("a learner's machine to be sent away for want of room", 40, () =>
        room.learners.some(({ record }) => record.sentBack() > 0),
      );
      brake.end();
      const mended = performance.now();
      const recovery = await room.safeAgain(mended);
      await until("the board to say that all is well again", 20, () => (board.pulse()?.behind ?? stands) < 500);
      const grown = memoryOf(server.pids()) - before;
      if (grown > 300) problems.push(`the server grew by ${grown} MB`);
      return await room.settle(recovery, problems);
    } finally {
      brake.end();
      board.close();
      await room.close();
      await server.stop();
    }
  },
};

/** Lets processes run only now and then. */
function throttle(pids: readonly number[]) {
  const all = (which: NodeJS.Signals) => {
    for (const pid of pids) signal(pid, which);
  };
  let timer: NodeJS.Timeout | undefined;
  const halt = () => {
    all("SIGSTOP");
    timer = setTimeout(go, stands);
  };
  const go = () => {
    all("SIGCONT");
    timer = setTimeout(halt, works);
  };
  return {
    begin: halt,
    end() {
      clearTimeout(timer);
      all("SIGCONT");
    },
  };
}

/** Megabytes in real memory. */
function memoryOf(pids: readonly number[]): number {
  const kilobytes = pids.map((pid) => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]));
  return Math.round(kilobytes.reduce((sum, one) => sum + one, 0) / 1_024);
}
