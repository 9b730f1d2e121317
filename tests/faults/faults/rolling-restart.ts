import { setTimeout as waitFor } from "node:timers/promises";
import type { Fault } from "../fault.ts";
import { startedRoom } from "../room.ts";
import { twoProcesses, twoProcessesMissing } from "../two-processes.ts";

/** Seconds for which a learner may see that a way to the server is being looked for, on a machine that does everything at once. */
const tolerable = 15;

export const fault: Fault = {
  name: "rolling-restart",
  what: "A new version is rolled out in the middle of a sitting: two processes behind nginx stop (SIGTERM) and start, one after the other.",
  quick: true,
  missing: twoProcessesMissing,
  async run(ground) {
    const house = await twoProcesses(ground);
    const room = await startedRoom({ ...house, learners: ground.learners });
    try {
      await waitFor(3_000);
      const problems: string[] = [];
      const mended = performance.now();
      for (const process of [house.first, house.second]) {
        await process.stop();
        await process.start();
        await waitFor(2_500);
      }
      const longest = Math.max(...room.learners.map((one) => one.longestTrying()));
      if (longest > tolerable) problems.push(`a learner was kept trying for ${longest.toFixed(1)} s`);
      await room.safeAgain(mended);
      const settled = await room.settle(longest, problems);
      return settled;
    } finally {
      await room.close();
      await house.close();
    }
  },
};
