import { setTimeout as waitFor } from "node:timers/promises";
import { cable } from "../cable.ts";
import type { Fault } from "../fault.ts";
import { learner } from "../learner.ts";
import { until } from "../processes.ts";
import { signIn, startedRoom } from "../room.ts";
import { serverProcess } from "../server-process.ts";

const moving = 10;

export const fault: Fault = {
  name: "two-machines",
  what: "Ten learners go to another machine while the old one, cut off, still holds answers; then both are connected to one attempt.",
  async run({ folder, database, learners }) {
    const databaseUrl = await database();
    const server = await serverProcess(folder, "server", { DATABASE_URL: databaseUrl });
    const old = await cable(server.url);
    const learnerUrl = (place: number) => (place < moving ? old.url : server.url);
    const room = await startedRoom({ databaseUrl, url: server.url, learnerUrl, learners });
    const problems: string[] = [];
    try {
      await waitFor(3_000);
      old.pull();
      const movers = room.learners.slice(0, moving);
      const others = await Promise.all(
        movers.map(async ({ attempt }, place) => {
          const cookie = await signIn(`${server.url}/learner`, room.keysOf(place));
          const second = await learner({ attempt, cookie, url: server.url });
          room.joined(second);
          await until("the second machine to be turned away", 10, () => second.player.snapshot().place === "refused");
          await waitFor(2_000);
          await room.act("move", { attempt, why: "The old computer is cut off", stop: "no" });
          second.player.attendAgain("new");
          await until("the second machine to be seated", 20, () => second.player.snapshot().place === "seated");
          await until("its questions to open", 20, () => second.player.snapshot().form !== null);
          return second;
        }),
      );
      const typing = setInterval(() => {
        for (const one of others) one.type();
      }, 700);
      await waitFor(4_000);
      const mended = performance.now();
      old.putBack();
      await until("the old machines to lock", 40, () =>
        movers.every(({ player }) => player.snapshot().place === "moved"),
      );
      await until("what they still held to arrive", 40, () =>
        movers.every(({ player }) => player.snapshot().waiting === 0),
      );
      const recovery = (performance.now() - mended) / 1_000;
      clearInterval(typing);

      await until("the last answers of the new machines", 20, () =>
        others.every(({ player }) => player.snapshot().waiting === 0),
      );
      const [{ stranded } = { stranded: 0 }] = await room.query<{ stranded: number }>(
        `SELECT count(DISTINCT "attemptId")::int AS stranded FROM journal WHERE standing = 'stranded'`,
      );
      if (stranded < moving)
        problems.push(`the old machines' entries of only ${stranded} learners are kept as stranded`);
      return await room.settle(recovery, problems);
    } finally {
      await room.close();
      await old.close();
      await server.stop();
    }
  },
};
