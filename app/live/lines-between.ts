import { type Refused, refused } from "../exam/people/refusals.ts";
import { type Clock, type Instant, seconds } from "../exam/time/time.ts";
import type { HolderOf, PassedOn } from "./between-processes.ts";
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

type Ways = {
  readonly clock: Clock;
  /** To whichever process has the socket; null where this is the only process. */
  passOn: ((passedOn: PassedOn) => void) | null;
  /** The boards here that hold copies are others now. */
  holdersChanged(): void;
};

export type LinesBetween = ReturnType<typeof linesBetween>;

const longestName = 64;
/** Every process says again every few seconds which boards it has. */
const heardFor = seconds(12);

/**
 * Lets the pages of a room find each other while the server is there: a learner's page or a spare computer calls a board, and
 * the board answers, at whatever process either is. What they say over their own line afterwards never comes by here.
 */
export function linesBetween(io: Live, { clock, passOn, holdersChanged }: Ways) {
  const elsewhere = new Map<string, { readonly holders: readonly HolderOf[]; readonly heardAt: Instant }>();
  /** What a process said of its boards, for as long as it is heard. */
  const holdersAt = (process: string): readonly HolderOf[] => {
    const said = elsewhere.get(process);
    return said !== undefined && clock.now() - said.heardAt < heardFor ? said.holders : [];
  };
  const sockets = () => io.of("/").sockets;
  const roomOf = (sitting: string) => `lines:${sitting}`;
  const holdersOf = (sitting: string) => `holders:${sitting}`;

  const here = (): readonly HolderOf[] =>
    [...sockets().values()].flatMap(({ id, data }) =>
      data.holds !== null && data.sitting !== null ? [{ sitting: data.sitting, peer: id, name: data.holds }] : [],
    );
  const heardElsewhere = (sitting: string) =>
    [...elsewhere.keys()].flatMap((process) => holdersAt(process).filter((one) => one.sitting === sitting));
  const holderHere = (peer: string): Holder[] => {
    const name = sockets().get(peer)?.data.holds;
    return name ? [{ peer, name }] : [];
  };

  return {
    /** A learner has taken the seat, or a spare computer is there: it is told of every board that holds copies. */
    arrive(socket: LiveSocket) {
      const { sitting } = socket.data;
      if (sitting === null) return;
      void socket.join(roomOf(sitting));
      const holders = [...(io.of("/").adapter.rooms.get(holdersOf(sitting)) ?? [])].flatMap(holderHere);
      for (const { peer, name } of [...holders, ...heardElsewhere(sitting)]) socket.emit("holder", { peer, name });
    },
    hold(socket: LiveSocket, { sitting, name }: { readonly sitting: string; readonly name: string }) {
      socket.data.sitting = sitting;
      socket.data.holds = name.slice(0, longestName);
      void socket.join(holdersOf(sitting));
      io.to(roomOf(sitting)).emit("holder", { peer: socket.id, name: socket.data.holds });
      holdersChanged();
    },
    here,
    /**
     * All boards that hold copies at another process. Rooms here are told of those they did not know, which are all of them when
     * the process was not heard for a while: who came meanwhile was told of none.
     */
    heard(process: string, holders: readonly HolderOf[]) {
      const known = new Set(holdersAt(process).map(({ peer }) => peer));
      elsewhere.set(process, { holders, heardAt: clock.now() });
      for (const { sitting, peer, name } of holders)
        if (!known.has(peer)) io.to(roomOf(sitting)).emit("holder", { peer, name });
    },
    /** Only between a board and somebody else of its room. */
    arrange({ id, data }: LiveSocket, { to, kind, text }: Arranging & { readonly to: string }): { ok: true } | Refused {
      const { sitting } = data;
      if (sitting === null) return refused("not-found");
      const byHolder = data.holds !== null;
      const passedOn = { to, sitting, byHolder, arranged: { kind, text, from: id, attempt: data.attempt } };
      if (sockets().has(passedOn.to)) return deliver(io, passedOn) ? { ok: true } : refused("not-found");
      const isHeardOf = byHolder || heardElsewhere(sitting).some(({ peer }) => peer === to);
      if (passOn === null || !isHeardOf) return refused("not-found");
      passOn(passedOn);
      return { ok: true };
    },
    /** What somebody at another process has for a page that may be here. */
    arranged: (passedOn: PassedOn) => void deliver(io, passedOn),
  };
}

/** False when nobody is there, in this room and on the other end of it, whom it could be for. */
function deliver(io: Live, { to, sitting, byHolder, arranged }: PassedOn): boolean {
  const other = io.of("/").sockets.get(to);
  if (other === undefined || other.data.sitting !== sitting || (other.data.holds !== null) === byHolder) return false;
  other.emit("arrange", arranged);
  return true;
}
