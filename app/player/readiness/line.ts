import { io, type Socket } from "socket.io-client";
import type { Refused } from "../../exam/people/refusals.ts";
import type { ClientToServer, Save, Saved, ServerToClient } from "../../live/contract.ts";
import { ask } from "./ask.ts";

/** Milliseconds. */
const openWithin = 8_000;
const answerWithin = 5_000;

export type TryLine = {
  /** Milliseconds until it was open; null when it never was. */
  readonly opened: number | null;
  breaks(): number;
  save(message: Save): Promise<Saved>;
  close(): void;
};

/** A live line of its own, by WebSocket only, as a learner's page opens one; saves go by request where it does not open. */
export async function tryLine(): Promise<TryLine> {
  const since = performance.now();
  const socket: Socket<ServerToClient, ClientToServer> = io({ transports: ["websocket"], forceNew: true });
  let breaks = 0;
  let closed = false;
  const opened = await new Promise<number | null>((resolve) => {
    const late = setTimeout(() => resolve(null), openWithin);
    socket.once("connect", () => {
      clearTimeout(late);
      resolve(performance.now() - since);
    });
  });
  socket.on("disconnect", () => {
    if (!closed) breaks += 1;
  });
  return {
    opened,
    breaks: () => breaks,
    save: (message) =>
      socket.connected
        ? socket.timeout(answerWithin).emitWithAck("save", message)
        : (ask("/ready/save", message) as Promise<Saved | Refused>),
    close() {
      closed = true;
      socket.disconnect();
    },
  };
}
