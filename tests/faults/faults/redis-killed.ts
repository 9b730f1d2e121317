import { setTimeout as waitFor } from "node:timers/promises";
import { watchBoard } from "../board-watch.ts";
import type { Fault } from "../fault.ts";
import { until } from "../processes.ts";
import { startedRoom } from "../room.ts";
import { twoProcesses, twoProcessesMissing } from "../two-processes.ts";

export const fault: Fault = {
  name: "redis-killed",
  what: "Redis is killed under two processes: answers are saved all the same, boards say that they are only renewed, and time given still reaches everybody.",
  missing: twoProcessesMissing,
  async run(ground) {
    const house = await twoProcesses(ground);
    const room = await startedRoom({ ...house, learners: ground.learners });
    const board = await watchBoard(house.first.url, room.cookie, room.sitting);
    try {
      await until("the board to be live", 10, () => board.pulse()?.news === "heard");
      const killed = performance.now();
      await house.redis.kill();
      await until("the board to say that it is only renewed", 20, () => board.pulse()?.news === "read");
      await room.safeAgain(killed);

      const [some] = room.learners;
      await room.act("grant", { attempt: some?.attempt ?? "", minutes: "5", why: "A drill next door" });
      await room.act("announce", { text: "Redis is gone and nobody noticed." });
      const hear = () => room.learners.every(({ player }) => player.snapshot().announcements.length > 0);
      await until("everybody at both processes to hear the announcement", 15, hear);
      const given = () => (some?.player.snapshot().announcements ?? []).some(({ id }) => id.startsWith("granted"));
      await until("the learner to be told of more time", 15, given);

      const mended = performance.now();
      await house.redis.start();
      await until("the board to be live again", 20, () => board.pulse()?.news === "heard");
      const recovery = (performance.now() - mended) / 1_000;
      await waitFor(1_000);
      return await room.settle(recovery);
    } finally {
      board.close();
      await room.close();
      await house.close();
    }
  },
};
