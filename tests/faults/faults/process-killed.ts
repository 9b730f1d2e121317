import { setTimeout as waitFor } from "node:timers/promises";
import type { Fault } from "../fault.ts";
import { startedRoom } from "../room.ts";
import { twoProcesses, twoProcessesMissing } from "../two-processes.ts";

export const fault: Fault = {
  name: "process-killed",
  what: "One of two processes behind nginx is killed (SIGKILL) in the middle of the test and stays dead.",
  missing: twoProcessesMissing,
  async run(ground) {
    const house = await twoProcesses(ground);
    const room = await startedRoom({ ...house, learners: ground.learners });
    try {
      await waitFor(4_000);
      await house.second.kill();
      const recovery = await room.safeAgain();
      await waitFor(2_000);
      return await room.settle(recovery);
    } finally {
      await room.close();
      await house.close();
    }
  },
};
