import { io, type Socket } from "socket.io-client";
import type { ClientToServer, Pulse, ServerToClient } from "../../app/live/contract.ts";

/** An invigilator's board, as far as its live line goes: what the server last said of how it fares. */
export async function watchBoard(url: string, cookie: string, sitting: string) {
  const line: Socket<ServerToClient, ClientToServer> = io(url, {
    transports: ["websocket"],
    extraHeaders: { cookie },
    forceNew: true,
  });
  let last: Pulse | null = null;
  let furthest = 0;
  line.on("connect", () => line.emit("watch", { sitting }, () => {}));
  line.on("pulse", (pulse) => {
    last = pulse;
    furthest = Math.max(furthest, pulse.behind);
  });
  return {
    pulse: (): Pulse | null => last,
    /** The longest that saving was said to lag, in milliseconds. */
    furthestBehind: () => furthest,
    close: () => void line.disconnect(),
  };
}
