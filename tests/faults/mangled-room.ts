import { setTimeout as waitFor } from "node:timers/promises";
import { cable } from "./cable.ts";
import type { Ground, Outcome } from "./fault.ts";
import { type Fate, messages } from "./messages.ts";
import { startedRoom } from "./room.ts";
import { serverProcess } from "./server-process.ts";

/** A room on a cable on which every message, in both directions, meets a fate for a while; then the cable is sound again. */
export async function mangledRoom({ folder, database, learners }: Ground, fate: Fate): Promise<Outcome> {
  const databaseUrl = await database();
  const server = await serverProcess(folder, "server", { DATABASE_URL: databaseUrl });
  let mangles = false;
  let mangled = 0;
  const current: Fate = (chance) => {
    const met = mangles ? fate(chance) : [0];
    if (met.length !== 1 || met[0] !== 0) mangled += 1;
    return met;
  };
  const chance = dice(20_261_126);
  const way = () => messages(current, chance);
  const line = await cable(server.url, { toServer: way, toLearner: way });
  const room = await startedRoom({ databaseUrl, url: server.url, learnerUrl: () => line.url, learners });
  try {
    mangles = true;
    await waitFor(12_000);
    mangles = false;
    const recovery = await room.safeAgain();
    return await room.settle(recovery, mangled < learners ? [`only ${mangled} messages were mangled`] : []);
  } finally {
    await room.close();
    await line.close();
    await server.stop();
  }
}

/** The same throws every time, between 0 and 1 (mulberry32). */
function dice(seed: number) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
