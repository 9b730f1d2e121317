import { setTimeout as waitFor } from "node:timers/promises";
import type { Fault } from "../fault.ts";
import { filesMissing, newerVersion } from "../newer-version.ts";
import { startedRoom } from "../room.ts";
import { builtIn } from "../server-process.ts";
import { twoProcesses, twoProcessesMissing } from "../two-processes.ts";

/** Seconds for which a learner may see that a way to the server is being looked for, on a machine that does everything at once. */
const tolerable = 5;

export const fault: Fault = {
  name: "rolling-restart",
  what: "A new version is rolled out in the middle of a sitting: two processes behind nginx stop (SIGTERM) and start, one after the other.",
  missing: twoProcessesMissing,
  async run(ground) {
    const house = await twoProcesses(ground);
    const room = await startedRoom({ ...house, learners: ground.learners });
    try {
      await waitFor(3_000);
      const newer = builtIn(newerVersion(ground.folder));
      const problems: string[] = [];
      const mended = performance.now();
      for (const process of [house.first, house.second]) {
        await process.stop();
        await process.start(newer);
        await waitFor(2_500);
        const missing = await filesMissing(`${house.url}/learner`, 10);
        if (missing.length > 0) problems.push(`pages came without their files: ${missing.join(", ")}`);
      }
      const longest = Math.max(...room.learners.map((one) => one.longestTrying()));
      if (longest > tolerable) problems.push(`a learner was kept trying for ${longest.toFixed(1)} s`);
      await room.safeAgain(mended);
      return await room.settle(longest, problems);
    } finally {
      await room.close();
      await house.close();
    }
  },
};
