import type { Socket } from "socket.io-client";
import type { CopyMessage } from "../../exam/attempt/copy-shape.ts";
import type { ClientToServer, ServerToClient } from "../../live/contract.ts";
import { about, type Timers } from "../timers.ts";
import { type Line, line } from "./line.ts";
import { callPeer, type Peer } from "./peer.ts";

export type RoomSocket = Pick<Socket<ServerToClient, ClientToServer>, "connected" | "timeout" | "on" | "off">;

type Ways = {
  readonly socket: RoomSocket;
  readonly timers: Timers;
  readonly call?: typeof callPeer;
  opened(line: Line, holder: string): void;
  message(message: CopyMessage, bytes: Uint8Array<ArrayBuffer>, holder: string): void;
  closed(holder: string): void;
};

/** Milliseconds. */
const answerWithin = 5_000;
const openWithin = 8_000;
/** After a call in vain; twice as long after each one more, where computers do not reach each other at all. */
const callAgain = 2_000;
const rarest = 30_000;
/** More boards than these hold nothing that a room needs. */
const mostHolders = 3;

export type HolderLines = ReturnType<typeof holderLines>;

/**
 * Lines from this page to the boards of its room. They are called while the server is there, as soon as it tells of a board,
 * and last when it goes; a line that breaks is called again once the server can arrange it.
 */
export function holderLines({ socket, timers, call = callPeer, opened, message, closed }: Ways) {
  const peers = new Map<string, string>();
  const calls = new Map<string, { readonly peer: Peer; readonly line: Line }>();
  const pending = new Map<string, (answer: string) => Promise<void>>();
  const inVain = new Map<string, number>();
  let stopped = false;

  const end = (holder: string) => {
    const broken = calls.get(holder);
    if (broken === undefined) return;
    calls.delete(holder);
    broken.peer.close();
    closed(holder);
    const before = inVain.get(holder) ?? 0;
    inVain.set(holder, before + 1);
    timers.after(about(Math.min(callAgain * 2 ** before, rarest), timers), () => void callThem(holder));
  };

  const callThem = async (holder: string) => {
    const to = peers.get(holder);
    if (stopped || to === undefined || calls.has(holder) || calls.size >= mostHolders || !socket.connected) return;
    // A browser that makes no lines between computers has no copy in the room, and says nothing of one.
    const made = await call().catch(() => null);
    if (made === null) return;
    const { offer, answered, ...peer } = made;
    if (stopped || calls.has(holder)) return peer.close();
    const mine: Line = line(peer.channel, {
      open() {
        inVain.delete(holder);
        opened(mine, holder);
      },
      message: (heard, bytes) => message(heard, bytes, holder),
      closed: () => end(holder),
    });
    calls.set(holder, { peer, line: mine });
    pending.set(to, answered);
    timers.after(openWithin, () => {
      if (calls.get(holder)?.line === mine && !mine.isOpen()) end(holder);
    });
    const arranged = await socket
      .timeout(answerWithin)
      .emitWithAck("arrange", { to, kind: "call", text: offer })
      .catch(() => null);
    // The board is gone: should it come back, the server tells of it again.
    if (arranged?.ok === false && peers.get(holder) === to) peers.delete(holder);
    if (!arranged?.ok && calls.get(holder)?.line === mine) end(holder);
  };

  const onHolder: ServerToClient["holder"] = ({ peer, name }) => {
    peers.set(name, peer);
    void callThem(name);
  };
  const onArranged: ServerToClient["arrange"] = ({ kind, from, text }) => {
    if (kind !== "answer") return;
    void pending
      .get(from)?.(text)
      .catch(() => {});
    pending.delete(from);
  };
  socket.on("holder", onHolder);
  socket.on("arrange", onArranged);

  return {
    open: (): readonly { readonly holder: string; readonly line: Line }[] =>
      [...calls].flatMap(([holder, { line: mine }]) => (mine.isOpen() ? [{ holder, line: mine }] : [])),
    stop() {
      stopped = true;
      socket.off("holder", onHolder);
      socket.off("arrange", onArranged);
      for (const { peer } of calls.values()) peer.close();
    },
  };
}
