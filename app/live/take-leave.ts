import { setTimeout as waitFor } from "node:timers/promises";
import type { Duration } from "../exam/time/time.ts";

/** A socket that is to go elsewhere. */
export type Leaving = {
  /** Messages that have not been answered yet. */
  readonly busy: () => number;
  /** Breaks the line so that its other end connects again, to a process that goes on. */
  close(): void;
};

/** Milliseconds. */
const patience = 3_000;

/** Sends everybody to another process, spread over a while so that they do not knock there all at once, and nobody in the middle of a save. */
export async function takeLeave(sockets: readonly Leaving[], over: Duration) {
  await Promise.all(
    sockets.map(async (socket, place) => {
      await waitFor((over * place) / sockets.length);
      for (let waited = 0; socket.busy() > 0 && waited < patience; waited += 10) await waitFor(10);
      socket.close();
    }),
  );
}
