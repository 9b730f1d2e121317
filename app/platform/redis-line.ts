import { createClient } from "redis";

/** Milliseconds between two tries to reach Redis again, at most. */
const longestPause = 1_000;

/**
 * One channel of Redis as a line between processes. It connects by itself, as often as it takes; what is said while it is
 * broken is not said at all. `onTrouble` is called once each time it breaks.
 */
export function redisLine(url: string, channel: string, onTrouble: (error: unknown) => void) {
  const socket = {
    reconnectStrategy: (tries: number) => Math.min(50 * 2 ** tries, longestPause),
    connectTimeout: 2_000,
  };
  const speaker = createClient({ url, socket, disableOfflineQueue: true });
  const listener = createClient({ url, socket });
  let broken = false;
  for (const client of [speaker, listener]) {
    client.on("error", (error) => {
      if (!broken) onTrouble(error);
      broken = true;
    });
    client.on("ready", () => {
      broken = false;
    });
    client.connect().catch(() => {
      // Closed before it was ever open.
    });
  }
  return {
    say(text: string) {
      if (speaker.isReady) speaker.publish(channel, text).catch(() => {});
    },
    hear: (listen: (text: string) => void) => void listener.subscribe(channel, listen).catch(() => {}),
    close() {
      speaker.destroy();
      listener.destroy();
    },
  };
}
