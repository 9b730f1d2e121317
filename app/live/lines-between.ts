import { type Refused, refused } from "../exam/people/refusals.ts";
import type { Arranging, Holder } from "./contract.ts";
import type { Live, LiveSocket } from "./gateway.ts";

/** What a socket has to do with the copies of a room. */
export type Arrangeable = {
  attempt: string | null;
  /** A learner's, a spare computer's or a board's. */
  sitting: string | null;
  /** Of a board that holds copies: the name it has as long as its page is open. */
  holds: string | null;
};

export type LinesBetween = ReturnType<typeof linesBetween>;

/** As much as browsers write down of themselves, with room to spare, in characters. */
const longest = 20_000;
const longestName = 64;

/**
 * Lets the pages of a room find each other while the server is there: a learner's page or a spare computer calls a board, and
 * the board answers. What they say over their own line afterwards never comes by here.
 */
export function linesBetween(io: Live) {
  const sockets = () => io.of("/").sockets;
  const roomOf = (sitting: string) => `lines:${sitting}`;
  const holdersOf = (sitting: string) => `holders:${sitting}`;

  return {
    /** A learner has taken the seat, or a spare computer is there: it is told of every board that holds copies. */
    arrive(socket: LiveSocket) {
      const { sitting } = socket.data;
      if (sitting === null) return;
      void socket.join(roomOf(sitting));
      for (const peer of io.of("/").adapter.rooms.get(holdersOf(sitting)) ?? []) {
        const name = sockets().get(peer)?.data.holds;
        if (name) socket.emit("holder", { peer, name } satisfies Holder);
      }
    },
    hold(socket: LiveSocket, { sitting, name }: { readonly sitting: string; readonly name: string }) {
      socket.data.sitting = sitting;
      socket.data.holds = String(name).slice(0, longestName);
      void socket.join(holdersOf(sitting));
      io.to(roomOf(sitting)).emit("holder", { peer: socket.id, name: socket.data.holds });
    },
    /** Only between a board and somebody else of its room. */
    arrange({ id, data }: LiveSocket, { to, kind, text }: Arranging & { readonly to: string }): { ok: true } | Refused {
      const other = sockets().get(String(to));
      const isBetween = other !== undefined && (other.data.holds === null) !== (data.holds === null);
      if (!isBetween || data.sitting === null || other.data.sitting !== data.sitting) return refused("not-found");
      if ((kind !== "call" && kind !== "answer") || typeof text !== "string" || text.length > longest)
        return refused("badly-formed");
      other.emit("arrange", { kind, text, from: id, attempt: data.attempt });
      return { ok: true };
    },
  };
}
